import { keptReasons, roles, spotKinds, verbs } from '@lethe/core';
import { z } from 'zod';

const count = z.int().min(0);
const kind = z.enum(spotKinds);
const counts = { blanked: count, kept: count, cannot: count };

const detailSchema = z.strictObject({
  label: z.string(),
  what: z.enum(['blanked', 'kept', 'cannot']),
  verb: z.enum(verbs).optional(),
  role: z.enum(roles).optional(),
  why: z.enum(keptReasons).optional(),
  because: z.string().optional(),
  instead: z.string().optional(),
  source: z.string().optional(),
});

const gapSchema = z.strictObject({
  spot: z.string(),
  kind,
  label: z.string(),
  because: z.string(),
  instead: z.string().optional(),
  source: z.string(),
});

const mentionsSchema = z.strictObject({
  by: z.string(),
  how: z.string(),
  evidence: z.string().optional(),
  doubt: z.string().optional(),
  count,
});

/** What a reviewer is shown of a plan: every spot once. Nothing in it is personal. */
export const sheetSchema = z
  .strictObject({
    rows: z.array(z.strictObject({ kind, ...counts, details: z.array(detailSchema).readonly() })).readonly(),
    totals: z.strictObject(counts),
    gaps: z.array(gapSchema).readonly(),
    remains: z.array(z.strictObject({ kind, where: z.string(), steps: count })).readonly(),
    sideEffects: z.array(z.strictObject({ kind, what: z.string(), steps: count })).readonly(),
    asks: z.array(z.strictObject({ says: z.string(), link: z.string().optional(), steps: count })).readonly(),
    mentions: z.array(mentionsSchema).readonly(),
    unreached: z.array(z.strictObject({ scope: z.string(), because: z.string() })).readonly(),
    ambiguous: z.array(z.string()).readonly(),
  })
  .meta({ id: 'ReviewSheet' });
