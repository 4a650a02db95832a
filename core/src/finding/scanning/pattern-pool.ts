import type { IdentifierKind, Identifiers } from '../../identifiers.ts';
import type { Entry } from '../matching/hit.ts';
import { nameForms, type NameForm } from '../matching/name-forms.ts';
import { isAddress, strongEntries } from '../matching/weak-identifiers.ts';
import { spellingsOf } from '../reading/readings.ts';
import { AddressBook } from './address-book.ts';
import { IntList } from './int-list.ts';
import { type KeyTable, KeyTableBuilder } from './key-table.ts';
import { keyOf, nameKeys } from './name-keys.ts';
import { DOMAIN, EXACT, NAME, NUMERIC, packNamed, PHONE, TOKEN } from './patterns.ts';
import { PhoneBook } from './phone-book.ts';
import { codesOf, surfacesOf, WordPool } from './word-pool.ts';

/** Everything that is looked for, in plain memory. */
export interface PatternPool {
  readonly table: KeyTable;
  readonly patterns: Int32Array;
  readonly words: Int32Array;
  readonly addresses: AddressBook;
  readonly phones: PhoneBook;
}

/** Nothing but what every fold leaves as it is, but for case. */
const PLAIN = /^[\w@.-]*$/;

/** Files people's identifiers in all their forms, then gives them as a pool. */
export class PatternPoolBuilder {
  readonly #table = new KeyTableBuilder();
  readonly #cells = new IntList();
  readonly #words = new WordPool();
  readonly #addresses = new AddressBook();
  readonly #phones = new PhoneBook();
  readonly #domain: number;

  constructor() {
    this.#cells.push(-1);
    this.#domain = this.#cells.push(DOMAIN);
  }

  /** Files one person's identifiers, but those that would match too much. */
  put(who: Identifiers, person: number): void {
    for (const entry of strongEntries(who)) {
      const { by, text } = entry;
      if (by === 'addresses' || isAddress(text)) this.#putAddress(entry, person);
      else if (by === 'phones') this.#putPhone(entry, person);
      else if (by === 'names') for (const form of nameForms(entry)) this.#putName(form, person);
      else if (by !== 'postalAddresses') this.#putToken(entry, person);
    }
  }

  /** The pool of all that was filed. */
  pool(): PatternPool {
    return {
      table: this.#table.table(),
      patterns: this.#cells.trimmed(),
      words: this.#words.cells.trimmed(),
      addresses: this.#addresses,
      phones: this.#phones,
    };
  }

  #putAddress({ text, by, entry }: Entry, person: number): void {
    for (const domain of this.#addresses.put(text, { person, named: packNamed(by, entry) })) {
      for (const surface of surfacesOf(spellings(domain))) this.#key(surface, this.#domain);
    }
  }

  #putPhone(entry: Entry, person: number): void {
    const pattern = this.#begin(PHONE, person, entry);
    for (const { value, isShort } of this.#phones.put(entry, pattern)) this.#table.addNumber(value, isShort, pattern);
  }

  #putToken(entry: Entry, person: number): void {
    const { text, by } = entry;
    for (const spelling of new Set(spellings(text))) {
      const pattern = this.#begin(TOKEN, person, entry);
      this.#cells.push((by === 'logins' ? 0 : EXACT) | (/^\d+$/.test(text) ? NUMERIC : 0));
      this.#pushAll(codesOf(spelling));
      const written = text.normalize('NFC');
      this.#pushAll(Array.from({ length: written.length }, (_, at) => written.charCodeAt(at)));
      for (const surface of surfacesOf([spelling])) this.#key(surface, pattern);
    }
  }

  #putName({ words, order, turn, extent, by, entry }: NameForm, person: number): void {
    // "Doe, Jane" and "Doe Jane" have the same words: one pattern stands for both.
    if (extent === 'given' || extent === 'family' || order === 'comma') return;
    const pooled = words.map((word) => this.#words.put(word));
    const pattern = this.#begin(NAME, person, { by, entry });
    this.#cells.push(order === 'straight' ? 0 : turn);
    this.#pushAll(pooled.map(({ at }) => at));
    for (const key of nameKeys(pooled)) this.#table.add(key, pattern);
  }

  #begin(kind: number, person: number, { by, entry }: { readonly by: IdentifierKind; readonly entry: number }): number {
    const pattern = this.#cells.push(kind);
    this.#cells.push(person);
    this.#cells.push(packNamed(by, entry));
    return pattern;
  }

  #pushAll(values: readonly number[]): void {
    this.#cells.push(values.length);
    for (const value of values) this.#cells.push(value);
  }

  #key(surface: string, pattern: number): void {
    const key = keyOf(surface);
    if (key !== undefined) this.#table.add(key, pattern);
  }
}

/** A text in the codes it is compared by, both ways where it has umlauts. */
function spellings(text: string): readonly string[] {
  if (PLAIN.test(text)) return [text.toLowerCase()];
  return spellingsOf(text).map((glyphs) =>
    Array.from({ length: glyphs.length }, (_, at) => String.fromCodePoint(glyphs.code(at))).join(''),
  );
}
