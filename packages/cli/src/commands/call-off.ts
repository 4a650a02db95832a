import { requireRight } from '../flow/require-right.ts';
import { Stop } from '../stop.ts';
import type { Work } from './command.ts';
import { runOf } from './report.ts';

/**
 * `lethe call-off`: gives a stopped run up. What it blanked stays blanked and the rest stays as it is; its secrets are
 * destroyed, so that the person has to be reviewed anew.
 */
export function callOff(id: string): Work {
  return async (session) => {
    requireRight(session, 'run');
    const run = await runOf(session, id);
    if (run.state === 'running')
      throw new Stop('obstacle', 'A process is at work on that run.', 'Stop it first with Ctrl-C.');
    if (run.state !== 'stopped') throw new Stop('usage', 'That run has ended.', `See lethe report ${run.id}.`);
    await (await session.store()).callOff(run.id, session.settings.operator.id);
    session.output.result(() => `Called off. What is left of the person: lethe report ${run.id}.`, {
      run: run.id,
      state: 'called-off',
    });
    return 'ok';
  };
}
