import { StoreError } from '@lethe/core';

/** What Forge's storage answers with, or a fault in fixed words: what it throws may hold what was to be stored. */
export async function kept<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof StoreError) throw error;
    throw new StoreError('The storage of the app did not answer.', 'Try again in a while: nothing was lost.');
  }
}
