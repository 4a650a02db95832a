import { RuleError } from '@lethe/core';
import { isOwnMachine } from '@lethe/http';

/** Tokens with scopes, and OAuth, are used at Atlassian's gateway: `https://api.atlassian.com/ex/jira/{cloud id}`. */
const atTheGateway = /^\/ex\/jira\/[\w-]+\/?$/;

/**
 * The site's address as it is used: its origin, e.g. `https://acme.atlassian.net`, at the gateway with the site's id behind it. A token goes
 * only where it is encrypted on the way, or to this very machine. Throws `RuleError`.
 */
export function siteAddress(address: string): string {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url === undefined || url.search !== '' || url.username !== '' || url.password !== '' || url.hash !== '')
    throw new RuleError('address', 'write the address of the site alone, e.g. https://acme.atlassian.net');
  if (url.pathname !== '/' && !atTheGateway.test(url.pathname))
    throw new RuleError('address', 'leave out what follows the name of the site, e.g. https://acme.atlassian.net');
  if (url.protocol !== 'https:' && !isOwnMachine(url))
    throw new RuleError('address', 'use https://: a token sent without encryption could be read on the way');
  return `${url.origin}${url.pathname.replace(/\/$/, '')}`;
}
