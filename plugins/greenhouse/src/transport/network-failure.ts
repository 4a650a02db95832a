import { HostError } from '@lethe/core';
import type { HostErrorCode } from '@lethe/core';

interface Meaning {
  readonly when: RegExp;
  readonly code: HostErrorCode;
  readonly means: (what: string) => string;
}

const meanings: readonly Meaning[] = [
  {
    when: /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER|ERR_TLS/,
    code: 'down',
    means: (what) =>
      `Greenhouse's certificate was not accepted when asked to ${what}. If a proxy stands before it, give Node its authority in NODE_EXTRA_CA_CERTS.`,
  },
  {
    when: /EPROTO|ERR_SSL/,
    code: 'down',
    means: (what) =>
      `What answers at Greenhouse's address does not speak TLS when asked to ${what}: check the address.`,
  },
  {
    when: /^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN)$/,
    code: 'down',
    means: (what) =>
      `Nothing answers at Greenhouse's address when asked to ${what}: check the address and the network.`,
  },
  {
    when: /^(?:ERR_CANCELED|ECONNABORTED|ETIMEDOUT)$/,
    code: 'down',
    means: (what) => `Greenhouse did not answer in time when asked to ${what}.`,
  },
  {
    when: /^(?:ERR_BAD_RESPONSE|HPE_)/,
    code: 'unreadable',
    means: (what) => `What came back when Greenhouse was asked to ${what} is no HTTP, or too large.`,
  },
];

/** What it means that no answer came at all. `what` names the call in fixed words. */
export function networkFailure(cause: unknown, what: string): HostError {
  const found = codeOf(cause);
  const meaning = meanings.find(({ when }) => when.test(found));
  if (meaning === undefined)
    return new HostError('down', `The connection to Greenhouse broke when it was asked to ${what}.`, { cause });
  return new HostError(meaning.code, meaning.means(what), { cause });
}

function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return '';
  const own = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return own === '' && 'cause' in error ? codeOf(error.cause) : own;
}
