import { HostError } from '@lethe/core';
import type { DossierId, PersonId, Scope, Spot, SpotId } from '@lethe/core';
import { GrowingHomes } from './homes.ts';
import type { Homes, Learning } from './homes.ts';
import type { Quest } from './protocol.ts';
import { rowsOf } from './rows.ts';
import type { Row } from './rows.ts';
import { termsFor } from './terms.ts';

/** What reading through Lethe's part is done with. */
export interface RowReading extends Learning {
  /** The spots of one row. */
  readonly rowSpots: (row: Row, homes: Homes) => readonly Spot[];
  /** The number of a case that can be listed on its own; nothing for what cannot. */
  readonly caseIn: (dossier: DossierId) => string | undefined;
  /** Numbers of cases that have to be read whole because of what was found in them. */
  readonly wholeCasesFor?: (rows: readonly Row[]) => readonly string[];
  /** Rows whose spots can be told only once other rows of the same case were seen; they are told before those of accounts. */
  readonly waits?: (row: Row) => boolean;
}

/** Spots of some scopes, each once; a person's own last. One walk through the database serves one person and all mentions. */
export async function* insideSpots(reading: RowReading, scopes: readonly Scope[]): AsyncGenerator<Spot> {
  const listing = new Listing(reading, peopleIn(scopes));
  for (const quest of questsFor(reading, scopes)) yield* listing.spotsFound(quest);
}

/** One listing: what was learnt and given out so far. */
class Listing {
  readonly #reading: RowReading;
  readonly #homes: GrowingHomes;
  readonly #given = new Set<SpotId>();
  readonly #whole = new Set<string>();

  constructor(reading: RowReading, people: ReadonlySet<PersonId>) {
    this.#reading = reading;
    this.#homes = new GrowingHomes(reading, people);
  }

  async *spotsFound(quest: Quest): AsyncGenerator<Spot> {
    const waiting: Row[] = [];
    for await (const rows of rowsOf(this.#reading.part.traces(quest))) {
      const cases = (this.#reading.wholeCasesFor?.(rows) ?? []).filter((id) => this.#isNew(id, this.#whole));
      if (cases.length > 0) yield* this.spotsFound({ cases });
      await this.#homes.learn(rows);
      for (const row of rows) {
        if (this.#reading.accountOf(row) !== undefined) yield* this.#spotsOf(waiting.splice(0));
        if (this.#reading.waits?.(row) === true) waiting.push(row);
        else yield* this.#spotsOf([row]);
      }
    }
    yield* this.#spotsOf(waiting);
  }

  *#spotsOf(rows: readonly Row[]): Generator<Spot> {
    for (const row of rows)
      yield* this.#reading.rowSpots(row, this.#homes).filter(({ id }) => this.#isNew(id, this.#given));
  }

  /** A row may be found by several quests, and then with more or fewer of its texts. */
  #isNew<T>(id: T, seen: Set<T>): boolean {
    const isFirst = !seen.has(id);
    seen.add(id);
    return isFirst;
  }
}

function peopleIn(scopes: readonly Scope[]): ReadonlySet<PersonId> {
  return new Set(scopes.flatMap((scope) => (scope.by === 'person' ? [scope.person] : [])));
}

/** As few quests as there are people; mentions and cases go with the first. */
function questsFor(reading: RowReading, scopes: readonly Scope[]): readonly Quest[] {
  const people = [...peopleIn(scopes)];
  const mentions = scopes.flatMap((scope) => (scope.by === 'mention' ? [termsFor(scope.who)] : []));
  const cases = scopes.flatMap((scope) => (scope.by === 'dossier' ? [caseOf(reading, scope.dossier)] : []));
  if (scopes.some((scope) => scope.by === 'everything'))
    throw new HostError('rejected', 'This host cannot be asked for everything at once: ask by person or by mention.');
  const rest: Quest = {
    cases,
    terms: mentions.flatMap(({ terms }) => terms),
    phones: mentions.flatMap(({ phones }) => phones),
  };
  const [first, ...others] = people.map((person): Quest => ({ person, wholeCases: true }));
  const quests = first === undefined ? [rest] : [{ ...first, ...rest }, ...others];
  return quests.filter(({ person, ...more }) => person !== undefined || Object.values(more).flat().length > 0);
}

function caseOf(reading: RowReading, dossier: DossierId): string {
  const number = reading.caseIn(dossier);
  if (number === undefined)
    throw new HostError('rejected', 'Only cases can be listed on their own: ask by mention for everything else.');
  return number;
}
