import { z } from 'zod';
import { hostErrorCodes, obstacleCodes } from '../errors.ts';
import { doubts, evidences, hows } from '../finding/why.ts';
import { stopReasons } from '../execution/run.ts';
import { spotKinds, verbs } from '../host.ts';
import { identifierKinds } from '../identifiers.ts';
import { ledgerStates } from '../ledger-entry.ts';
import { actorSchema } from '../ledger-schema.ts';
import { outcomes } from '../outcome.ts';
import { keptReasons } from '../plan.ts';
import type { Mentions } from '../planning/mentions.ts';

/** How a step ended, or `open`: it has not, because the run stopped before or while its call was under way. */
export const stepEnds = [...outcomes, 'open'] as const;
export type StepEnd = (typeof stepEnds)[number];

const count = z.int().nonnegative();
const digest = z.string().regex(/^[0-9a-f]{64}$/);
const moment = z.iso.datetime({ precision: 3 });
const kind = z.enum(spotKinds);
const counts = z.partialRecord(z.enum(stepEnds), count).readonly();

function many<T extends z.ZodType>(one: T): z.ZodReadonly<z.ZodArray<T>> {
  return z.array(one).readonly();
}

const times = z.strictObject({
  reviewed: moment,
  approved: moment,
  started: moment,
  /** Missing while the run goes on. */
  ended: moment.exactOptional(),
});

/** Steps by how they ended: seen by reading again, or only said by the host. */
const steps = z.strictObject({
  planned: count,
  ends: counts,
  kinds: many(z.strictObject({ kind, planned: count, ends: counts })),
  /** Seen gone in a fresh reading. */
  proven: count,
  /** The host says done, or that it is still at work, and cannot show it. */
  claimed: count,
});

/** A step of which nobody saw that it did what it should. */
const notProven = z.strictObject({
  spot: z.string(),
  kind,
  label: z.string(),
  verb: z.enum(verbs),
  end: z.enum(stepEnds),
  code: z.enum(hostErrorCodes).exactOptional(),
  remedy: z.string().exactOptional(),
});

const gap = z.strictObject({
  spot: z.string(),
  kind,
  label: z.string(),
  because: z.string(),
  instead: z.string().exactOptional(),
  source: z.string(),
});

/** Mentions of one sort: which identifier, in which writing, by which evidence or with which doubt. */
const mentions = z.strictObject({
  by: z.enum(identifierKinds),
  how: z.enum(hows),
  evidence: z.enum(evidences).exactOptional(),
  doubt: z.enum(doubts).exactOptional(),
  count,
}) satisfies z.ZodType<Mentions>;

/** What a run did and what it could not do, to file away: counts, ids and fixed words, nothing personal. */
export const reportSchema = z.strictObject({
  version: z.literal(1),
  run: z.string(),
  /** The host's name in the settings, and which plugin it is. */
  host: z.strictObject({ name: z.string(), kind: z.string() }),
  /** The person's id in the host. */
  person: z.string(),
  state: z.enum(ledgerStates),
  /** With `stopped`. */
  reason: z.enum(stopReasons).exactOptional(),
  obstacles: many(z.strictObject({ code: z.enum(obstacleCodes), says: z.string(), remedy: z.string() })),
  times,
  reviewedBy: actorSchema,
  approvedBy: actorSchema,
  /** What the reviewer knew of and went on. */
  acknowledged: many(z.enum(obstacleCodes)),
  plan: z.strictObject({ version: z.literal(1), digest }),
  rules: z.strictObject({ name: z.string(), digest }),
  /** The earlier run this one repeats, as a restore had undone it. */
  replays: z.strictObject({ run: z.string(), endedAt: moment, digest }).exactOptional(),
  /** All that was looked at: each is a step, kept or a gap. */
  spots: count,
  steps,
  notProven: many(notProven),
  gaps: many(gap),
  unreached: many(z.strictObject({ scope: z.string(), because: z.string() })),
  remains: many(z.strictObject({ kind, where: z.string(), steps: count })),
  sideEffects: many(z.strictObject({ kind, what: z.string(), steps: count })),
  /** What had to be done in the host by hand, and where. */
  asks: many(z.strictObject({ says: z.string(), link: z.string().exactOptional(), steps: count })),
  kept: z.partialRecord(z.enum(keptReasons), count).readonly(),
  /** Spots with a mention too uncertain to cut. */
  ambiguous: count,
  /** What was cut and what stayed for the reviewer, by why it was found. */
  mentions: many(mentions),
  /** Texts that were cut and in which something is left to look at. */
  residue: many(z.strictObject({ spot: z.string(), label: z.string(), mentions: many(mentions) })),
  /** Spots that came up after the review and are not in the plan. */
  grown: many(z.string()),
  /** What reports count, before and after; missing while the run goes on. */
  tallies: z.strictObject({ compared: count, changed: many(z.string()) }).exactOptional(),
  /** The ledger's last entry about the run: to check later that the ledger still holds it. */
  ledger: z.strictObject({ seq: z.int().positive(), hash: digest }).exactOptional(),
});

/** A report as data. */
export type Report = Readonly<z.infer<typeof reportSchema>>;
