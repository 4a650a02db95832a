import { HostError } from '@lethe/core';

/** What was asked for, or nothing if it is gone by now; other refusals may be taken for that, too. */
export async function ifThere<T>(asked: Promise<T>, ...alsoGone: readonly HostError['code'][]): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof HostError && ['gone', ...alsoGone].includes(error.code)) return undefined;
    throw error;
  }
}
