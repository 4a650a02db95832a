import type { RunRecord } from '@lethe/core';
import { carryOut, minutesOf } from '../flow/carry-out.ts';
import { deskOf } from '../flow/desk.ts';
import { requireRight } from '../flow/require-right.ts';
import type { Session } from '../session.ts';
import { Stop } from '../stop.ts';
import { exitOfRuns } from './anonymize.ts';
import type { Work } from './command.ts';
import { showRuns } from './report.ts';

/** Options of `lethe resume`. */
export interface ResumeOptions {
  readonly acceptRefused?: boolean;
  /** Minutes to wait for what is done by hand. */
  readonly wait?: string;
}

/** `lethe resume`: goes on with a run that stopped or whose process died. Without an id, the only one that is open. */
export function resume(id: string | undefined, options: ResumeOptions): Work {
  return async (session) => {
    requireRight(session, 'run');
    const store = await session.store();
    const open = id === undefined ? await onlyOpen(session) : await openRun(session, id);
    const ended = await carryOut(session, {
      desk: await deskOf(session, await session.host(open.plan.host)),
      owned: await store.takeOver(open.id),
      acceptRefused: options.acceptRefused ?? false,
      waitMinutes: minutesOf(options.wait),
    });
    await showRuns(session, [ended]);
    return exitOfRuns(session, [ended]);
  };
}

async function openRun(session: Session, id: string): Promise<RunRecord> {
  const run = await (await session.store()).run(id);
  if (run === undefined) throw new Stop('usage', 'There is no run of that id.', 'See lethe runs.');
  if (run.state !== 'running' && run.state !== 'stopped')
    throw new Stop('usage', 'That run is finished; there is nothing to resume.', `See lethe report ${run.id}.`);
  return run;
}

async function onlyOpen(session: Session): Promise<RunRecord> {
  const open = await (await session.store()).runs({ open: true });
  const [only, ...others] = open;
  if (only === undefined) throw new Stop('usage', 'No run is open; there is nothing to resume.');
  if (others.length > 0)
    throw new Stop('usage', `Several runs are open: ${open.map((run) => run.id).join(', ')}.`, 'Say which.');
  return only;
}
