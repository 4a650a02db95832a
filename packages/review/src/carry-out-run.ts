import { caseObstacles, execute, finderFor, identifiersFrom, rulesFor } from '@lethe/core';
import type { Clock, Obstacle, OwnedRun, Progress, Run, RunRecord } from '@lethe/core';
import type { Desk } from './desk.ts';
import { accountGone, personOf } from './lookup.ts';
import { obstaclesTo } from './obstacles.ts';
import { rightObstacles } from './rights.ts';

/** How a run is to be carried out. */
export interface CarryingOut {
  /** Finish the person although the host refused some steps. */
  readonly acceptRefused?: boolean;
  /** Asked before each call: true stops the run between two calls. */
  readonly interrupted?: () => boolean;
  /** For what is done in the host by hand: until when to look whether it was, and how often. Without it, once. */
  readonly patience?: Run['patience'];
  /** Instead of the desk's: one whose waits end early when somebody interrupts. */
  readonly clock?: Clock;
  /** Told after every call where the run is. */
  readonly progress?: (progress: Progress) => void;
}

/**
 * Carries an owned run out to its end or to where it stops, and writes down how it ended. Rights and guards are asked before
 * it starts, and the right to run again before every group of calls. Throws `Fenced` when another process took it over.
 */
export async function carryOutRun(desk: Desk, owned: OwnedRun, options: CarryingOut): Promise<RunRecord> {
  const steps = execute(runOf(desk, owned, options));
  for (;;) {
    const next = await steps.next();
    if (next.done === true) return owned.end(next.value);
    options.progress?.(next.value);
  }
}

function runOf(desk: Desk, { record, secrets, journal }: OwnedRun, options: CarryingOut): Run {
  const who = identifiersFrom(secrets.identifiers);
  return {
    id: record.id,
    host: desk.host,
    plan: record.plan.plan,
    approval: record.approval,
    who,
    finder: finderFor(who),
    rules: rulesFor(desk.rules, record.plan.personKind),
    key: secrets.key,
    journal,
    clock: options.clock ?? desk.clock,
    acceptRefused: options.acceptRefused ?? false,
    interrupted: () => options.interrupted?.() === true,
    check: async (resumed) => obstaclesNow(desk, record, resumed),
    checkAgain: async () => rightObstacles(desk, 'run'),
    beforeChange: async () => desk.beforeChange?.(record, who),
    checkCases: (cases) =>
      caseObstacles(cases, {
        person: { id: record.plan.person },
        kind: record.plan.personKind,
        settings: desk.guards,
        acknowledged: record.approval.acknowledged,
      }),
    ...(options.patience === undefined ? {} : { patience: options.patience }),
  };
}

async function obstaclesNow(
  desk: Desk,
  { id, plan, approval }: RunRecord,
  resumed: boolean,
): Promise<readonly Obstacle[]> {
  const person = await personOf(desk.host, plan.person);
  // A run may delete the account itself; killed right after that, it still has to be proven.
  if (person === undefined && resumed) return rightObstacles(desk, 'run');
  if (person === undefined) throw accountGone();
  const { acknowledged } = approval;
  return obstaclesTo(desk, person, { phase: resumed ? 'resume' : 'run', run: id, acknowledged });
}
