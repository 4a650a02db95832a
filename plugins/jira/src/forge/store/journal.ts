import { Fenced, journalLines, journalRowAfter } from '@lethe/core';
import type { Journal, JournalChange, JournalLine, JournalRow, LedgerPosition } from '@lethe/core';
import { read, transact } from './draft.ts';
import type { Draft } from './draft.ts';
import type { Ground } from './ground.ts';
import { append } from './ledger.ts';
import { packed, unpacked } from './packing.ts';
import { documents, kinds, stepOf } from './schema.ts';
import type { JournalLineStored, RunRow } from './schema.ts';

/** A run, and the token that makes it this invocation's. */
export interface Ownership {
  readonly run: string;
  readonly token: string;
}

/** So many signs of lines stay in the run's row: more, and the row costs two writes. */
const INLINE = 6000;
/** Lines of one pack. */
const PACK = 5000;

/** The journal of a run that this invocation owns. One write of the storage a change, whatever it says. */
export class ForgeJournal implements Journal {
  readonly #ground: Ground;
  readonly #own: Ownership;
  #last: Promise<unknown> = Promise.resolve();

  constructor(ground: Ground, own: Ownership) {
    this.#ground = ground;
    this.#own = own;
  }

  entries(): AsyncIterable<JournalRow> {
    return stepsOf(this.#ground, this.#own.run);
  }

  async write(change: JournalChange): Promise<void> {
    // One after the other: two at once would meet in the same row and be made twice for nothing.
    const mine = this.#last.then(async () => this.#write(change));
    this.#last = mine.catch(() => undefined);
    return mine;
  }

  async #write(change: JournalChange): Promise<void> {
    await transact(this.#ground, async (draft) => {
      const row = await ownRow(draft, this.#own);
      const position = await append(draft, change.facts ?? [], this.#ground.clock.now());
      draft.put(kinds.run, this.#own.run, withLines(draft, this.#own.run, noted({ row, position, change })));
    });
  }
}

/** The row of a run, if it still is ours. Throws `Fenced` if it is not: what is written with it is written only while it is. */
export async function ownRow(draft: Draft, { run, token }: Ownership): Promise<RunRow> {
  const row = await draft.get(kinds.run, run);
  if (row?.token !== token) throw new Fenced();
  return row;
}

/** Everything a run's journal holds, in the order of the step ids. */
export async function* stepsOf({ rows }: Pick<Ground, 'rows'>, run: string): AsyncGenerator<JournalRow> {
  const row = await read(rows, kinds.run, run);
  if (row === undefined) return;
  const packs = Array.from({ length: row.packs }, async (_, at) => rows.value(packKey(run, at)));
  const full = (await Promise.all(packs)).flatMap((pack) => unpacked([pack], documents.lines));
  const steps = new Map<string, JournalRow>();
  for (const line of [...full, ...row.lines]) {
    const known = lineFrom(line);
    steps.set(known.step, journalRowAfter(steps.get(known.step), known));
  }
  yield* [...steps.values()].sort((one, other) => (one.step < other.step ? -1 : 1));
}

interface Noted {
  readonly row: RunRow;
  readonly position: LedgerPosition | undefined;
  readonly change: JournalChange;
}

function noted({ row, position, change }: Noted): RunRow {
  const lines = [...row.lines, ...journalLines(change).map(stored)];
  return { ...row, lines, ...(position === undefined ? {} : { ledger: position }) };
}

/** The row, with its lines packed away where they have become many. */
function withLines(draft: Draft, run: string, row: RunRow): RunRow {
  if (JSON.stringify(row.lines).length <= INLINE) return row;
  let { packs } = row;
  for (let at = 0; at < row.lines.length; at += PACK) {
    draft.value(packKey(run, packs), packed(row.lines.slice(at, at + PACK)).join(''));
    packs += 1;
  }
  return { ...row, packs, lines: [] };
}

function stored({ step, begun, outcome, code, remedy }: JournalLine): JournalLineStored {
  if (begun || outcome === undefined) return [step];
  return [step, outcome, code ?? null, remedy ?? null];
}

function lineFrom([id, outcome, code, remedy]: JournalLineStored): JournalLine {
  const step = stepOf(id);
  if (outcome === undefined) return { step, begun: true };
  return {
    step,
    begun: false,
    outcome,
    ...(code === null || code === undefined ? {} : { code }),
    ...(remedy === null || remedy === undefined ? {} : { remedy }),
  };
}

function packKey(run: string, at: number): string {
  return `journal:${run}:${String(at)}`;
}
