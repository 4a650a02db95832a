import { HostError } from '@lethe/core';
import { networkFailure } from '@lethe/http';
import type { Call } from '../http-port.ts';

/** Names of errors `@forge/api` throws when its proxy answers in Jira's place, with `forge-proxy-error`. */
const needsAuthentication = 'NEEDS_AUTHENTICATION_ERR';
const proxyRefused = 'PROXY_ERR';
/** A call Forge does not let any app make. */
const notAllowed = 'REQUEST_EGRESS_ALLOWLIST_ERR';

/**
 * Whether Forge says that whoever clicked has not let the app act for them yet. That error is Forge's own business: leaving the resolver, it makes
 * Jira ask them.
 */
export function asksForConsent(cause: unknown): boolean {
  return factsOf(cause).name === needsAuthentication;
}

/** What it means that Forge handed over no answer of Jira's. Never repeats what Forge said. */
export function forgeFailure(cause: unknown, { what, as }: Call): HostError {
  const { name, status } = factsOf(cause);
  if (name === needsAuthentication) return new HostError('not-permitted', noConsent(what, as), { cause });
  if (name === notAllowed) return new HostError('not-permitted', forbidden(what), { cause });
  if (name !== proxyRefused) return networkFailure('Jira', cause, what);
  if (status === 429) return new HostError('too-fast', `Forge asks to wait before it will ${what}.`, { cause });
  if (status === 401 || status === 403) return new HostError('not-permitted', forbidden(what), { cause });
  return new HostError('down', `Forge's way to Jira failed when asked to ${what}. Try later.`, { cause });
}

/** What it means that a call needs a person and there is nobody. */
export function nobodyThere(what: string): HostError {
  return new HostError(
    'not-permitted',
    `Jira lets only a person ${what}, and nobody is signed in where this runs: a site administrator has to do it by hand.`,
  );
}

function noConsent(what: string, as: Call['as']): string {
  return as === 'user'
    ? `Jira did not ${what}: this person has not allowed the app to act for them. Open the app once and allow it, or do it by hand.`
    : `Jira did not ${what}: the app is not allowed on this site any more. A site administrator has to review its permissions.`;
}

function forbidden(what: string): string {
  return `Forge did not let the app ${what}: a site administrator has to review the app's permissions, or to update it.`;
}

function factsOf(cause: unknown): { readonly name: string; readonly status: number } {
  if (!(cause instanceof Error)) return { name: '', status: 0 };
  return { name: cause.name, status: 'status' in cause && typeof cause.status === 'number' ? cause.status : 0 };
}
