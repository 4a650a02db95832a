import { virtualClock } from '@lethe/core/testing';
import { isObject } from './answer.ts';
import { FakeJira } from './server.ts';
import type { Opening } from './server.ts';
import { Seed, admin } from './seed.ts';
import type { Site } from './site.ts';

/** What came back. */
export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly json: unknown;
}

/** A fake that is running, its clock, and a way to ask it. */
export interface Opened {
  readonly seed: Seed;
  readonly fake: FakeJira;
  /** Lets so many seconds pass. */
  readonly later: (seconds: number) => Promise<void>;
  readonly ask: (method: string, path: string, asking?: Asking) => Promise<Answered>;
}

/** What goes with a call. Left out, it is the app's own. */
interface Asking {
  readonly body?: unknown;
  /** An account: the app calls in this person's name. */
  readonly as?: string;
  /** Calls without the app: `Basic …`, `Bearer …`, or nothing. */
  readonly authorization?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Basic, with the administrator's address and API token. */
export const withToken = `Basic ${Buffer.from(`${admin.email}:${admin.token}`).toString('base64')}`;

/** Starts an invented Jira on a clock of its own, lets a test use it, and stops it whatever happens. */
export async function withJira(
  act: (opened: Opened) => Promise<void>,
  { site = {}, opening = {} }: { readonly site?: Partial<Site>; readonly opening?: Opening } = {},
): Promise<void> {
  const clock = virtualClock();
  const seed = new Seed(clock);
  seed.jira.configure(site);
  const fake = await FakeJira.start(seed, opening);
  try {
    await act({
      seed,
      fake,
      later: (seconds) => clock.wait(seconds * 1000),
      ask: (method, path, asking = {}) => asked(`${fake.address}${path}`, method, asking),
    });
  } finally {
    await fake.close();
  }
}

async function asked(
  address: string,
  method: string,
  { body, as, authorization, headers = {} }: Asking,
): Promise<Answered> {
  const forge = {
    'x-forge-as': as === undefined ? 'app' : 'user',
    ...(as === undefined ? {} : { 'x-forge-account': as }),
  };
  const who = authorization === undefined ? forge : authorization === '' ? {} : { Authorization: authorization };
  const response = await fetch(address, {
    method,
    redirect: 'manual',
    headers: { 'Content-Type': 'application/json', ...who, ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const isJson = (response.headers.get('content-type') ?? '').includes('json');
  return { status: response.status, headers: response.headers, json: isJson && text !== '' ? JSON.parse(text) : text };
}

/** What stands at a path of an answer, such as `fields.summary` or `issues.0.id`. */
export function at(value: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((one, key) => {
    if (Array.isArray(one)) return one[Number(key)];
    return isObject(one) ? one[key] : undefined;
  }, value);
}

/** What stands at a path of each element of a list in an answer; a list that is the whole answer goes by ''. */
export function each({ json }: Answered, list: string, path: string): unknown[] {
  const rows: unknown = list === '' ? json : at(json, list);
  return Array.isArray(rows) ? rows.map((row: unknown) => at(row, path)) : [];
}
