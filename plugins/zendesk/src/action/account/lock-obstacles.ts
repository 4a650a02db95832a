import type { Obstacle } from '@lethe/core';
import { LOG_OBJECT } from './log-object.ts';
import type { Holder } from './taken.ts';

/** Somebody else is at work on the person. Names the agent by number: a name would be personal. */
export function takenByAnother({ agent, since }: Holder): Obstacle {
  const who = agent === undefined || agent === '' ? 'Another agent' : `Agent ${agent}`;
  return {
    code: 'run-in-progress',
    says: `${who} has been anonymizing this person since ${since.toISOString()}.`,
    remedy:
      'Wait until that run has ended. If its tab is gone, the person is free five minutes after it was last at work.',
  };
}

/** The same browser is at work on the person in another tab. */
export const otherTabAtWork: Obstacle = {
  code: 'run-in-progress',
  says: 'Another tab of this browser is at work on this person.',
  remedy: 'Go on in that tab, or stop it there.',
};

/** Neither way of locking works for this agent: somebody may decide to go on without. */
export const noLockToBeHad: Obstacle = {
  code: 'host-right-missing',
  says: 'Zendesk lets this agent keep no lock, so that a second agent could anonymize the same person at the same time.',
  remedy: `Give the role the rights to view, add, edit and delete records of the object ${LOG_OBJECT} (Admin Center > People > Team > Roles > Custom objects), or acknowledge this and make sure that nobody else is at work on this person.`,
  acknowledgeable: true,
};
