import { isBreak } from './boundary.ts';
import { doubtAbout, waitsInOrder } from './full-names.ts';
import type { Glyphs } from '../reading/glyphs.ts';
import { type Entry, type Head, type Hit, type Matcher, WORD_END } from './hit.ts';
import { anothers, judgeLone } from './lone-names.ts';
import type { LonePlace } from './lone-place.ts';
import { endingAt } from './name-endings.ts';
import { nameEnd, nameStart } from './name-reach.ts';
import { type FormsByHead, formsByHead, type FormsOfWord } from './forms-by-head.ts';
import { type NameForm, nameForms } from './name-forms.ts';
import { textBetween, wordBefore } from './beside.ts';
import { parseName } from './person-name.ts';
import { foldingsOf } from './word-set.ts';
import { walkName, type Walk, wordLength } from './name-walk.ts';
import type { How } from '../why.ts';

/** Another person's name may have so many words before the one that is shared. */
const MOST_WORDS_BEFORE = 4;

/** Whose names are looked for, and whose must stay. */
interface Sought {
  readonly forms: FormsByHead;
  /** Whole names of other people. */
  readonly foreign: FormsByHead;
  /** All words of the person's names. */
  readonly own: ReadonlySet<string>;
  /** Words that also name somebody else who is known. */
  readonly shared: ReadonlySet<string>;
}

/** A form found in a text. */
interface Met {
  readonly glyphs: Glyphs;
  readonly walk: Walk;
  readonly form: NameForm;
}

/** Looks for a person's names in the orders and ways of joining in which they are written, and for parts of them alone. */
export function nameMatcher(entries: readonly Entry[], others: readonly Entry[] = []): Matcher {
  const forms = formsByHead(entries.flatMap(nameForms));
  const foreign = formsByHead(others.flatMap(nameForms).filter(({ extent }) => extent === 'whole'));
  const sought = { forms, foreign, own: wordsOf(entries), shared: wordsOf(others) };
  return {
    triggers: new Set(forms.keys()),
    heads: [...forms.values()].flat().flatMap(({ word }) => word.map(headOf)),
    at: (glyphs, at) => (isBreak(glyphs, at) ? best(glyphs, at, sought) : undefined),
  };
}

/** An initial is one only where its word ends. */
function headOf(codes: readonly number[]): Head {
  return { codes: codes.length === 1 ? [...codes, WORD_END] : codes };
}

function wordsOf(entries: readonly Entry[]): ReadonlySet<string> {
  return new Set(entries.flatMap(({ text }) => parseName(text).flat().flatMap(foldingsOf)));
}

function best(glyphs: Glyphs, at: number, sought: Sought): Hit | undefined {
  const known = sought.forms.get(glyphs.code(at))?.filter(({ word }) => wordLength(glyphs, at, word) > 0) ?? [];
  if (known.length === 0) return undefined;
  const found =
    longest(glyphs, at, { known, sought, isLone: false }) ?? longest(glyphs, at, { known, sought, isLone: true });
  if (found === undefined || !isWithin(glyphs, found, sought.foreign)) return found;
  const { from, to, by, entry, how } = found;
  return { from, to, by, entry, how, sure: 'ambiguous', doubt: 'another-person', isHidden: true };
}

interface Choice {
  readonly known: readonly FormsOfWord[];
  readonly sought: Sought;
  /** Whether parts of names are wanted: whatever holds more than them is longer. */
  readonly isLone: boolean;
}

function longest(glyphs: Glyphs, at: number, { known, sought, isLone }: Choice): Hit | undefined {
  let found: Hit | undefined;
  for (const { word, whole, lone } of known) {
    const forms = isLone ? lone : whole;
    const length = forms.length === 0 ? 0 : wordLength(glyphs, at, word);
    if (length === 0) continue;
    for (const form of forms) {
      const walk = walkName(glyphs, { from: at, length }, form);
      const hit = walk && hitOf({ glyphs, walk, form }, sought);
      if (hit !== undefined && (found === undefined || isBetter(hit, found))) found = hit;
    }
  }
  return found;
}

/** "Ann Lee" and "Lee" in "Ann Lee Smith", where she is known as somebody else. */
function isWithin(glyphs: Glyphs, hit: Hit, foreign: FormsByHead): boolean {
  let from: number | undefined = hit.from;
  for (let words = 0; foreign.size > 0 && from !== undefined && words < MOST_WORDS_BEFORE; words += 1) {
    const end = longestAt(glyphs, from, foreign);
    if (end > hit.to || (end === hit.to && words > 0)) return true;
    const before = wordBefore(glyphs, from);
    from = before?.gap === 'space' || before?.gap === 'dot' ? before.from : undefined;
  }
  return false;
}

function longestAt(glyphs: Glyphs, from: number, known: FormsByHead): number {
  const ends = (known.get(glyphs.code(from)) ?? []).flatMap(({ word, whole }) => {
    const length = wordLength(glyphs, from, word);
    return length === 0 ? [] : whole.map((form) => walkName(glyphs, { from, length }, form)?.to ?? 0);
  });
  return Math.max(0, ...ends);
}

function isBetter(hit: Hit, other: Hit): boolean {
  if (hit.to !== other.to) return hit.to > other.to;
  return hit.sure === 'certain' && other.sure !== 'certain';
}

function hitOf(met: Met, sought: Sought): Hit | undefined {
  const { glyphs, walk, form } = met;
  const { by, entry, extent } = form;
  const named = { from: walk.from, to: walk.to, by, entry };
  if (extent === 'given' || extent === 'family') return loneHit(met, extent, sought);
  const ending = endingAt(glyphs, walk.to);
  const doubt = ending && doubtAbout(glyphs, walk, form);
  if (doubt === undefined) return undefined;
  const hit = { ...named, how: howOf(walk, form) };
  if (ending === 'inflected') return { ...hit, to: walk.to + 1, sure: 'ambiguous', doubt: 'part-of-longer' };
  if (doubt === 'common-word' && waitsInOrder(glyphs, walk, form))
    return { ...hit, sure: 'ambiguous', doubt, waits: 'given' };
  if (doubt !== 'none') return { ...hit, sure: 'ambiguous', doubt };
  return { ...hit, from: nameStart(glyphs, walk, form), to: nameEnd(glyphs, walk, form), sure: 'certain' };
}

/** Where a colleague has the same given or family name, that name alone says nothing. */
function loneHit({ glyphs, walk, form }: Met, kind: LonePlace['kind'], { own, shared }: Sought): Hit | undefined {
  const { from, to } = walk;
  const judged = judgeLone({ glyphs, from, to, kind, own });
  if (judged === undefined) return undefined;
  const isUnsure = shared.size > 0 && !('isHidden' in judged) && shared.has(textBetween(glyphs, from, to));
  return { from, to, by: form.by, entry: form.entry, how: 'part-of-name', ...(isUnsure ? anothers : judged) };
}

function howOf({ joints }: Walk, { order, extent }: NameForm): How {
  if (joints.some((joint) => joint === 'none' || joint === '_' || joint === '+')) return 'joined';
  if (extent === 'initial' || extent === 'nickname') return extent;
  if (order !== 'straight') return 'other-order';
  return extent === 'shortened' ? 'shortened' : 'as-filed';
}
