import type { Glyphs } from '../reading/glyphs.ts';
import type { Match } from './choose.ts';
import { firstLink } from './key-table.ts';
import { endOfName } from './match-name.ts';
import { endOfToken } from './match-token.ts';
import type { PatternPool } from './pattern-pool.ts';
import { DOMAIN, NAME, NAMED, PERSON, PHONE, TOKEN } from './patterns.ts';

/** Compares what a walk met, letter by letter, with all that is looked for under its key. */
export class PoolMatcher {
  readonly #pool: PatternPool;

  constructor(pool: PatternPool) {
    this.#pool = pool;
  }

  /** Adds what matches at a place to a list. */
  match(text: Glyphs, { at, key }: { readonly at: number; readonly key: number }, found: Match[]): void {
    const { table, patterns } = this.#pool;
    for (let link = firstLink(table, key); link !== 0; link = table.links[link + 1] ?? 0) {
      const pattern = table.links[link] ?? 0;
      const kind = patterns[pattern] ?? -1;
      if (kind === DOMAIN) this.#matchAddress(text, at, found);
      else if (kind === PHONE) this.#matchPhone(text, { at, pattern }, found);
      else if (kind === NAME || kind === TOKEN) {
        const end =
          kind === NAME
            ? endOfName(text, { start: at, pattern }, this.#pool)
            : endOfToken(text, { start: at, pattern }, patterns);
        if (end >= 0) this.#add(text, { start: at, end, pattern }, found);
      }
    }
  }

  #matchPhone(text: Glyphs, { at, pattern }: { readonly at: number; readonly pattern: number }, found: Match[]): void {
    const span = this.#pool.phones.endingAt(text, at, pattern);
    if (span !== undefined) this.#add(text, { ...span, pattern }, found);
  }

  #matchAddress(text: Glyphs, domain: number, found: Match[]): void {
    const address = this.#pool.addresses.at(text, domain);
    if (address === undefined) return;
    const start = text.start(address.start);
    const end = text.end(address.end - 1);
    for (const { person, named } of address.owners) found.push({ person, named, start, end });
  }

  #add(
    text: Glyphs,
    { start, end, pattern }: { readonly start: number; readonly end: number; readonly pattern: number },
    found: Match[],
  ): void {
    const { patterns } = this.#pool;
    found.push({
      person: patterns[pattern + PERSON] ?? 0,
      named: patterns[pattern + NAMED] ?? 0,
      start: text.start(start),
      end: text.end(end - 1),
    });
  }
}
