import { BrowserStoreError } from './browser-store-error.ts';

/** What was asked for by its id is not in this browser. */
export function noSuch(what: 'plan' | 'run', id: string): BrowserStoreError {
  return conflict(`There is no ${what} ${id} in this browser.`, 'Open it in the browser it was begun in.');
}

/** The plan has another digest than the one that was approved. */
export function approvalOfAnother(): BrowserStoreError {
  return conflict('The approval was given for another plan.', 'Review this one and approve it.');
}

/** The run is over. */
export function endedAlready(run: string): BrowserStoreError {
  return conflict(`Run ${run} has ended.`, 'Open its report.');
}

/** Another tab is at work on the same person. */
export function otherRunOpen(run: string): BrowserStoreError {
  return conflict(`Run ${run} is at work on this person.`, 'Wait for it in the tab it runs in.');
}

/** Another tab did something about the person at the same moment. */
export function changedMeanwhile(): BrowserStoreError {
  return conflict('Another tab began or resumed a run on this person at this moment.', 'Look at the open runs.');
}

/** Plans and approvals are for one run. */
export function usedUp(): BrowserStoreError {
  return conflict('This plan and its approval have begun a run already: they do so once.', 'Review the person again.');
}

/** The run has ended, and what it knew with it. */
export function destroyed(): BrowserStoreError {
  return conflict('What this run knew about the person has been destroyed: it has ended.', 'Review the person again.');
}

function conflict(says: string, remedy: string): BrowserStoreError {
  return new BrowserStoreError('conflict', says, { remedy });
}
