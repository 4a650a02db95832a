import { HostError } from '@lethe/core';
import type { Clock } from '@lethe/core';
import type { z } from 'zod';
import { failureOf } from './failure.ts';
import type { Answer, Call, HttpPort } from './http-port.ts';

/** What calls are made with: the way to Lever, the time, and whom calls that change something are made as. */
export interface Line {
  readonly port: HttpPort;
  readonly clock: Clock;
  readonly performAs?: string;
}

/** Makes a call and reads its answer. Throws `HostError`; never shows what Lever answered. */
export async function ask<T>(line: Line, call: Call, schema: z.ZodType<T>): Promise<T> {
  const parsed = schema.safeParse((await succeed(line, call)).json);
  if (!parsed.success) throw unreadable(call, parsed.error);
  return parsed.data;
}

/** Makes a call that changes something. What it answers is not read: names are blank in it while the record still has them. */
export async function tell(line: Line, call: Call): Promise<void> {
  const { performAs } = line;
  const query = performAs === undefined ? {} : { query: { perform_as: performAs } };
  const { status, json } = await succeed(line, { ...call, ...query });
  // A login page comes with 200 as well.
  if (status !== 204 && json === undefined) throw unreadable(call);
}

async function succeed({ port, clock }: Line, call: Call): Promise<Answer> {
  const answer = await port(call);
  if (answer.status < 200 || answer.status > 299) throw failureOf(answer, call.what, clock.now());
  return answer;
}

function unreadable({ what }: Call, cause?: unknown): HostError {
  return new HostError(
    'unreadable',
    `What came back when Lever was asked to ${what} is not what Lever answers. Check that the address is Lever's own and that no proxy or login page stands before it.`,
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
