import { Fenced, HostError, StoreError } from '@lethe/core';
import type { HostErrorCode } from '@lethe/core';
import type { Trouble } from './state.ts';

const remedies: Readonly<Record<HostErrorCode, string>> = {
  'signed-out': 'Sign in to the host again, then try again.',
  'not-permitted': 'Ask an administrator of the host for what is missing, then try again.',
  gone: 'Look the person up again.',
  locked: 'Try again in a while.',
  'too-fast': 'The host asks for a pause: try again in a while.',
  down: 'Check that the host can be reached, then try again.',
  rejected: 'Try again; if it stays, report it with the name of the host.',
  unreadable: 'Check that this is the host itself and not a sign-in page or a proxy, then try again.',
};

/** What went wrong, as it is shown: in fixed words only, as an error of somebody else's may hold what a host answered. */
export function troubled(error: unknown, run: string | undefined): Trouble {
  return { at: 'trouble', ...told(error), ...(run === undefined ? {} : { run }) };
}

/** Whether it is neither the host's failure nor another process's right: a fault that somebody has to look at. */
export function isFault(error: unknown): boolean {
  return !(error instanceof HostError || error instanceof Fenced);
}

function told(error: unknown): Pick<Trouble, 'code' | 'says' | 'remedy'> {
  if (error instanceof HostError) return { code: error.code, says: error.message, remedy: remedies[error.code] };
  if (error instanceof Fenced)
    return { code: 'locked', says: error.message, remedy: 'Open the run to see where it is.' };
  if (error instanceof StoreError) return { code: 'fault', says: error.says, remedy: error.remedy };
  return {
    code: 'fault',
    says: 'Something went wrong that should not have. What was blanked stays blanked.',
    remedy: 'Try again; a run that had begun can be opened and resumed. If it stays, report it.',
  };
}
