import { sortedEntries } from '../finding/matching/matchers-for.ts';
import { nameSuffixes } from '../finding/matching/name-walk.ts';
import type { Identifiers } from '../identifiers.ts';
import { hashOfWord } from './hashing.ts';
import { firstLink, kindsOf, type KeyTable, KeyTableBuilder, mayBegin, ownerOf, personOf } from './key-table.ts';
import { personKeys } from './keys/person-keys.ts';

const ALL_KINDS = 0x3f;

/** Who is looked up by which key. */
export class WhoByKey {
  readonly table: KeyTable;
  /** Those who are looked for in every text. */
  readonly #everywhere: readonly number[];
  readonly #count: number;
  readonly #suffixes: ReadonlySet<number>;
  /** For each person the last text in which a key was met. */
  readonly #metIn: Uint32Array;
  /** For each person the sorts of identifiers met in it. */
  readonly #kinds: Uint8Array;
  #text = 0;
  #people: number[] = [];
  #needsLooseWalk = false;

  constructor(people: readonly Identifiers[], withParts: boolean) {
    const builder = new KeyTableBuilder();
    const everywhere: number[] = [];
    for (const [person, who] of people.entries()) {
      if (personKeys(sortedEntries(who), { person, table: builder, withParts })) everywhere.push(person);
    }
    this.#suffixes = new Set(nameSuffixes.map((word) => hashOfWord(Array.from(word, (char) => char.charCodeAt(0)))));
    // "Doe Jr., Jane": whose it is says only a walk that passes over the word between.
    for (const hash of this.#suffixes) builder.addWord(hash, ownerOf(people.length, 0));
    this.table = builder.table();
    this.#everywhere = everywhere;
    this.#count = people.length;
    this.#metIn = new Uint32Array(people.length + 1);
    this.#kinds = new Uint8Array(people.length + 1);
  }

  /** Whether a word was met that may stand between two of a name. */
  get needsLooseWalk(): boolean {
    return this.#needsLooseWalk;
  }

  /** Whether anybody was met. */
  get isAnybody(): boolean {
    return this.#people.length > 0;
  }

  /** Begins a text. */
  begin(): void {
    this.#text += 1;
    this.#people = [];
    this.#needsLooseWalk = false;
    for (const person of this.#everywhere) this.#add(ownerOf(person, ALL_KINDS));
  }

  /** Takes down whose key this is. */
  meet(key: number): void {
    const { links } = this.table;
    for (let link = firstLink(this.table, key); link !== 0; link = links[link + 1] ?? 0) this.#add(links[link] ?? 0);
  }

  /** Everybody met in the text, in order. */
  people(): readonly number[] {
    return this.#people.length < 2 ? this.#people : this.#people.sort((one, other) => one - other);
  }

  /** Whether a word may stand between two of a name. */
  readonly isBetween = (hash: number): boolean => this.#suffixes.has(hash);

  /** Whether somebody's pair of words may begin with this one. */
  readonly begins = (hash: number): boolean => mayBegin(this.table, hash);

  /** Of which sorts the identifiers of a person are that the text may hold. */
  kindsOf(person: number): number {
    return this.#kinds[person] ?? 0;
  }

  #add(owner: number): void {
    const person = personOf(owner);
    if (this.#metIn[person] === this.#text) {
      this.#kinds[person] = (this.#kinds[person] ?? 0) | kindsOf(owner);
      return;
    }
    this.#metIn[person] = this.#text;
    this.#kinds[person] = kindsOf(owner);
    if (person === this.#count) this.#needsLooseWalk = true;
    else this.#people.push(person);
  }
}
