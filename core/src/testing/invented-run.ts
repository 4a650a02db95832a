import { digestOf } from '../canonical.ts';
import { phraseFor } from '../confirmation.ts';
import type { Approval } from '../confirmation.ts';
import type { Ending } from '../execution/run.ts';
import type { PersonId, StepId } from '../host.ts';
import type { Plan, Step } from '../plan.ts';
import type { PlanRecord, RunSecrets } from '../store.ts';
import { mint } from './mint.ts';

/** Ids of the steps of an invented plan. */
export function stepIds(count: number, from = 0): readonly StepId[] {
  return Array.from({ length: count }, (_, index) => stepId(from + index));
}

const serial = { last: 0 };

/** A reviewed plan of an invented person. Each has an id and a digest of its own, in one process. */
export function inventedRecord(changes: { readonly person?: string; readonly steps?: number } = {}): PlanRecord {
  serial.last += 1;
  const number = `${serial.last}`.padStart(12, '0');
  const person = mint('person', changes.person ?? `person-${number}`);
  return {
    id: `0a0b0c0d-0000-4000-8000-${number}`,
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
    key: Uint8Array.from({ length: 32 }, (_, index) => (index * 167 + serial.last * 31 + 89) % 256),
  };
}

/** The approval of a record's plan. */
export function approvalOfRecord({ plan }: PlanRecord): Approval {
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
    rules: { name: 'default', digest: digestOf('rules') },
    steps: stepIds(steps).map(inventedStep),
    kept: [],
    gaps: [],
    asks: [],
    unreached: [],
    remains: [],
    sideEffects: [],
    ambiguous: [],
    mentions: [],
    tallies: {},
    digest: digestOf([person, serial.last]),
  };
}

function inventedStep(id: StepId, index: number): Step {
  return {
    id,
    spot: mint('spot', `message-${index}`),
    kind: 'message.body',
    label: `mail ${index}`,
    verb: 'clear',
    role: 'author',
    seen: `plain:${digestOf(index).slice(0, 32)}`,
    provable: true,
  };
}

function stepId(index: number): StepId {
  return `step:message-${`${index}`.padStart(6, '0')}` as StepId;
}
