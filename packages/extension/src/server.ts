import { pageSchema } from './messages.ts';
import type { Answer } from './messages.ts';

/** The server's origin, as the organization laid it down or somebody entered it; nothing while there is none. */
export async function serverOrigin(): Promise<string | undefined> {
  const laidDown = await chrome.storage.managed.get('server').catch(() => ({}));
  const entered = await chrome.storage.sync.get('server');
  const address = { ...entered, ...laidDown }['server'];
  return typeof address === 'string' ? originIn(address) : undefined;
}

/** The origin of an address a server may have: https, or http on this machine. */
export function originIn(address: string): string | undefined {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url === undefined || url.username !== '' || url.password !== '') return undefined;
  const isLocal = url.protocol === 'http:' && url.hostname === '127.0.0.1';
  return url.protocol === 'https:' || isLocal ? url.origin : undefined;
}

/** What a manifest calls everything below an origin; ports do not count there. */
export function patternFor(origin: string): string {
  const { protocol, hostname } = new URL(origin);
  return `${protocol}//${hostname}/*`;
}

/** Asks the server about a page, as whoever is signed in to it in this browser. */
export async function askServer(address: string): Promise<Answer> {
  const origin = await serverOrigin();
  if (origin === undefined) return { state: 'not-set' };
  const asked = `${origin}/api/v1/pages?address=${encodeURIComponent(address)}`;
  const response = await fetch(asked, { credentials: 'include', redirect: 'error' }).catch(() => undefined);
  if (response === undefined) return { state: 'unreachable' };
  if (response.status === 401) return { state: 'signed-out' };
  if (response.status === 403) return { state: 'nobody' };
  if (!response.ok) return { state: 'unreachable' };
  const answer = pageSchema.safeParse(await response.json().catch(() => undefined));
  if (!answer.success) return { state: 'unreachable' };
  const found = answer.data.hosts.flatMap((host) => host.found ?? [])[0];
  if (found === undefined) return { state: 'nobody' };
  return { state: 'shown', standing: found.standing, due: found.due.map(({ because }) => because) };
}

/**
 * Where the console takes pages up. They stand behind `#`, which no server sees: neither logs nor proxies hold who was looked at.
 */
export async function consoleFor(addresses: readonly string[]): Promise<string | undefined> {
  const origin = await serverOrigin();
  if (origin === undefined) return undefined;
  const pages = addresses.map((address) => encodeURIComponent(address)).join(',');
  return addresses.length === 0 ? `${origin}/people` : `${origin}/from#${pages}`;
}
