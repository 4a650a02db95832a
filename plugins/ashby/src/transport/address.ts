import { RuleError } from '@lethe/core';

const ownMachine = ['127.0.0.1', 'localhost'];

/**
 * The API's address as it is used: `https://api.ashbyhq.com`. A key goes only where it is encrypted on the way, or to this very
 * machine. Throws `RuleError`.
 */
export function apiAddress(address: string): string {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url === undefined || url.search !== '' || url.username !== '' || url.hash !== '')
    throw new RuleError('address', "write the API's address alone, e.g. https://api.ashbyhq.com");
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && ownMachine.includes(url.hostname)))
    throw new RuleError('address', 'use https://: a key sent without encryption could be read on the way');
  return `${url.origin}${url.pathname.replace(/\/+$/, '')}`;
}
