import { obstacleCodes } from '@lethe/core';
import type { PersonId, RunRecord, Step } from '@lethe/core';
import { createHash } from 'node:crypto';
import { z } from 'zod';

/** How far a run that is in the erasure log has come: `begun` until it is over. */
export const erasureStates = ['begun', 'done', 'done-with-gaps', 'called-off'] as const;
/** One of the states above. */
export type ErasureState = (typeof erasureStates)[number];

const digest = z.string().regex(/^[0-9a-f]{64}$/);

/** One run as the erasure log keeps it: ids, digests and times, no name and no address. */
export const erasureSchema = z.strictObject({
  version: z.literal(1),
  run: z.uuid(),
  state: z.enum(erasureStates),
  /** When that was written. */
  at: z.iso.datetime({ precision: 3 }),
  installation: z.uuid(),
  /** The host's name in the settings, and which plugin it is. */
  host: z.strictObject({ name: z.string(), kind: z.string() }),
  /** The person's id in the host. */
  person: z.string().transform((id) => id as PersonId),
  /** The one case it covered, if not everything. */
  only: z.string().exactOptional(),
  plan: digest,
  rules: digest,
  acknowledged: z.array(z.enum(obstacleCodes)).readonly(),
  /** What it did, step by step, as fingerprints: a run that repeats it must do nothing else. */
  steps: z.array(z.string()).readonly(),
});

/** One run as the erasure log keeps it. */
export type ErasureRecord = Readonly<z.infer<typeof erasureSchema>>;

/** Tells a step of a plan from all others: which spot, and what becomes of it. */
export function stepPrint({ spot, verb }: Pick<Step, 'spot' | 'verb'>): string {
  return createHash('sha256').update(`${verb}\n${spot}`).digest('base64url').slice(0, 16);
}

/** What the log keeps of an approved plan. */
export function erasureOf(
  { id, plan: { host, person, plan }, approval }: Pick<RunRecord, 'id' | 'plan' | 'approval'>,
  about: Pick<ErasureRecord, 'state' | 'at' | 'installation'>,
): ErasureRecord {
  return {
    version: 1,
    run: id,
    ...about,
    acknowledged: approval.acknowledged,
    host: { name: host, kind: plan.host },
    person,
    ...(plan.only === undefined ? {} : { only: plan.only }),
    plan: plan.digest,
    rules: plan.rules.digest,
    steps: plan.steps.map(stepPrint),
  };
}
