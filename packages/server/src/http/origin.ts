import type { ServerSettings } from '@lethe/settings';

/** Where browsers reach the server: the origin every redirect and every cross-site check is built on. */
export function originOf({ publicUrl, listen }: ServerSettings): string {
  if (publicUrl !== undefined) return publicUrl;
  const host = listen.host.includes(':') ? `[${listen.host}]` : listen.host;
  return new URL(`http://${host}:${listen.port}`).origin;
}
