import { HostError, Personal } from '@lethe/core';
import { z } from 'zod';
import { ask } from '../ask.ts';
import type { Transport } from '../call.ts';

/** Lethe's part inside Redmine: `native/README.md` is the contract. */

const text = z
  .string()
  .nullable()
  .transform((value) => (value === null ? undefined : Personal.of(value)));

const traceSchema = z.object({
  table: z.string(),
  id: z.string(),
  /** Nothing stands for the row itself. */
  column: z.string().nullable(),
  text,
  hidden: z.boolean().default(false),
  why: z.array(z.string()),
  may: z.array(z.enum(['text', 'remove'])),
  made: z.string().pipe(z.coerce.date()).nullable(),
  links: z.record(z.string(), z.string()),
  facts: z.record(z.string(), z.string()),
});
/** One text of a row that has to do with a person, or the row itself. */
export type Trace = z.output<typeof traceSchema>;

const readingSchema = z.object({
  state: z.enum(['here', 'gone']),
  text: text.optional(),
  hidden: z.boolean().default(false),
});
/** A cell as it is now. */
export type CellReading = z.output<typeof readingSchema>;

const statusSchema = z.object({
  lethe: z.string(),
  allowed: z.boolean(),
  limits: z.object({ changes: z.number().min(1), rows: z.number().min(1), page: z.number().min(1) }),
});
/** What the installed part says about itself. */
export type InsideStatus = z.output<typeof statusSchema>;

/** A cell of the database: a column of a row, or the row itself. */
export interface Cell {
  readonly table: string;
  readonly id: string;
  readonly column: string | null;
}

/** A change of one cell: a new text, or the row removed. */
export type Change =
  | { readonly table: string; readonly id: string; readonly remove: true }
  | {
      readonly table: string;
      readonly id: string;
      readonly column: string;
      readonly text: string;
      readonly was?: string;
    };

const resultSchema = z.object({ result: z.enum(['done', 'gone', 'stale', 'refused']) });
/** How a change ended. */
export type ChangeResult = z.output<typeof resultSchema>['result'];

/** What to look for; the union of what each finds. */
export interface Quest {
  readonly person?: string;
  readonly whole_issues?: boolean;
  readonly issues?: readonly string[];
  readonly terms?: readonly string[];
  readonly phones?: readonly string[];
  readonly tables?: readonly string[];
}

/** Whether Lethe's part is installed, and what it allows. Nothing if it is not there or this account may not use it. */
export async function insideStatus(transport: Transport): Promise<InsideStatus | undefined> {
  try {
    const call = { what: "tell whether Lethe's part is installed", method: 'GET', path: '/lethe/status.json' } as const;
    const status = await ask(transport, call, statusSchema);
    return status.allowed ? status : undefined;
  } catch (error) {
    if (error instanceof HostError && ['gone', 'not-permitted', 'signed-out'].includes(error.code)) return undefined;
    throw error;
  }
}

const tracesSchema = z.object({ traces: z.array(traceSchema), next: z.string().nullable() });

/** Everything a quest finds, a page at a time; a page may be empty. */
export async function* traces(transport: Transport, quest: Quest): AsyncGenerator<readonly Trace[]> {
  let cursor: string | null = null;
  do {
    const body: unknown = cursor === null ? quest : { ...quest, cursor };
    const page: z.output<typeof tracesSchema> = await ask(
      transport,
      { what: 'look for traces', method: 'POST', path: '/lethe/traces.json', body },
      tracesSchema,
    );
    yield page.traces;
    cursor = page.next;
  } while (cursor !== null);
}

/** Changes cells in one transaction; one result for each, in order. */
export async function change(transport: Transport, changes: readonly Change[]): Promise<readonly ChangeResult[]> {
  const call = { what: 'change texts', method: 'POST', path: '/lethe/change.json', body: { changes } } as const;
  const { results } = await ask(transport, call, z.object({ results: z.array(resultSchema).length(changes.length) }));
  return results.map(({ result }) => result);
}

/** Reads cells again, straight from the database; one reading for each, in order. */
export async function rereadCells(transport: Transport, rows: readonly Cell[]): Promise<readonly CellReading[]> {
  const call = { what: 'read texts again', method: 'POST', path: '/lethe/reread.json', body: { rows } } as const;
  return (await ask(transport, call, z.object({ readings: z.array(readingSchema).length(rows.length) }))).readings;
}
