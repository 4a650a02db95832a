import { codeOf } from '../system-error.ts';
import { StorageError } from '../storage-error.ts';

/** Two accounts cannot have one name. Lets every other error through. */
export function accountConflict(error: unknown): never {
  const cause = error instanceof StorageError ? error.underlying() : undefined;
  if (codeOf(cause) !== '23505') throw error;
  throw nameTaken();
}

/** Said to administrators only. */
export function nameTaken(): StorageError {
  return new StorageError('conflict', 'There is an account of that name.', { remedy: 'Choose another name.' });
}

/** Somebody has to be able to let others in. */
export function lastAdministrator(): StorageError {
  return new StorageError('conflict', 'This is the only administrator who can sign in.', {
    remedy: 'Make somebody else an administrator first.',
  });
}

/** Not there, or not of the kind this can be done to. */
export function noSuchOperator(id: string): StorageError {
  return new StorageError('conflict', `There is no operator ${id} this can be done to.`, {
    remedy: 'See the list of operators; what an OpenID provider says about its own is changed there.',
  });
}
