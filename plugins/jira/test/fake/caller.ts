import { unauthorized } from './answer.ts';
import type { Jira } from './jira.ts';
import type { Caller } from './rights.ts';

type Headers = Readonly<Record<string, string | undefined>>;

/** Whose call it is: an e-mail address with an API token, a bearer token, or a Forge app in its own or a person's name. */
export function callerIn(jira: Jira, headers: Headers): Caller {
  const as = headers['x-forge-as'];
  if (as === 'app') return { user: appOf(jira), from: 'forge-app' };
  if (as === 'user') return { user: personOf(jira, headers['x-forge-account']), from: 'forge-user' };
  const [scheme = '', secret = ''] = (headers.authorization ?? '').split(' ');
  if (scheme.toLowerCase() === 'bearer') return { user: ownerOf(jira, secret), from: 'bearer' };
  if (scheme.toLowerCase() === 'basic') return { user: signedIn(jira, secret), from: 'token' };
  throw unauthorized();
}

function appOf(jira: Jira): Caller['user'] {
  const app = jira.users.where(({ accountType, active }) => accountType === 'app' && active)[0];
  if (app === undefined) throw unauthorized();
  return app;
}

/** Forge knows only people with Atlassian accounts. */
function personOf(jira: Jira, accountId: string | undefined): Caller['user'] {
  const user = jira.user(accountId ?? '');
  if (user?.active !== true || user.accountType !== 'atlassian') throw unauthorized();
  return user;
}

function ownerOf(jira: Jira, secret: string): Caller['user'] {
  const user = jira.user(jira.tokens.having('token', secret)[0]?.accountId ?? '');
  if (user?.active !== true) throw unauthorized();
  return user;
}

function signedIn(jira: Jira, secret: string): Caller['user'] {
  const [address = '', ...token] = Buffer.from(secret, 'base64').toString().split(':');
  const user = ownerOf(jira, token.join(':'));
  if (user.email?.toLowerCase() !== address.toLowerCase()) throw unauthorized();
  return user;
}
