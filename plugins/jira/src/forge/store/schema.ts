import { hostErrorCodes, ledgerEntrySchema, obstacleCodes, outcomes, personKinds } from '@lethe/core';
import type { Ending, PersonId, Plan, StepId } from '@lethe/core';
import { z } from 'zod';
import type { RowKind } from './draft.ts';

const moment = z.iso.datetime();
const person = z.custom<PersonId>((value) => typeof value === 'string' && value !== '');
const position = z.strictObject({ seq: z.int().nonnegative(), hash: z.string() });
const runStates = ['running', 'stopped', 'done', 'done-with-gaps', 'superseded', 'called-off'] as const;

const approval = z.strictObject({
  digest: z.string(),
  typed: z.string(),
  by: z.string(),
  at: moment,
  acknowledged: z.array(z.enum(obstacleCodes)).readonly(),
});

const planRow = z.strictObject({
  host: z.string(),
  person,
  personKind: z.enum(personKinds),
  reviewedBy: z.string(),
  reviewedAt: moment,
  digest: z.string(),
  /** Texts the plan itself is in: `plan:<id>:<n>`. */
  pieces: z.int(),
  /** The page of the register it stands on. */
  page: z.int(),
  /** The run it was begun by. */
  run: z.string().exactOptional(),
});

/** What a step's line says: begun, or settled with outcome, code and remedy. */
const line = z.union([
  z.tuple([z.string()]),
  z.tuple([z.string(), z.enum(outcomes), z.enum(hostErrorCodes).nullable(), z.string().nullable()]),
]);

const runRow = z.strictObject({
  plan: z.string(),
  host: z.string(),
  person,
  /** Steps of its plan. */
  steps: z.int(),
  page: z.int(),
  state: z.enum(runStates),
  /** Whether it stands in the way of another run on the same person. */
  open: z.boolean(),
  /** Whose run it is; missing once nobody's. */
  token: z.string().exactOptional(),
  /** No owner is alive after this moment: Forge ends every invocation. */
  aliveUntil: moment.exactOptional(),
  approval,
  /** The row that uses the approval up. */
  usedApproval: z.string(),
  startedAt: moment,
  endedAt: moment.exactOptional(),
  /** Texts the ending is in: `ending:<id>:<n>`. */
  endingPieces: z.int().exactOptional(),
  ledger: position.exactOptional(),
  /** Packs of the journal that are full: `journal:<id>:<n>`. */
  packs: z.int(),
  /** The journal's last lines. */
  lines: z.array(line).readonly(),
});

const ledgerRow = z.strictObject({
  ...position.shape,
  /** Pages that are full: `ledger:<n>`. */
  pages: z.int(),
  /** Entries on the last of them. */
  inLast: z.int(),
  tail: z.array(ledgerEntrySchema).readonly(),
});

const registerPage = z.strictObject({
  cases: z
    .array(z.strictObject({ plan: z.string(), host: z.string(), run: z.string().exactOptional(), open: z.boolean() }))
    .readonly(),
});

const registerRow = z.strictObject({
  pages: z.int(),
  /** Texts nothing leads to any more, by what their keys begin with and how many there are: for the next tidying. */
  litter: z.array(z.tuple([z.string(), z.int()])).readonly(),
});

const personRow = z.strictObject({
  /** Plans that were not run yet, the newest last. */
  plans: z.array(z.string()).readonly(),
  /** The open run. */
  run: z.string().exactOptional(),
});

export type PlanRow = z.infer<typeof planRow>;
export type RunRow = z.infer<typeof runRow>;
export type LedgerRow = z.infer<typeof ledgerRow>;
export type PersonRow = z.infer<typeof personRow>;
export type JournalLineStored = z.infer<typeof line>;
export type Case = z.infer<typeof registerPage>['cases'][number];

/** The rows of the store, by what their keys begin with. */
export const kinds = {
  plan: { prefix: 'plan', schema: planRow },
  run: { prefix: 'run', schema: runRow },
  /** By host and person. */
  person: { prefix: 'person', schema: personRow },
  /** An approval that has begun a run. */
  approval: { prefix: 'approval', schema: z.strictObject({ run: z.string() }) },
  ledger: { prefix: 'ledger', schema: ledgerRow },
  register: { prefix: 'register', schema: registerRow },
  registerPage: { prefix: 'register-page', schema: registerPage },
} as const satisfies Readonly<Record<string, RowKind<unknown>>>;

/** What packed texts hold. Only this app writes them, and they are read with the rows that name them. */
export const documents = {
  plan: z.custom<Plan>((value) => isObject(value) && 'digest' in value && 'steps' in value),
  ending: z.custom<Ending>((value) => isObject(value) && 'state' in value && 'grown' in value),
  lines: z.array(line),
  entries: z.array(ledgerEntrySchema),
} as const;

/** A step by its id as stored. */
export function stepOf(id: string): StepId {
  return id as StepId;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
