import { Personal } from '@lethe/core';
import { z } from 'zod';

/** What Lethe's part inside a host answers, whichever host it is in: `native/README.md` of the plugin is the contract. */

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

/** A page of traces, and where the next one begins. */
export const tracesSchema = z.object({ traces: z.array(traceSchema), next: z.string().nullable() });

/** A cell as it is now. */
export const readingSchema = z.object({
  state: z.enum(['here', 'gone']),
  text: text.optional(),
  hidden: z.boolean().default(false),
});
/** A cell as it is now. */
export type CellReading = z.output<typeof readingSchema>;

/** What the installed part says about itself. */
export const statusSchema = z.object({
  lethe: z.string(),
  allowed: z.boolean(),
  /** Number of the account that asked. */
  account: z.string().optional(),
  limits: z.object({ changes: z.number().min(1), rows: z.number().min(1), page: z.number().min(1) }),
});
/** What the installed part says about itself. */
export type InsideStatus = z.output<typeof statusSchema>;

/** Whether an account may anonymize people by the host's own rights, as of now. */
export const maySchema = z.object({ account: z.string(), may: z.boolean() });

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
      /** SHA-256 of the text that was seen, in lower-case hex: tells an edit since. */
      readonly was?: string;
    };

/** How a change ended. */
export const resultSchema = z.object({ result: z.enum(['done', 'gone', 'stale', 'refused']) });
/** How a change ended. */
export type ChangeResult = z.output<typeof resultSchema>['result'];

/** What to look for; the union of what each finds. */
export interface Quest {
  readonly person?: string;
  /** Whether all of the cases the person has to do with are wanted, whoever wrote in them. */
  readonly wholeCases?: boolean;
  /** Numbers of cases. */
  readonly cases?: readonly string[];
  readonly terms?: readonly string[];
  readonly phones?: readonly string[];
  readonly tables?: readonly string[];
}
