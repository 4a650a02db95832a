import { HostError } from '@lethe/core';
import { jsonIn } from '@lethe/http';
import type { z } from 'zod';
import { failureOf } from './failure.ts';
import type { Answer, Call, Transport } from './call.ts';

/** Makes a call and reads its answer. Throws `HostError`; never shows what RT answered. */
export async function ask<T>(transport: Transport, call: Call, schema: z.ZodType<T>): Promise<T> {
  const parsed = schema.safeParse(jsonOf(await succeed(transport, call), call));
  if (!parsed.success) throw unreadable(call, parsed.error);
  return parsed.data;
}

/** Makes a call whose answer says nothing but that it was heard: RT says 200 to what it did not do as well. Throws `HostError`. */
export async function tell(transport: Transport, call: Call): Promise<void> {
  const answer = await succeed(transport, call);
  // A login page comes with 200 as well.
  if (answer.text.trim() !== '') jsonOf(answer, call);
}

async function succeed(transport: Transport, call: Call): Promise<Answer> {
  const answer = await transport(call);
  if (answer.status < 200 || answer.status > 299) throw failureOf(answer, call.what);
  return answer;
}

function jsonOf(answer: Answer, call: Call): unknown {
  const json = answer.type.includes('json') ? jsonIn(answer.text) : undefined;
  if (json === undefined) throw unreadable(call);
  return json;
}

function unreadable({ what }: Call, cause?: unknown): HostError {
  return new HostError(
    'unreadable',
    `What came back when Request Tracker was asked to ${what} is not what RT 5 answers. Check that the address is RT's own and that no proxy or login page stands before it.`,
    { cause },
  );
}
