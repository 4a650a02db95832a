import { createHmac, timingSafeEqual } from 'node:crypto';

/** The header `Signature: sha256 <64 hex digits>`: https://developers.greenhouse.io/webhooks.html#authentication */
const shape = /^sha256 ([0-9a-f]{64})$/i;

/**
 * Whether a webhook was signed with one of the secrets. `body` is the very bytes that came in: parsed and written again they are
 * others. Takes as long for a wrong signature as for a right one.
 */
export function isSignedBy(secrets: readonly string[], body: Uint8Array, header: string | undefined): boolean {
  const [, said] = shape.exec(header?.trim() ?? '') ?? [];
  if (said === undefined) return false;
  const given = Buffer.from(said, 'hex');
  const matches = secrets
    .filter((secret) => secret !== '')
    .map((secret) => timingSafeEqual(createHmac('sha256', secret).update(body).digest(), given));
  return matches.some(Boolean);
}
