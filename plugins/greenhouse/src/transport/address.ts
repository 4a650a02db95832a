import { RuleError } from '@lethe/core';

const ownMachine = ['127.0.0.1', 'localhost'];

/**
 * An address as it is used: `https://harvest.greenhouse.io`. A key goes only where it is encrypted on the way, or to this very
 * machine. Throws `RuleError`.
 */
export function safeAddress(address: string): string {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url === undefined || url.search !== '' || url.username !== '' || url.hash !== '')
    throw new RuleError('address', "write the API's address alone, e.g. https://harvest.greenhouse.io");
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && ownMachine.includes(url.hostname)))
    throw new RuleError('address', 'use https://: a key sent without encryption could be read on the way');
  return `${url.origin}${url.pathname.replace(/\/+$/, '')}`;
}
