import { RuleError } from '@lethe/core';
import { isOwnMachine } from '@lethe/http';

/**
 * The account's address as it is used: its origin, e.g. `https://acme.zendesk.com`. A token goes only where it is encrypted
 * on the way, or to this very machine. Throws `RuleError`.
 */
export function accountAddress(address: string): string {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url === undefined || url.pathname !== '/' || url.search !== '' || url.username !== '' || url.hash !== '')
    throw new RuleError('address', 'write the address of the account alone, e.g. https://acme.zendesk.com');
  if (url.protocol !== 'https:' && !isOwnMachine(url))
    throw new RuleError('address', 'use https://: a token sent without encryption could be read on the way');
  return url.origin;
}
