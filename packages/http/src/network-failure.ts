import { HostError } from '@lethe/core';
import type { HostErrorCode } from '@lethe/core';

interface Meaning {
  readonly when: RegExp;
  readonly code: HostErrorCode;
  readonly means: (host: string, what: string) => string;
}

const meanings: readonly Meaning[] = [
  {
    when: /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER|ERR_TLS/,
    code: 'down',
    means: (host, what) =>
      `${host}'s certificate was not accepted when asked to ${what}. If a proxy stands before it, give Node its authority in NODE_EXTRA_CA_CERTS.`,
  },
  {
    when: /^ERR_ADDRESS_REFUSED$/,
    code: 'down',
    means: (host, what) =>
      `The name in ${host}'s address leads into a network where it must not be asked to ${what}. If that is right, the administrator allows this address.`,
  },
  {
    when: /EPROTO|ERR_SSL/,
    code: 'down',
    means: (host, what) =>
      `What answers at ${host}'s address does not speak TLS when asked to ${what}: check the address.`,
  },
  {
    when: /^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN)$/,
    code: 'down',
    means: (host, what) =>
      `Nothing answers at ${host}'s address when asked to ${what}: check the address and the network.`,
  },
  {
    when: /^(?:ERR_CANCELED|ECONNABORTED|ETIMEDOUT|TimeoutError)$/,
    code: 'down',
    means: (host, what) => `${host} did not answer in time when asked to ${what}.`,
  },
  {
    when: /^(?:ERR_BAD_RESPONSE|HPE_)/,
    code: 'unreadable',
    means: (host, what) => `What came back when ${host} was asked to ${what} is no HTTP, or too large.`,
  },
];

/** What it means that no answer came at all. `host` is the vendor's name for it, `what` names the call in fixed words. */
export function networkFailure(host: string, cause: unknown, what: string): HostError {
  const found = codeOf(cause);
  const meaning = meanings.find(({ when }) => when.test(found));
  if (meaning === undefined)
    return new HostError('down', `The connection to ${host} broke when it was asked to ${what}.`, { cause });
  return new HostError(meaning.code, meaning.means(host, what), { cause });
}

function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return '';
  const own = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (own !== '') return own;
  if (error instanceof DOMException) return error.name;
  return 'cause' in error ? codeOf(error.cause) : '';
}
