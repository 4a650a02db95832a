import { beginsLine, type Beside, lineEndAfter, textBetween, wordAfter, wordBefore } from './beside.ts';
import { endsWord, shapeAt, wordStart } from './boundary.ts';
import type { Doubt, Evidence } from '../why.ts';
import type { Glyphs } from '../reading/glyphs.ts';
import { SOLO, UPPER, WORD } from '../reading/kinds.ts';
import type { LonePlace, Scene } from './lone-place.ts';
import { commonWords, functionWords, greetings, particles, signOffs, titles } from './name-context.ts';
import { evidenceFor } from './name-evidence.ts';
import { isGivenName } from '../nicknames/nicknames.ts';

/** Whether a part of a name is the person's. `waits` says: it is, once the text names the person anywhere else. */
export type Judgement =
  | { readonly sure: 'certain'; readonly evidence: Evidence }
  | { readonly sure: 'ambiguous'; readonly doubt: Doubt; readonly waits?: LonePlace['kind']; readonly isHidden?: true };

const alone: Readonly<Record<LonePlace['kind'], Judgement>> = {
  given: { sure: 'ambiguous', doubt: 'name-alone', waits: 'given' },
  family: { sure: 'ambiguous', doubt: 'name-alone', waits: 'family' },
};
/** Whose it is cannot be told: somebody else may be meant. */
export const anothers: Judgement = { sure: 'ambiguous', doubt: 'another-person' };
const inAnothers: Judgement = { sure: 'ambiguous', doubt: 'another-person', isHidden: true };
const word: Judgement = { sure: 'ambiguous', doubt: 'common-word' };
/** Signs that tie what stands on both sides to one thing: an address, a path, a compound. */
const TIES = new Set(Array.from("-._@/\\+=&#%~'", (sign) => sign.codePointAt(0)));
const DATED = new Set(['in', 'of', 'by', 'until', 'since', 'im', 'en', 'le']);

/** Forms of address that follow a name in Japanese and Chinese. */
const HONOURS = ['様', 'さん', '氏', '先生', '君', 'くん', 'さま', '先輩', '小姐', '女士'];

/** What a part of a name alone is worth; nothing where it is part of another person's name, or no name. */
export function judgeLone(place: LonePlace): Judgement | undefined {
  const { glyphs, from, to } = place;
  if (!endsWord(glyphs, to) || isTied(glyphs, from, to)) return undefined;
  // In scripts without spaces a family name may be part of any word: 山田 in 山田町.
  if (glyphs.is(SOLO, from)) return isHonoured(glyphs, to) ? { sure: 'certain', evidence: 'title' } : undefined;
  const scene = sceneOf(place);
  const evidence = evidenceFor(scene);
  // "van der Berg" has its capital in the last word.
  const isWritten = shapeAt(glyphs, from) !== 'lower' || glyphs.is(UPPER, wordStart(glyphs, to));
  if (!isWritten && evidence === undefined) return undefined;
  const guard = place.kind === 'given' ? guardGiven(scene) : guardFamily(scene, evidence);
  if (guard !== 'free') return guard;
  if (evidence !== undefined) return { sure: 'certain', evidence };
  return commonWords.has(textBetween(glyphs, from, to)) && !isUsedAsName(scene) ? word : alone[place.kind];
}

function isHonoured(glyphs: Glyphs, to: number): boolean {
  return HONOURS.some((honour) =>
    Array.from(honour).every((sign, index) => glyphs.code(to + index) === sign.codePointAt(0)),
  );
}

function sceneOf({ glyphs, from, to, kind, own }: LonePlace): Scene {
  return { glyphs, from, to, kind, own, before: wordBefore(glyphs, from), after: wordAfter(glyphs, to) };
}

/** `jane.smith`, `/jane/`, `mary-jane`, `x=jane`: no name by itself. "Jane-" and "Jane's" are. */
function isTied(glyphs: Glyphs, from: number, to: number): boolean {
  const before = glyphs.code(from - 1);
  const isMention = before === 0x40 || before === 0x23;
  if (TIES.has(before) && !isMention && glyphs.is(WORD, from - 2)) return true;
  if (isMention && glyphs.is(WORD, from - 2)) return true;
  const after = glyphs.code(to);
  if (!TIES.has(after) || !glyphs.is(WORD, to + 1)) return false;
  const isSuffix = after === 0x27 || (after === 0x2d && shapeAt(glyphs, to + 1) === 'lower');
  return !isSuffix;
}

/** "Jane Austen" and "Smith, Jane" are others; "Mary Jane" may be. */
function guardGiven(scene: Scene): Judgement | 'free' {
  const { before, after } = scene;
  if (isSurnameAfter(scene, after)) return inAnothers;
  if (before === undefined || isOwnOrNoName(before, scene)) return 'free';
  if (before.gap === 'comma') return isGivenName(before.text) ? 'free' : anothers;
  if (before.gap === 'dot') return before.text.length === 1 ? anothers : 'free';
  if (before.gap === 'line') return 'free';
  return isGivenName(before.text) || !startsSentence(scene.glyphs, before.from) ? anothers : 'free';
}

function isSurnameAfter(scene: Scene, after: Beside | undefined): boolean {
  if (after === undefined || after.gap !== 'space' || scene.own.has(after.text)) return false;
  if (after.to - after.from === 1 && scene.glyphs.code(after.to) === 0x2e && after.isCapital) return true;
  if (functionWords.has(after.text)) return particles.has(after.text) && isCapitalNext(scene.glyphs, after);
  return after.isCapital || (particles.has(after.text) && isCapitalNext(scene.glyphs, after));
}

/** "van der Berg": after particles a capital. */
function isCapitalNext(glyphs: Glyphs, { to }: Beside): boolean {
  let next = wordAfter(glyphs, to);
  for (let more = 0; more < 2 && next?.gap === 'space' && particles.has(next.text); more += 1)
    next = wordAfter(glyphs, next.to);
  return next?.gap === 'space' && next.isCapital && !functionWords.has(next.text);
}

/** "Robert Doe", "R. Doe" and "Doe, Robert" are relatives or namesakes; "Doe Street" is no person. */
function guardFamily(scene: Scene, evidence: Evidence | undefined): Judgement | 'free' {
  const { glyphs, before, after } = scene;
  const isInList = evidence === undefined || evidence === 'header' || evidence === 'label';
  const isComma = after?.gap === 'comma' && isInList;
  const isName = after !== undefined && after.isCapital && !isOwnOrNoName(after, scene);
  if (isName && (after.gap === 'space' || isComma)) return anothers;
  if (before === undefined || isOwnOrNoName(before, scene)) return 'free';
  if (before.gap === 'dot') return before.text.length === 1 ? anothers : 'free';
  return before.gap === 'space' && glyphs.is(UPPER, before.from) ? anothers : 'free';
}

function isOwnOrNoName({ text, isCapital, gap, to, from }: Beside, { own, glyphs }: Scene): boolean {
  if (!isCapital) return true;
  const isInitial = to - from === 1 && glyphs.code(to) === 0x2e;
  if (isInitial && gap !== 'line') return own.has(text);
  return own.has(text) || functionWords.has(text) || titles.has(text) || greetings.has(text) || signOffs.has(text);
}

/** "May" in "in May" and "May 5" is a month; a word with a capital amid a sentence is a name. */
function isUsedAsName({ glyphs, from, to, before }: Scene): boolean {
  if (startsSentence(glyphs, from)) return lineEndAfter(glyphs, to) !== undefined && beginsLine(glyphs, from);
  const after = wordAfter(glyphs, to);
  const isDate = after?.gap === 'space' && /^\d/.test(after.text);
  return !isDate && !(before?.gap === 'space' && DATED.has(before.text));
}

/** Whether a word is the first of a sentence, a line or a field. */
function startsSentence(glyphs: Glyphs, from: number): boolean {
  if (beginsLine(glyphs, from)) return true;
  const before = wordBefore(glyphs, from);
  return before === undefined || before.gap === 'dot' || before.gap === 'line';
}
