import { ForgeKvsAPIError } from '@forge/kvs';
import { refused, unreached } from '../store/forge-store-error.ts';
import { pause } from './pause.ts';

/** Milliseconds before each further try. */
const WAITS = [200, 1_000] as const;

/**
 * What Forge's storage answers with; what does no harm twice is tried three times. Throws `ForgeStoreError` in fixed words: what the storage
 * throws may hold what was to be stored.
 */
export async function kept<T>(ask: () => Promise<T>): Promise<T> {
  for (const wait of WAITS) {
    try {
      return await ask();
    } catch (error) {
      if (isRefusal(error)) throw refused(error);
      await pause(wait);
    }
  }
  try {
    return await ask();
  } catch (error) {
    throw isRefusal(error) ? refused(error) : unreached(error);
  }
}

/** Whether trying the same again would not help. */
function isRefusal(error: unknown): boolean {
  if (!(error instanceof ForgeKvsAPIError)) return false;
  const { status } = error.responseDetails;
  return status >= 400 && status < 500 && status !== 408 && status !== 429;
}
