import { ForgeStoreError } from './forge-store-error.ts';

/** What was asked for by its id is not here. */
export function noSuch(what: 'plan' | 'run', id: string): ForgeStoreError {
  return conflict(`There is no ${what} ${id} in this site.`, 'Open the list of runs.');
}

/** The plan has another digest than the one that was approved. */
export function approvalOfAnother(): ForgeStoreError {
  return conflict('The approval was given for another plan.', 'Review this one and approve it.');
}

/** The run is over. */
export function endedAlready(run: string): ForgeStoreError {
  return conflict(`Run ${run} has ended.`, 'Open its report.');
}

/** Another run is at work on the same person. */
export function otherRunOpen(run: string): ForgeStoreError {
  return conflict(`Run ${run} is at work on this person.`, 'Wait until it has ended, or stop it.');
}

/** Too many wanted to change the same at once. */
export function changedMeanwhile(): ForgeStoreError {
  return conflict('Somebody else changed the same at this moment.', 'Look at the open runs, then try again.');
}

/** Plans and approvals are for one run. */
export function usedUp(): ForgeStoreError {
  return conflict('This plan and its approval have begun a run already: they do so once.', 'Review the person again.');
}

/** The run has ended, and what it knew with it. */
export function destroyed(): ForgeStoreError {
  return conflict('What this run knew about the person has been destroyed: it has ended.', 'Review the person again.');
}

function conflict(says: string, remedy: string): ForgeStoreError {
  return new ForgeStoreError('conflict', says, { remedy });
}
