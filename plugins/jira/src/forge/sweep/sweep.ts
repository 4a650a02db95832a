import { inOffice } from '../ground/office.ts';
import { forgotten } from './forgetting.ts';
import { pickedUp } from './picking-up.ts';
import { reportedAccounts } from './reporting-accounts.ts';

/** The sweeper has 900 seconds; half a minute of them is kept. */
const ALLOWANCE = { spare: 30_000 } as const;

/**
 * Comes by every few minutes: takes up what nobody has, asks for looks that are due, throws away what is not to be kept, and tells Atlassian of
 * accounts that are kept. What fails in one of these is left for the next time and holds up none of the others.
 */
export async function sweep(): Promise<void> {
  await inOffice({ user: 'nobody', allowance: ALLOWANCE }, async (office) => {
    const parts = [pickedUp, forgotten, reportedAccounts];
    for (const part of parts) await part(office).catch(() => undefined);
  });
}
