import { HostError } from '@lethe/core';
import type { Clock } from '@lethe/core';
import { z } from 'zod';
import { failureOf } from './failure.ts';
import type { Answer, Call, HttpPort } from './http-port.ts';

/** What calls are made with: the way to Greenhouse, and the time. */
export interface Line {
  readonly port: HttpPort;
  readonly clock: Clock;
}

/** Makes a call and reads its answer. Throws `HostError`; never shows what Greenhouse answered. */
export async function ask<T>(line: Line, call: Call, schema: z.ZodType<T>): Promise<T> {
  return parsed(call, (await succeed(line, call)).json, schema);
}

/** A page of a list, and where the next one is. */
export interface Page<T> {
  readonly rows: readonly T[];
  /** Path and query of the next page, as Greenhouse gives them. */
  readonly next?: { readonly path: string; readonly query: Readonly<Record<string, string>> };
}

/** Makes a call for a list; the place of the next page is in the header `Link` of both versions. Throws `HostError`. */
export async function askPage<T>(line: Line, call: Call, row: z.ZodType<T>): Promise<Page<T>> {
  const { json, headers } = await succeed(line, call);
  const rows = parsed(call, json, z.array(row));
  const address = /<([^>]+)>\s*;\s*rel="?next"?/i.exec(headers['link'] ?? '')?.[1];
  if (address === undefined) return { rows };
  if (!URL.canParse(address, 'https://harvest.greenhouse.io')) throw unreadable(call);
  // Only path and query are followed: a call never goes to another host than the one it was set up with.
  const { pathname, searchParams } = new URL(address, 'https://harvest.greenhouse.io');
  return { rows, next: { path: pathname, query: Object.fromEntries(searchParams) } };
}

/** Makes a call that changes something. What it answers proves nothing and is not read. */
export async function tell(line: Line, call: Call): Promise<void> {
  const { status, json } = await succeed(line, call);
  // A login page comes with 200 as well.
  if (status !== 204 && json === undefined) throw unreadable(call);
}

async function succeed({ port, clock }: Line, call: Call): Promise<Answer> {
  const answer = await port(call);
  if (answer.status < 200 || answer.status > 299) throw failureOf(answer, call.what, clock.now());
  return answer;
}

function parsed<T>(call: Call, json: unknown, schema: z.ZodType<T>): T {
  const read = schema.safeParse(json);
  if (!read.success) throw unreadable(call, read.error);
  return read.data;
}

function unreadable({ what }: Call, cause?: unknown): HostError {
  return new HostError(
    'unreadable',
    `What came back when Greenhouse was asked to ${what} is not what Greenhouse answers. Check that the address is Greenhouse's own and that no proxy or login page stands before it.`,
    { cause },
  );
}

/** What was asked for, or nothing if it is gone by now. */
export async function ifThere<T>(asked: Promise<T>): Promise<T | undefined> {
  return unless('gone', asked);
}

/** What was asked for, or nothing if the key may not. */
export async function ifAllowed<T>(asked: Promise<T>): Promise<T | undefined> {
  return unless('not-permitted', asked);
}

async function unless<T>(code: HostError['code'], asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof HostError && error.code === code) return undefined;
    throw error;
  }
}
