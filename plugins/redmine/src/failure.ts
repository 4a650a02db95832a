import { HostError } from '@lethe/core';
import type { HostErrorCode, HostErrorDetails } from '@lethe/core';
import type { Answer } from './call.ts';

const DAY = 86_400_000;

/** What an answer that is no success means. `what` names the call in fixed words. */
export function failureOf(answer: Answer, what: string): HostError {
  const { status } = answer;
  const retryAt = retryTime(answer.retryAfter);
  const details: HostErrorDetails = retryAt === undefined ? {} : { retryAt };
  if (status === 429)
    return new HostError('too-fast', `Redmine, or a proxy before it, asks to wait before it will ${what}.`, details);
  if (isBusy(answer))
    return new HostError('locked', `Redmine's database was busy and did not ${what}; nothing was written.`, details);
  if (status >= 500 || status === 408)
    return new HostError(
      'down',
      `Redmine failed (status ${status}) when asked to ${what}. Look into its log, or try later.`,
      details,
    );
  return refusal(status, what);
}

function refusal(status: number, what: string): HostError {
  const known = refusals[status];
  if (known !== undefined) return new HostError(known.code, `Redmine did not ${what}: ${known.because}`);
  if (status >= 300 && status < 400) {
    return new HostError(
      'unreadable',
      `Redmine redirected when asked to ${what}: enter the address it redirects to, with https:// if it uses that.`,
    );
  }
  return new HostError('unreadable', `Redmine answered with the unexpected status ${status} when asked to ${what}.`);
}

const conflict = { code: 'locked', because: 'somebody else is changing it at this moment. Try again.' } as const;
const faulty = {
  code: 'rejected',
  because: 'it found the new value not valid. Look which values this field takes, and change it by hand.',
} as const;
const away = { code: 'gone', because: 'it is not there any more.' } as const;

const refusals: Readonly<Record<number, { readonly code: HostErrorCode; readonly because: string }>> = {
  401: {
    code: 'signed-out',
    because:
      'it does not accept the key. Check the key, and that the REST API is on (Administration > Settings > API) and the account not locked.',
  },
  403: {
    code: 'not-permitted',
    because: "this account may not, or the project is closed. Use an administrator's key and reopen the project.",
  },
  404: away,
  410: away,
  409: conflict,
  423: conflict,
  400: faulty,
  406: faulty,
  413: faulty,
  422: faulty,
};

/** Lethe's part inside Redmine says so when the database is locked; a proxy's 503 has another form. */
function isBusy({ status, type, text }: Answer): boolean {
  return status === 503 && type.includes('json') && /"error"\s*:\s*"locked"/.test(text);
}

function retryTime(header: string | undefined): Date | undefined {
  if (header === undefined) return undefined;
  const now = Date.now();
  const time = /^\d+$/.test(header.trim()) ? now + Number(header) * 1000 : Date.parse(header);
  return Number.isNaN(time) ? undefined : new Date(Math.min(Math.max(time, now), now + DAY));
}

const certificateFaults = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER|ERR_TLS/;
const speaksNoTls = /EPROTO|ERR_SSL/;

/** What it means that no answer came at all. */
export function networkFailure(cause: unknown, what: string): HostError {
  const code = codeOf(cause);
  if (certificateFaults.test(code)) {
    return new HostError(
      'down',
      `Redmine's certificate was not accepted when asked to ${what}: it is expired, self-signed or for another name. Renew it, or give Node its authority in NODE_EXTRA_CA_CERTS.`,
      { cause },
    );
  }
  if (speaksNoTls.test(code))
    return new HostError('down', `Redmine did not answer in TLS when asked to ${what}: check https:// and the port.`, {
      cause,
    });
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND') {
    return new HostError(
      'down',
      `Nothing answers at Redmine's address when asked to ${what}: check the address, and that Redmine runs.`,
      { cause },
    );
  }
  if (code === 'ERR_CANCELED' || code === 'ECONNABORTED' || code === 'ETIMEDOUT') {
    return new HostError('down', `Redmine did not answer in time when asked to ${what}.`, { cause });
  }
  if (code === 'ERR_BAD_RESPONSE' || code.startsWith('HPE_')) {
    return new HostError('unreadable', `What came back when Redmine was asked to ${what} is no HTTP, or too large.`, {
      cause,
    });
  }
  return new HostError('down', `The connection to Redmine broke when it was asked to ${what}.`, { cause });
}

function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return '';
  const own = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return own === '' && 'cause' in error ? codeOf(error.cause) : own;
}
