import { createHmac, timingSafeEqual } from 'node:crypto';

/** The header in which a request that changes something carries its token. */
export const TOKEN_HEADER = 'x-lethe-csrf';

/**
 * The token that belongs to a cookie. A page of ours is told it, another site's cannot read it, and the cookie cannot be had from it.
 */
export function tokenFor(secret: string): string {
  return createHmac('sha256', secret).update('lethe token of a page').digest('base64url');
}

/** Whether a token belongs to one of the cookies a request came with. Takes the same time however wrong it is. */
export function belongsToOne(token: string | undefined, secrets: readonly (string | undefined)[]): boolean {
  if (token === undefined) return false;
  const present = secrets.filter((secret): secret is string => secret !== undefined && secret.length >= 32);
  return present.map((secret) => equal(token, tokenFor(secret))).includes(true);
}

function equal(given: string, wanted: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(wanted)];
  return one.length === other.length && timingSafeEqual(one, other);
}
