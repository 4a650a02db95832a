import { reportOf } from '@lethe/core';
import type { Ending, PersonId, Plan, Report, ReportedStep, RunRecord, RunState, StepId } from '@lethe/core';
import { mint, personId } from '@lethe/core/testing';

/** The id of a step of a sample plan, from 0. */
export function stepId(at: number): StepId {
  return `step-${String(at)}` as StepId;
}

/** A plan of so many steps on comments, and nothing else. */
function samplePlan(steps: number, changes: Partial<Plan> = {}): Plan {
  return {
    version: 1,
    host: 'zendesk',
    person: personId('u7'),
    rules: { name: 'default', digest: 'a'.repeat(64) },
    steps: Array.from({ length: steps }, (_, at) => ({
      id: stepId(at),
      spot: mint('spot', `c${String(at)}.body`),
      kind: 'message.body',
      label: `comment ${String(at + 1)} on ticket 42`,
      verb: 'clear',
      role: 'author',
      seen: 'f',
      provable: true,
    })),
    ...{
      kept: [],
      gaps: [],
      unreached: [],
      remains: [],
      sideEffects: [],
      asks: [],
      ambiguous: [],
      mentions: [],
      tallies: {},
    },
    digest: 'b'.repeat(64),
    ...changes,
  };
}

/** What a sample run is like. */
export interface Sample {
  readonly id?: string;
  readonly state: RunState;
  readonly person?: PersonId;
  readonly steps?: number;
  readonly ending?: Partial<Ending>;
  readonly endedAt?: Date;
}

/** A run as a store gives it. */
export function sampleRun({ id = 'run-1', state, person = personId('u7'), steps = 3, ...rest }: Sample): RunRecord {
  const plan = samplePlan(steps, { person });
  const at = new Date('2026-11-28T09:00:00Z');
  const { ending, endedAt } = rest;
  return {
    id,
    plan: { id: 'p', host: 'zendesk', person, personKind: 'end-user', plan, reviewedBy: '9', reviewedAt: at },
    approval: { digest: plan.digest, typed: 'ANONYMIZE 3', by: '9', at, acknowledged: [] },
    state,
    startedAt: at,
    ...(endedAt === undefined ? {} : { endedAt }),
    ...(ending === undefined ? {} : { ending: endingWith(ending) }),
  };
}

function endingWith(changes: Partial<Ending>): Ending {
  const nothing = { obstacles: [], grown: [], residue: [], tallies: { compared: 0, changed: [] } };
  return { state: 'stopped', ...nothing, ...changes };
}

/** The report on a run of which these steps have settled. */
export function sampleReport(run: RunRecord, settled: readonly ReportedStep[] = []): Report {
  return reportOf(run, settled);
}
