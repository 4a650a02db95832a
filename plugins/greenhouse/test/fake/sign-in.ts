import { Refused, ok } from './answer.ts';
import type { Answered, Request } from './answer.ts';
import type { Greenhouse } from './greenhouse.ts';
import type { Credential } from './records.ts';

const HOUR = 3_600_000;

/** Gives a token for client credentials: Basic, a form, the user's number in `sub`. */
export function tokenFor(
  greenhouse: Greenhouse,
  { headers, text }: { readonly headers: Request['headers']; readonly text: string },
): Answered {
  const form = new URLSearchParams(text);
  const isForm = String(headers['content-type'] ?? '').startsWith('application/x-www-form-urlencoded');
  const [id = '', secret = ''] = basicIn(headers).split(':');
  const known = greenhouse.credentials.find((one) => one.id === id && one.secret === secret);
  if (known === undefined) throw new Refused(401, 'invalid_client');
  if (!isForm || form.get('grant_type') !== 'client_credentials' || !/^\d+$/.test(form.get('sub') ?? ''))
    throw new Refused(400, 'invalid_request');
  const until = greenhouse.clock.now().getTime() + HOUR;
  const access_token = `token-${String(greenhouse.tokens.size + 1)}`;
  greenhouse.tokens.set(access_token, { credential: id, until });
  const { tokenSays } = greenhouse.behaviour;
  return ok({
    ...{ token_type: 'Bearer', access_token },
    ...(tokenSays === 'expires_in' ? { expires_in: HOUR / 1000 } : {}),
    ...(tokenSays === 'expires' ? { expires: new Date(until).toISOString() } : {}),
  });
}

/** Whom a bearer token of version 3 belongs to. */
export function tokenOf(greenhouse: Greenhouse, { headers }: Request): Credential {
  const [, text = ''] = /^Bearer (.+)$/.exec(headers['authorization']?.toString() ?? '') ?? [];
  const token = greenhouse.tokens.get(text);
  const known = greenhouse.credentials.find(({ id }) => id === token?.credential);
  if (known === undefined || (token?.until ?? 0) <= greenhouse.clock.now().getTime())
    throw new Refused(401, 'Invalid token');
  return known;
}

/** Whose key of version 1 it is: the key is the user, and the password is empty. */
export function keyOf(greenhouse: Greenhouse, { headers }: Request): Credential {
  const [id = '', secret = ''] = basicIn(headers).split(':');
  const known = greenhouse.credentials.find((one) => one.id === id && one.secret === '' && secret === '');
  if (known === undefined) throw new Refused(401, 'Invalid Basic Auth credentials');
  return known;
}

function basicIn(headers: Request['headers']): string {
  const [, encoded = ''] = /^Basic (.+)$/.exec(headers['authorization']?.toString() ?? '') ?? [];
  return Buffer.from(encoded, 'base64').toString();
}
