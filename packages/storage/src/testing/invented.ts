import { createHash, randomBytes, randomUUID } from 'node:crypto';

import { phraseFor } from '@lethe/core';
import type { Approval, Ending, PersonId, Plan, PlanRecord, RunSecrets, SpotId, Step, StepId } from '@lethe/core';

/** Ids of the first steps of an invented plan. */
export function stepIds(count: number, from = 0): readonly StepId[] {
  return Array.from({ length: count }, (_, index) => stepId(from + index));
}

/** A reviewed plan of an invented person. Each has a digest of its own. */
export function inventedRecord(changes: { readonly person?: string; readonly steps?: number } = {}): PlanRecord {
  const person = personId(changes.person ?? `person-${randomUUID()}`);
  return {
    id: randomUUID(),
    host: 'helpdesk',
    person,
    personKind: 'end-user',
    plan: inventedPlan(person, changes.steps ?? 3),
    reviewedBy: 'reviewer-1',
    reviewedAt: new Date('2026-04-01T07:00:00Z'),
  };
}

/** What an invented run knows: the texts to look for in a dump. */
export function inventedSecrets(): RunSecrets {
  return {
    identifiers: { addresses: ['ada.king@lovelace.test'], names: ['Ada King'], logins: ['aking-1815'] },
    key: randomBytes(32),
  };
}

/** The approval of a record's plan. */
export function approvalOf({ plan }: PlanRecord): Approval {
  const at = new Date('2026-04-01T08:00:00Z');
  return { digest: plan.digest, typed: phraseFor(plan), by: 'reviewer-2', at, acknowledged: ['mastered-elsewhere'] };
}

/** How a run ended, with nothing special about it. */
export function endingIn(state: Ending['state']): Ending {
  return { state, obstacles: [], grown: [], residue: [], tallies: { compared: 1, changed: [] } };
}

function inventedPlan(person: PersonId, steps: number): Plan {
  return {
    version: 1,
    host: 'helpdesk',
    person,
    rules: { name: 'default', digest: createHash('sha256').update('rules').digest('hex') },
    steps: stepIds(steps).map(inventedStep),
    kept: [],
    gaps: [],
    unreached: [],
    remains: [],
    sideEffects: [],
    ambiguous: [],
    mentions: [],
    tallies: {},
    digest: createHash('sha256').update(randomUUID()).digest('hex'),
  };
}

function inventedStep(id: StepId, index: number): Step {
  return {
    id,
    spot: spotId(`message-${index}`),
    kind: 'message.body',
    label: `mail ${index}`,
    verb: 'clear',
    role: 'author',
    seen: `plain:${createHash('md5').update(`${index}`).digest('hex')}`,
    provable: true,
  };
}

function personId(text: string): PersonId {
  assertPersonId(text);
  return text;
}

function spotId(text: string): SpotId {
  assertSpotId(text);
  return text;
}

function stepId(index: number): StepId {
  const text = `step:message-${`${index}`.padStart(6, '0')}`;
  assertStepId(text);
  return text;
}

function assertPersonId(text: string): asserts text is PersonId {
  refuseWords(text);
}

function assertSpotId(text: string): asserts text is SpotId {
  refuseWords(text);
}

function assertStepId(text: string): asserts text is StepId {
  refuseWords(text);
}

function refuseWords(id: string): void {
  if (/[@ ]/.test(id)) throw new TypeError('An id is neither an address nor a name.');
}
