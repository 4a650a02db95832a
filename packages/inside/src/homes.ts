import type { Person, PersonId } from '@lethe/core';
import { caseRows } from './cases.ts';
import type { CaseTable } from './cases.ts';
import type { InsidePart } from './part.ts';
import type { Row } from './rows.ts';

/** What rows are filed under, as far as the rows themselves do not tell. */
export interface Homes {
  /** Rows of cases by their numbers. */
  readonly cases: ReadonlyMap<string, Row>;
  /** Accounts by their numbers; what shares numbers with them, such as groups, is missing. */
  readonly people: ReadonlyMap<string, Person>;
  /** Accounts that are being listed: what they write comes in. */
  readonly listed: ReadonlySet<PersonId>;
}

/** What learning where rows belong is done with. */
export interface Learning {
  readonly part: InsidePart;
  readonly table: CaseTable;
  /** The account a row is part of, if it is part of one. */
  readonly accountOf: (row: Row) => string | undefined;
  /** The facts about accounts, by number; a number that is no account's is left out. `rows` came with them. */
  readonly meet: (accounts: readonly string[], rows: readonly Row[]) => Promise<ReadonlyMap<string, Person>>;
  /** Learns what else the host has to know about rows and cases that were not seen before. */
  readonly alsoLearn?: (rows: readonly Row[], newCases: readonly string[]) => Promise<void>;
}

/** What rows are filed under, learnt as they come: cases and accounts that were not in the walk are asked for once. */
export class GrowingHomes implements Homes {
  readonly cases = new Map<string, Row>();
  readonly people = new Map<string, Person>();
  readonly listed: ReadonlySet<PersonId>;
  readonly #asked = new Set<string>();
  readonly #met = new Set<string>();
  readonly #learning: Learning;

  constructor(learning: Learning, listed: ReadonlySet<PersonId>) {
    this.#learning = learning;
    this.listed = listed;
  }

  async learn(rows: readonly Row[]): Promise<void> {
    const { part, table, accountOf, meet } = this.#learning;
    for (const row of rows.filter(({ table: name }) => name === table.name)) this.cases.set(row.id, row);
    const cases = new Set(rows.flatMap(({ links }) => links[table.link] ?? []));
    const missing = [...cases].filter((id) => !this.cases.has(id));
    for (const [id, row] of await caseRows(part, table, missing)) this.cases.set(id, row);
    const accounts = new Set(rows.flatMap((row) => accountOf(row) ?? []));
    const unknown = [...accounts].filter((id) => !this.#asked.has(id));
    for (const id of unknown) this.#asked.add(id);
    for (const [id, person] of await meet(unknown, rows)) this.people.set(id, person);
    const fresh = [...cases].filter((id) => !this.#met.has(id));
    for (const id of fresh) this.#met.add(id);
    await this.#learning.alsoLearn?.(rows, fresh);
  }
}
