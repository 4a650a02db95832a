import { randomBytes, randomUUID } from 'node:crypto';

import { administratorsOnly, defaultRules, guardSettingsSchema, identifiersFrom, phraseFor } from '@lethe/core';
import type { Approval, Host } from '@lethe/core';
import { mint } from '@lethe/core/testing';
import { reviewPerson, type Desk } from '@lethe/review';
import type { Storage } from '@lethe/storage';
import { personOf } from './small-host.ts';

/** The desk of an administrator at the stub. */
export function smallDesk(storage: Storage, host: Host): Desk {
  return {
    name: 'stub',
    host,
    store: storage,
    rules: defaultRules,
    guards: guardSettingsSchema.parse({}),
    holds: [],
    askedBy: 'outside',
    actor: async () => ({ id: 'operator-1', groups: [], administrator: true }),
    permissions: async () => administratorsOnly,
    clock: { now: () => new Date(), wait: async () => undefined },
    random: (bytes) => randomBytes(bytes),
    uuid: () => randomUUID(),
  };
}

/** Reviews a person, approves the plan and queues its run; answers the run's id. */
export async function queuePerson(
  desk: Desk,
  storage: Storage,
  { person, notBefore }: { readonly person: number; readonly notBefore?: Date | undefined },
): Promise<string> {
  const reviewed = await reviewPerson(desk, personOf(mint('person', String(person))), {
    acknowledged: [],
    also: identifiersFrom({}),
  });
  if (reviewed.obstacles.length > 0 || !('record' in reviewed)) throw new Error('The plan of the stub has obstacles.');
  const { record } = reviewed;
  const { plan } = record;
  const at = new Date();
  const approval: Approval = { digest: plan.digest, typed: phraseFor(plan), by: 'operator-1', at, acknowledged: [] };
  return (await storage.queue.enqueue(record.id, approval, notBefore === undefined ? {} : { notBefore })).id;
}
