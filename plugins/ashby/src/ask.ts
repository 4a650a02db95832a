import { HostError } from '@lethe/core';
import type { Clock } from '@lethe/core';
import { z } from 'zod';
import { failureOf, refusalIn } from './failure.ts';
import type { Call, HttpPort } from './http-port.ts';

/** What calls are made with: the way to Ashby, and the time. */
export interface Line {
  readonly port: HttpPort;
  readonly clock: Clock;
}

/** Makes a call and reads its answer. Throws `HostError`; never shows what Ashby answered. */
export async function ask<T>(line: Line, call: Call, schema: z.ZodType<T>): Promise<T> {
  const parsed = schema.safeParse(await succeed(line, call));
  if (!parsed.success) throw unreadable(call, parsed.error);
  return parsed.data;
}

/** Makes a call that changes something. What it answers is a claim, so that only its `success` is read. */
export async function tell(line: Line, call: Call): Promise<void> {
  await ask(line, call, z.object({ success: z.literal(true) }));
}

async function succeed({ port, clock }: Line, call: Call): Promise<unknown> {
  const answer = await port(call);
  // 200 with `success: false` is how Ashby says no.
  const isRefused = answer.status < 200 || answer.status > 299 || refusalIn(answer.json) !== undefined;
  if (isRefused) throw failureOf(answer, call, clock.now());
  return answer.json;
}

function unreadable({ what }: Call, cause: unknown): HostError {
  return new HostError(
    'unreadable',
    `What came back when Ashby was asked to ${what} is not what Ashby answers. Check that the address is Ashby's own and that no proxy or login page stands before it.`,
    { cause },
  );
}

/** What was asked for, or nothing if it is gone by now. */
export async function ifThere<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof HostError && error.code === 'gone') return undefined;
    throw error;
  }
}
