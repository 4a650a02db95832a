import { Fenced, journalLines, journalRowAfter } from '@lethe/core';
import type { Journal, JournalChange, JournalRow, LedgerPosition } from '@lethe/core';
import { reading, transact } from './database.ts';
import type { Database, Writing } from './database.ts';
import { append } from './ledger.ts';
import type { RunRow } from './schema.ts';

const PAGE = 2000;

/** A run, and the token that makes it this tab's. */
export interface Ownership {
  readonly run: string;
  readonly token: string;
}

/** The journal of a run that this tab owns. */
export class BrowserJournal implements Journal {
  readonly #database: Database;
  readonly #own: Ownership;
  readonly #now: () => Date;
  #position: LedgerPosition | undefined;

  constructor(database: Database, own: Ownership, now: () => Date) {
    this.#database = database;
    this.#own = own;
    this.#now = now;
  }

  /** Where the run's last fact stands in the ledger. */
  get position(): LedgerPosition | undefined {
    return this.#position;
  }

  entries(): AsyncIterable<JournalRow> {
    return stepsOf(this.#database, this.#own.run);
  }

  async write(change: JournalChange): Promise<void> {
    this.#position = await transact(this.#database, ['runs', 'steps', 'ledger'], async (writing) => {
      await ownRow(writing, this.#own);
      await writeSteps(writing, this.#own.run, change);
      return (await append(writing, change.facts ?? [], this.#now())) ?? this.#position;
    });
  }
}

/** The row of a run, if it still is ours. Throws `Fenced` if it is not: in the same change that would write. */
export async function ownRow(writing: Writing, { run, token }: Ownership): Promise<RunRow> {
  const row = await writing.objectStore('runs').get(run);
  if (row?.token !== token) throw new Fenced();
  return row;
}

async function writeSteps(writing: Writing, run: string, change: JournalChange): Promise<void> {
  const steps = writing.objectStore('steps');
  const write = async (line: ReturnType<typeof journalLines>[number]): Promise<void> => {
    const before = await steps.get([run, line.step]);
    await steps.put({ ...journalRowAfter(before, line), run });
  };
  await Promise.all(journalLines(change).map(write));
}

/** Everything a run's journal holds, in the order of the step ids, read page by page. */
export async function* stepsOf(database: Database, run: string): AsyncGenerator<JournalRow> {
  let after = '';
  for (;;) {
    const rest = IDBKeyRange.bound([run, after], [run, []], true);
    const page = await reading(async () => database.getAll('steps', rest, PAGE));
    for (const { run: _, ...row } of page) yield row;
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) return;
    after = last.step;
  }
}
