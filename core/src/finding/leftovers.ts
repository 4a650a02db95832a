import type { Identifiers } from '../identifiers.ts';
import type { Personal } from '../personal.ts';
import type { Finding } from './finder.ts';
import { type Laid, laidOut, masked } from './laid-out.ts';
import { type Trace, tracesOf } from './leftover-traces.ts';
import { readingsOf, spellingsOf } from './reading/readings.ts';
import { Shelf } from './reading/shelf.ts';
import type { TextForm } from './text-form.ts';

/** Looks at a text that was cut, by the loosest policy there is. Leftmost first; places may overlap with what a finder finds. */
export type Leftovers = (text: Personal, form: TextForm) => readonly Finding[];

/** A word this long may be misspelt by one letter and still be meant. */
const MISSPELT = 6;

/**
 * Whatever could come from the person's identifiers, wherever it stands: a part of a name within a word or in small letters,
 * one letter wrong, the last digits of a number, what stands before an `@`. That is far too much to be cut, and right for telling
 * where somebody should look once more. Texts the rules put in place are passed over.
 */
export function leftoversFor(who: Identifiers, replacements: readonly string[]): Leftovers {
  const traces = tracesOf(who);
  const passed = replacements.flatMap((text) => spellingsOf(text).map((glyphs) => laidOut(glyphs).letters));
  return (text, form) => {
    const shelf = new Shelf();
    const { ways } = readingsOf(text.reveal(), form, shelf);
    const found = ways.flatMap((way) => leftIn(masked(laidOut(way), passed), traces));
    return apart(found.sort((one, other) => one.start - other.start || other.end - one.end));
  };
}

function leftIn(laid: Laid, traces: readonly Trace[]): readonly Finding[] {
  const near = traces.filter(({ isName, text }) => isName && text.length >= MISSPELT);
  return [...traces.flatMap((trace) => placesOf(trace, laid)), ...(near.length > 0 ? misspelt(near, laid) : [])];
}

function placesOf(trace: Trace, laid: Laid): readonly Finding[] {
  const { text, isWhole, isDigits } = trace;
  const searched = isDigits ? laid.digits : laid.letters;
  const place = (at: number): number => (isDigits ? (laid.digitPlaces[at] ?? 0) : at);
  const found: Finding[] = [];
  for (let from = searched.indexOf(text); from >= 0; from = searched.indexOf(text, from + text.length)) {
    const to = from + text.length;
    const isApart = !isLetter(searched[from - 1]) && !isLetter(searched[to]);
    if (!isWhole || isApart) found.push(finding(trace, laid, { first: place(from), last: place(to - 1), isApart }));
  }
  return found;
}

interface Met {
  readonly first: number;
  readonly last: number;
  /** No letter or digit stands beside it. */
  readonly isApart: boolean;
}

function finding(trace: Trace, laid: Laid, { first, last, isApart }: Met): Finding {
  const { by, entry, how } = trace;
  const doubt = isApart && trace.isName ? 'name-alone' : 'part-of-longer';
  return { start: laid.start(first), end: laid.end(last), by, entry, how, sure: 'ambiguous', doubt };
}

/** Words that are one letter away from a part of a name: "Hallvorsen", "Halvorsne". */
function misspelt(traces: readonly Trace[], laid: Laid): readonly Finding[] {
  return [...laid.letters.matchAll(/\p{L}+/gu)].flatMap(({ 0: word, index }) => {
    const trace = word.length + 1 < MISSPELT ? undefined : traces.find(({ text }) => isOneOff(word, text));
    if (trace === undefined) return [];
    const { by, entry } = trace;
    const [start, end] = [laid.start(index), laid.end(index + word.length - 1)];
    return [{ start, end, by, entry, how: 'other-spelling', sure: 'ambiguous', doubt: 'another-person' } as const];
  });
}

/** Whether one letter was left out, put in, changed, or changed places with the next. The first letter is rarely wrong. */
function isOneOff(word: string, name: string): boolean {
  if (word.includes(name) || word[0] !== name[0] || Math.abs(word.length - name.length) > 1) return false;
  let same = 0;
  while (same < word.length && word[same] === name[same]) same += 1;
  const [left, right] = [word.slice(same), name.slice(same)];
  if (word.length !== name.length) return left.slice(1) === right || left === right.slice(1);
  const isSwapped = left[0] === right[1] && left[1] === right[0] && left.slice(2) === right.slice(2);
  return left.slice(1) === right.slice(1) || isSwapped;
}

function isLetter(sign: string | undefined): boolean {
  return sign !== undefined && /[\p{L}\p{N}]/u.test(sign);
}

/** Of places that overlap the first and longest. */
function apart(found: readonly Finding[]): readonly Finding[] {
  const kept: Finding[] = [];
  for (const one of found) if (one.start >= (kept.at(-1)?.end ?? 0)) kept.push(one);
  return kept;
}
