import { HostError } from '@lethe/core';
import type { Clock } from '@lethe/core';
import type { z } from 'zod';
import { failureOf } from './failure.ts';
import type { Answer, Call, HttpPort } from './http-port.ts';

/** What calls are made with: the way to Jira, and the time. */
export interface Line {
  readonly port: HttpPort;
  readonly clock: Clock;
}

/** Makes a call and reads its answer. Throws `HostError`; never shows what Jira answered. */
export async function ask<T>(line: Line, call: Call, schema: z.ZodType<T>): Promise<T> {
  const parsed = schema.safeParse((await succeed(line, call)).json);
  if (!parsed.success) throw unreadable(call, parsed.error);
  return parsed.data;
}

/** Makes a call whose answer says nothing but that it worked. Throws `HostError`. */
export async function tell(line: Line, call: Call): Promise<void> {
  const { status, json } = await succeed(line, call);
  // A login page comes with 200 as well, and with a body that is no JSON.
  if (status === 200 && json === undefined) throw unreadable(call);
}

/** Makes a call that Jira answers with a redirection where it worked. Throws `HostError`. */
export async function start({ port, clock }: Line, call: Call): Promise<void> {
  const { status, headers, json } = await port(call);
  if (status < 200 || status > 399) throw failureOf({ status, headers, json }, call.what, clock.now());
}

async function succeed({ port, clock }: Line, call: Call): Promise<Answer> {
  const answer = await port(call);
  if (answer.status < 200 || answer.status > 299) throw failureOf(answer, call.what, clock.now());
  return answer;
}

function unreadable({ what }: Call, cause?: unknown): HostError {
  return new HostError(
    'unreadable',
    `What came back when Jira was asked to ${what} is not what Jira answers. Check that the address is the site's own and that no proxy or login page stands before it.`,
    { cause },
  );
}

/** What was asked for, or nothing if it is gone by now; other refusals may be taken for that, too. */
export async function ifThere<T>(asked: Promise<T>, ...alsoGone: readonly HostError['code'][]): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof HostError && ['gone', ...alsoGone].includes(error.code)) return undefined;
    throw error;
  }
}
