import { HostError, digestOf } from '@lethe/core';
import { z } from 'zod';
import { ask, ifThere } from '../../ask.ts';
import type { Line } from '../../ask.ts';
import { LOCK_FIELD } from '../../own-fields.ts';
import { STALE_AFTER } from './taken.ts';
import type { Hold, Taken, Wanted } from './taken.ts';

/** Runs are told apart by so many values; beside them stands the second of the last sign of life. */
const TOKENS = 100_000;
/** So long after writing it is read back: longer than anybody takes between looking and writing. */
const SETTLED = 5_000;

const userSchema = z.object({
  user: z.object({ user_fields: z.record(z.string(), z.unknown()).nullish() }),
});

/**
 * Takes a person by a number in a user field: the second best, where records are not to be had. Whoever finds it free writes
 * their number, waits, and reads it back: the last to have written wins. Rests on clocks that agree within minutes.
 */
export async function takeByField(line: Line, wanted: Wanted): Promise<Taken> {
  try {
    return await attempt(line, wanted);
  } catch (error) {
    if (error instanceof HostError && ['gone', 'not-permitted', 'rejected'].includes(error.code)) return 'unusable';
    throw error;
  }
}

async function attempt(line: Line, wanted: Wanted): Promise<Taken> {
  const before = await valueOf(line, wanted);
  if (before === undefined) return 'unusable';
  const mine = tokenOf(wanted);
  const other = before === null ? undefined : held(before);
  if (other !== undefined && other.token !== mine && isFresh(other.at, line.clock.now()))
    return { takenBy: { since: other.at } };
  const written = await write(line, wanted);
  await line.clock.wait(SETTLED);
  const after = await valueOf(line, wanted);
  if (after === written) return { held: new FieldHold(line, wanted) };
  // Zendesk took it and shows something else: another run's number, or none, where the field cannot hold it.
  return typeof after === 'number' ? { takenBy: { since: held(after).at } } : 'unusable';
}

class FieldHold implements Hold {
  readonly #line: Line;
  readonly #wanted: Wanted;

  constructor(line: Line, wanted: Wanted) {
    this.#line = line;
    this.#wanted = wanted;
  }

  async beat(): Promise<boolean> {
    if (!(await this.#isOurs())) return false;
    await write(this.#line, this.#wanted);
    return true;
  }

  async release(): Promise<void> {
    if (await this.#isOurs()) await ifThere(put(this.#line, this.#wanted, null), 'rejected');
  }

  async #isOurs(): Promise<boolean> {
    const value = await ifThere(valueOf(this.#line, this.#wanted));
    return typeof value === 'number' && held(value).token === tokenOf(this.#wanted);
  }
}

/** The number in the field, `null` if it is empty; nothing if there is no such field. */
async function valueOf(line: Line, { user }: Wanted): Promise<number | null | undefined> {
  const call = { what: 'read who anonymizes a user', method: 'GET', path: `/api/v2/users/${user}` } as const;
  const value = (await ask(line, call, userSchema)).user.user_fields?.[LOCK_FIELD];
  if (value === undefined) return undefined;
  if (value === null || value === '') return null;
  return z.coerce.number().int().catch(0).parse(value);
}

async function write(line: Line, wanted: Wanted): Promise<number> {
  const value = Math.floor(line.clock.now().getTime() / 1000) * TOKENS + tokenOf(wanted);
  await put(line, wanted, value);
  return value;
}

async function put(line: Line, { user }: Wanted, value: number | null): Promise<void> {
  const body = { user: { user_fields: { [LOCK_FIELD]: value } } };
  const call = { what: 'note who anonymizes a user', method: 'PUT', path: `/api/v2/users/${user}`, body } as const;
  await ask(line, call, userSchema);
}

function held(value: number): { readonly at: Date; readonly token: number } {
  return { at: new Date(Math.floor(value / TOKENS) * 1000), token: value % TOKENS };
}

function tokenOf({ run }: Wanted): number {
  return Number.parseInt(digestOf(run).slice(0, 8), 16) % TOKENS;
}

function isFresh(at: Date, now: Date): boolean {
  return Math.abs(now.getTime() - at.getTime()) < STALE_AFTER;
}
