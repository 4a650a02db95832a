import { hashOfWord, keyOf } from '../hashing.ts';
import { type KeyTableBuilder, ownerOf } from '../key-table.ts';
import { LONGEST_WORD } from '../walk.ts';
import { type Piece, writingsOf } from './words.ts';

/** The end of a genitive, which a name may carry: "Peter Müllers". */
const GENITIVE = 0x73;

/** Takes down what one person is looked up by. */
export class KeySink {
  readonly #table: KeyTableBuilder;
  readonly #person: number;
  /** Of which sort the identifiers are whose keys come: one of `matcherKinds`, as a bit. */
  kind = 0;
  /** Whether something has no key: the person is looked for in every text. */
  isHard = false;

  constructor(table: KeyTableBuilder, person: number) {
    this.#table = table;
    this.#person = person;
  }

  /** A word that stands alone. */
  word(piece: Piece): void {
    for (const hash of this.#hashesOf(piece)) this.#table.addWord(hash, this.#owner);
  }

  /** Two words in a row, nothing but signs between them; also with a single letter between, as the table is asked both ways. */
  pair(first: Piece, second: Piece): void {
    const seconds = this.#hashesOf(second);
    for (const one of this.#hashesOf(first)) {
      for (const other of seconds) this.#table.addPair(one, keyOf(one, other), this.#owner);
    }
  }

  /** Words that follow each other: the two with most letters, or the only one. */
  row(pieces: readonly Piece[]): void {
    const [only] = pieces;
    if (only === undefined) this.isHard = true;
    else if (pieces.length === 1) this.word(only);
    else this.#bestPair(pieces);
  }

  #bestPair(pieces: readonly Piece[]): void {
    let [best, most] = [0, 0];
    for (let at = 0; at + 1 < pieces.length; at += 1) {
      const [one, other] = [pieces[at]?.length ?? 0, pieces[at + 1]?.length ?? 0];
      const worth = 64 * Math.min(one, other) + Math.max(one, other);
      if (worth > most) [best, most] = [at, worth];
    }
    this.pair(pieces[best] ?? [], pieces[best + 1] ?? []);
  }

  /** Any other key. */
  key(first: number, second: number): void {
    this.#table.add(keyOf(first, second), this.#owner);
  }

  get #owner(): number {
    return ownerOf(this.#person, this.kind);
  }

  #hashesOf(piece: Piece): readonly number[] {
    const isUsual = piece.length < LONGEST_WORD && !piece.some((code) => code > 0xffff);
    const writings = isUsual ? writingsOf(piece) : undefined;
    if (writings === undefined) this.isHard = true;
    return (writings ?? []).map(hashOfWord);
  }
}

/** A word as it stands, and with the ending of a genitive. */
export function withGenitive(piece: Piece): readonly Piece[] {
  return [piece, [...piece, GENITIVE]];
}
