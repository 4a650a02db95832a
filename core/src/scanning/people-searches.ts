import { withCoded } from '../finding/coded.ts';
import { findingsIn } from '../finding/findings-in.ts';
import type { Finding } from '../finding/finder.ts';
import type { Matcher } from '../finding/matching/hit.ts';
import { matcherKinds, matchersOf, type SortedEntries, sortedEntries } from '../finding/matching/matchers-for.ts';
import type { Readings } from '../finding/reading/readings.ts';
import { searcher } from '../finding/search.ts';
import type { Identifiers } from '../identifiers.ts';

type Search = ReturnType<typeof searcher>;

/** So many people's searches are kept; a text about somebody else makes another. */
const MOST_KEPT = 8192;
/** Parts of a name may stand anywhere: they are looked for wherever anything of the person may be. */
const NAMES = 1 << matcherKinds.indexOf('names');

/** One person's matchers and searches, each made when first wanted. */
class PersonSearch {
  readonly #entries: SortedEntries;
  readonly #matchers = new Map<number, readonly Matcher[]>();
  readonly #searches = new Map<number, Search>();

  constructor(who: Identifiers) {
    this.#entries = sortedEntries(who);
  }

  /** The finder's search, for some sorts of identifiers. */
  of(kinds: number): Search {
    const search = this.#searches.get(kinds) ?? searcher(this.#matchersOf(kinds));
    this.#searches.set(kinds, search);
    return search;
  }

  #matchersOf(kinds: number): readonly Matcher[] {
    return matcherKinds.flatMap((kind, bit) => {
      if (((kinds >> bit) & 1) === 0) return [];
      const matchers = this.#matchers.get(bit) ?? matchersOf(kind, this.#entries);
      this.#matchers.set(bit, matchers);
      return matchers;
    });
  }
}

/** Whom to look for and by which sorts of identifiers, as bits. */
export interface Wanted {
  readonly person: number;
  readonly kinds: number;
}

/** The finder's search for each of many people, made when one is first met. */
export class PeopleSearches {
  readonly #people: readonly Identifiers[];
  readonly #kept = new Map<number, PersonSearch>();

  constructor(people: readonly Identifiers[]) {
    this.#people = people;
  }

  /** What the finder of a person finds in a text of these readings; they are left as they were. */
  find({ person, kinds }: Wanted, text: string, readings: Readings): readonly Finding[] {
    const search = this.#searchFor(person)?.of(kinds | NAMES);
    if (search === undefined) return [];
    const { coded } = readings;
    const found = search(text, readings);
    const all = coded.length === 0 ? found : withCoded(found, search(text, { ways: coded }));
    for (const glyphs of readings.ways) glyphs.unblock();
    for (const glyphs of coded) glyphs.unblock();
    return findingsIn(all);
  }

  #searchFor(person: number): PersonSearch | undefined {
    const known = this.#kept.get(person);
    const who = this.#people[person];
    if (known !== undefined || who === undefined) return known;
    if (this.#kept.size >= MOST_KEPT) this.#kept.clear();
    const search = new PersonSearch(who);
    this.#kept.set(person, search);
    return search;
  }
}
