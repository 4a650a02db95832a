import type { Obstacle } from '../errors.ts';
import type { GuardFacts, OpenRun } from './guard-facts.ts';

const remedies: Readonly<Record<OpenRun['state'], (run: string) => string>> = {
  queued: (run) => `Let it run, or call run ${run} off and review again.`,
  'in-progress': (run) => `Wait for it: \`lethe report ${run}\` shows how it ended.`,
  stopped: (run) => `Go on with it: \`lethe resume ${run}\`.`,
};

/** One run a person at a time: two would undo each other's proof. */
export function runInProgress({ person, openRuns, run }: GuardFacts): readonly Obstacle[] {
  if (openRuns === undefined) return [runsUnknown];
  return openRuns.filter((open) => open.person === person.id && open.run !== run).map(obstacleOf);
}

function obstacleOf({ run, state }: OpenRun): Obstacle {
  return {
    code: 'run-in-progress',
    says: `Run ${run} on this person has not ended: it is ${state}.`,
    remedy: remedies[state](run),
  };
}

const runsUnknown: Obstacle = {
  code: 'run-in-progress',
  says: 'It could not be found out whether a run on this person is open.',
  remedy: 'See to it that the database can be reached, then review again.',
};
