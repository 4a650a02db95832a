import { virtualClock } from '@lethe/core/testing';
import type { Account } from './account.ts';
import { isObject } from './answer.ts';
import { FakeZendesk } from './server.ts';
import type { Opening } from './server.ts';
import { Seed, adminToken } from './seed.ts';

/** What came back. */
export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly json: unknown;
}

/** A fake that is running, its clock, and a way to ask it. */
export interface Opened {
  readonly seed: Seed;
  readonly fake: FakeZendesk;
  /** Lets so many seconds pass. */
  readonly later: (seconds: number) => Promise<void>;
  readonly ask: (method: string, path: string, options?: Asking) => Promise<Reply>;
}

/** What goes with a call. Without a token it is the administrator's; an empty one sends none. */
interface Asking {
  readonly body?: unknown;
  readonly token?: string;
}

/** How a fake is set up. */
export interface SettingUp {
  readonly account?: Partial<Account>;
  readonly opening?: Opening;
}

/** Starts an invented Zendesk on a clock of its own, lets a test use it, and stops it whatever happens. */
export async function withZendesk(
  act: (opened: Opened) => Promise<void>,
  { account = {}, opening = {} }: SettingUp = {},
): Promise<void> {
  const clock = virtualClock();
  const seed = new Seed(clock);
  seed.zendesk.configure(account);
  const fake = await FakeZendesk.start(seed.zendesk, opening);
  try {
    await act({
      seed,
      fake,
      later: (seconds) => clock.wait(seconds * 1000),
      ask: (method, path, asking = {}) => asked(fake.address, { method, path }, asking),
    });
  } finally {
    await fake.close();
  }
}

async function asked(
  address: string,
  { method, path }: { readonly method: string; readonly path: string },
  { body, token = adminToken }: Asking,
): Promise<Reply> {
  const response = await fetch(address + path, {
    method,
    redirect: 'manual',
    headers: { 'Content-Type': 'application/json', ...(token === '' ? {} : { Authorization: `Bearer ${token}` }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const isJson = (response.headers.get('content-type') ?? '').includes('json');
  return { status: response.status, headers: response.headers, json: isJson && text !== '' ? JSON.parse(text) : text };
}

/** What stands at a path of an answer, such as `comment.html_body` or `tickets.0.id`. */
export function at(value: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((one, key) => {
    if (Array.isArray(one)) return one[Number(key)];
    return isObject(one) ? one[key] : undefined;
  }, value);
}

/** What stands at a path of each element of a list in an answer. */
export function each(reply: Reply, list: string, path: string): unknown[] {
  return rowsIn(reply, list).map((row) => at(row, path));
}

/** A list in an answer. */
export function rowsIn({ json }: Reply, list: string): unknown[] {
  const rows: unknown = at(json, list);
  return Array.isArray(rows) ? rows.map((row: unknown) => row) : [];
}
