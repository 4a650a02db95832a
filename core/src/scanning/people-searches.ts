import { withCoded } from '../finding/coded.ts';
import { findingsIn } from '../finding/findings-in.ts';
import type { Finding } from '../finding/finder.ts';
import { matchersFor } from '../finding/matching/matchers-for.ts';
import type { Readings } from '../finding/reading/readings.ts';
import { searcher } from '../finding/search.ts';
import type { Identifiers } from '../identifiers.ts';

type Search = ReturnType<typeof searcher>;

/** So many people's searches are kept; a text about somebody else makes another. */
const MOST_KEPT = 1024;

/** The finder's search for each of many people, made when one is first met. */
export class PeopleSearches {
  readonly #people: readonly Identifiers[];
  readonly #kept = new Map<number, Search>();

  constructor(people: readonly Identifiers[]) {
    this.#people = people;
  }

  /** What the finder of this person finds in a text of these readings; they are left as they were. */
  find(person: number, text: string, readings: Readings): readonly Finding[] {
    const search = this.#searchFor(person);
    const { coded } = readings;
    const found = search(text, readings);
    const all = coded.length === 0 ? found : withCoded(found, search(text, { ...readings, ways: coded }));
    for (const glyphs of readings.ways) glyphs.unblock();
    for (const glyphs of coded) glyphs.unblock();
    return findingsIn(all);
  }

  #searchFor(person: number): Search {
    const who = this.#people[person];
    const search = this.#kept.get(person) ?? searcher(who === undefined ? [] : matchersFor(who));
    // What was asked for last goes last.
    this.#kept.delete(person);
    this.#kept.set(person, search);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > MOST_KEPT && oldest !== undefined) this.#kept.delete(oldest);
    return search;
  }
}
