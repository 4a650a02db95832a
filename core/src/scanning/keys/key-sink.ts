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

  /** What a row of words begins with: its first two, or its only one. */
  row([first, second]: readonly Piece[]): void {
    if (first === undefined) this.isHard = true;
    else if (second === undefined) this.word(first);
    else this.pair(first, second);
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
