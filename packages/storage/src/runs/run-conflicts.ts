import { StorageError } from '../storage-error.ts';

/** Turns the database's refusal to begin a run into what is in the way; lets every other error through. */
export function beginConflict(error: unknown): never {
  switch (constraintOf(error)) {
    case 'one_open_run_a_person':
      throw changedMeanwhile();
    case 'one_run_a_plan':
    case 'one_run_an_approval':
      throw usedUp();
    default:
      throw error;
  }
}

/** What was asked for by its id is not there. */
export function noSuch(what: 'plan' | 'run', id: string): StorageError {
  return new StorageError('conflict', `There is no ${what} ${id}.`, { remedy: 'See lethe runs for those there are.' });
}

/** The plan has another digest than the one that was approved. */
export function approvalOfAnother(): StorageError {
  return new StorageError('conflict', 'The approval was given for another plan.', {
    remedy: 'Review this one and approve it.',
  });
}

/** The run is over. */
export function endedAlready(run: string): StorageError {
  return new StorageError('conflict', `Run ${run} has ended.`, { remedy: `See lethe report ${run}.` });
}

/** Another process is at work on the same person. */
export function otherRunOpen(run: string): StorageError {
  return new StorageError('conflict', `Run ${run} is at work on this person.`, {
    remedy: `Wait for it: lethe report ${run} shows how it ended.`,
  });
}

/** Somebody else did something about the person at the same moment. */
export function changedMeanwhile(): StorageError {
  return new StorageError('conflict', 'Another run on this person was begun or resumed at this moment.', {
    remedy: 'See lethe runs, then review the person again.',
  });
}

function usedUp(): StorageError {
  return new StorageError('conflict', 'This plan and its approval have begun a run already: they do so once.', {
    remedy: 'Review the person again.',
  });
}

function constraintOf(error: unknown): unknown {
  const cause = error instanceof StorageError ? error.underlying() : undefined;
  return typeof cause === 'object' && cause !== null && 'constraint' in cause ? cause.constraint : undefined;
}
