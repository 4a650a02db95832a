import { setTimeout as pause } from 'node:timers/promises';
import { execute, finderFor, identifiersFrom } from '@lethe/core';
import type { Clock, OwnedRun, Run, RunRecord } from '@lethe/core';
import type { NamedHost, Session } from '../session.ts';
import { personOf } from './lookup.ts';
import { obstaclesTo } from './obstacles.ts';

/** A run, and how it is to be carried out. */
export interface CarryingOut {
  readonly session: Session;
  readonly named: NamedHost;
  readonly owned: OwnedRun;
  /** Finish the person although the host refused some steps. */
  readonly acceptRefused: boolean;
}

/** Carries an owned run out to its end or to where it stops, and writes down how it ended. */
export async function carryOut(carrying: CarryingOut): Promise<RunRecord> {
  const { session, owned } = carrying;
  const steps = execute(runOf(carrying));
  for (;;) {
    const next = await steps.next();
    if (next.done === true) {
      session.output.settle();
      return owned.end(next.value);
    }
    session.output.progress(next.value);
  }
}

function runOf({ session, named, owned, acceptRefused }: CarryingOut): Run {
  const { record, secrets, journal } = owned;
  const who = identifiersFrom(secrets.identifiers);
  const { plan, id, approval } = record;
  return {
    id,
    host: named.host,
    plan: plan.plan,
    approval,
    who,
    finder: finderFor(who),
    rules: session.rules,
    key: secrets.key,
    journal,
    clock: clockOf(session),
    acceptRefused,
    interrupted: () => session.interrupted(),
    check: async (resumed) => {
      const person = await personOf(named.host, plan.person);
      return obstaclesTo(
        { session, named, person },
        {
          phase: resumed ? 'resume' : 'run',
          run: id,
          acknowledged: approval.acknowledged,
        },
      );
    },
  };
}

/** The wall clock; waits end early when somebody interrupts. */
function clockOf(session: Session): Clock {
  return {
    now: () => new Date(),
    wait: async (milliseconds) => {
      const until = Date.now() + milliseconds;
      while (Date.now() < until && !session.interrupted()) await pause(Math.min(250, until - Date.now()));
    },
  };
}
