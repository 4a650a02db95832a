import { RuleError } from '@lethe/core';

const ownMachine = ['127.0.0.1', 'localhost'];

/** Whether an address is on this machine, where http:// is allowed. */
export function isOwnMachine({ protocol, hostname }: URL): boolean {
  return protocol === 'http:' && ownMachine.includes(hostname);
}

/**
 * An API's address as it is used, without a slash at its end. A key goes only where it is encrypted on the way, or to this very
 * machine. `example` is shown to whoever wrote another: `https://api.lever.co/v1`. Throws `RuleError`.
 */
export function apiAddress(address: string, example: string): string {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url === undefined || url.search !== '' || url.username !== '' || url.hash !== '')
    throw new RuleError('address', `write the API's address alone, e.g. ${example}`);
  if (url.protocol !== 'https:' && !isOwnMachine(url))
    throw new RuleError('address', 'use https://: a key sent without encryption could be read on the way');
  return `${url.origin}${url.pathname.replace(/\/+$/, '')}`;
}
