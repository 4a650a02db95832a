import { classOfCode, APART, ligatures, SINGLE } from '../unit-classes.ts';

/** A word as a walk over a text sees it: folded letters without a sign between, or one sign of a script without spaces. */
export type Piece = readonly number[];

/** More writings than this of one word: whoever is called so is looked for in every text. */
const MOST_WRITINGS = 24;

const [A, E, O, S, U] = [0x61, 0x65, 0x6f, 0x73, 0x75];

/** What single letters of a text may stand for: `ß` for "ss", `ä` for "ae" and for "a". */
const SHORTER: ReadonlyMap<string, readonly number[]> = new Map([
  ['ss', [ligatures.get('ss') ?? 0]],
  ['ae', [ligatures.get('ae') ?? 0, 0x61]],
  ['oe', [0x6f]],
  ['ue', [0x75]],
  ['aa', [0x61]],
]);

/** The words a row of folded characters holds. */
export function piecesIn(codes: readonly number[]): readonly Piece[] {
  const pieces: number[][] = [];
  let isOpen = false;
  for (const code of codes) {
    const kind = classOfCode(code);
    if (kind === SINGLE || (kind !== APART && !isOpen)) pieces.push([code]);
    else if (kind !== APART) pieces.at(-1)?.push(code);
    isOpen = kind !== APART && kind !== SINGLE;
  }
  return pieces;
}

/**
 * All ways a word may stand in a text that a walk takes letter by letter: `weiss` also as `weiß`. Nothing where there are too
 * many of them.
 */
export function writingsOf(piece: Piece): readonly Piece[] | undefined {
  if (!mayBeShorter(piece)) return [piece];
  let writings: readonly Piece[] = [[]];
  let ending: readonly Piece[] = [];
  for (const [index, code] of piece.entries()) {
    const longer = writings.map((writing) => [...writing, code]);
    const shorter = SHORTER.get(String.fromCodePoint(code, piece[index + 1] ?? 0)) ?? [];
    const next = shorter.flatMap((one) => writings.map((writing) => [...writing, one]));
    writings = [...longer, ...ending];
    ending = next;
    if (writings.length > MOST_WRITINGS) return undefined;
  }
  return writings;
}

/** Whether one of the pairs above is in a word: most have none, and looking closer costs much. */
function mayBeShorter(piece: Piece): boolean {
  let before = 0;
  for (const code of piece) {
    if ((code === S && before === S) || (code === E && isVowel(before)) || (code === A && before === A)) return true;
    before = code;
  }
  return false;
}

function isVowel(code: number): boolean {
  return code === A || code === O || code === U;
}
