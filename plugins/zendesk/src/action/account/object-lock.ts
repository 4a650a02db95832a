import { HostError } from '@lethe/core';
import type { Line } from '../../ask.ts';
import { createRecord, deleteRecord, recordsCalled, textIn, updateRecord } from './log-records.ts';
import type { LogFields, LogRecord } from './log-records.ts';
import { STALE_AFTER } from './taken.ts';
import type { Hold, Holder, Taken, Wanted } from './taken.ts';

const TRIES = 3;

/**
 * Takes a person by a record of the account. Everybody who wants the person writes one of their own and reads back: the oldest
 * of those alive wins, the others take theirs away. That holds whether or not Zendesk keeps external ids unique. A run's own
 * record of before, and one that shows no sign of life, are replaced by a new one: whoever had it finds it gone.
 */
export async function takeByRecord(line: Line, wanted: Wanted): Promise<Taken> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    try {
      const taken = await attempt(line, wanted);
      if (taken !== undefined) return taken;
    } catch (error) {
      if (error instanceof HostError && unusable.includes(error.code)) return 'unusable';
      throw error;
    }
  }
  return 'unusable';
}

const unusable: readonly string[] = ['gone', 'not-permitted'];

/** Nothing: what was in the way has been cleared away, and it may be tried again. */
async function attempt(line: Line, wanted: Wanted): Promise<Taken | undefined> {
  const mine = await written(line, wanted);
  const others = (await recordsCalled(line, nameOf(wanted))).filter(({ id }) => id !== mine?.id);
  const now = mine?.created_at ?? (await timeAtZendesk(line, wanted));
  const alive = others.filter((other) => textIn(other, 'run') !== wanted.run && !isStale(other, now));
  const [first] = alive.filter((other) => mine === undefined || precedes(other, mine)).sort(byAge);
  if (first !== undefined) {
    if (mine !== undefined) await deleteRecord(line, mine.id);
    return { takenBy: holderOf(first) };
  }
  for (const other of others) if (!alive.includes(other)) await deleteRecord(line, other.id);
  return mine && { held: new RecordHold(line, wanted, mine) };
}

/** Our record; nothing if Zendesk does not take it, which it may where there is one of that name. */
async function written(line: Line, wanted: Wanted): Promise<LogRecord | undefined> {
  try {
    return await createRecord(line, nameOf(wanted), fieldsOf(line, wanted));
  } catch (error) {
    if (error instanceof HostError && ['rejected', 'locked'].includes(error.code)) return undefined;
    throw error;
  }
}

/** Zendesk's time, from a record made for that: clocks of browsers are not to be trusted with who is alive. */
async function timeAtZendesk(line: Line, { run, agent }: Wanted): Promise<Date> {
  const probe = await createRecord(line, `clock-${run}`, { kind: 'clock', agent });
  await deleteRecord(line, probe.id);
  return probe.created_at;
}

class RecordHold implements Hold {
  readonly #line: Line;
  readonly #wanted: Wanted;
  readonly #mine: LogRecord;

  constructor(line: Line, wanted: Wanted, mine: LogRecord) {
    this.#line = line;
    this.#wanted = wanted;
    this.#mine = mine;
  }

  async beat(): Promise<boolean> {
    const shown = await updateRecord(this.#line, this.#mine.id, fieldsOf(this.#line, this.#wanted));
    if (shown === undefined) return false;
    // What was read back at first may have been late: two who both thought they were first find out here.
    const others = await recordsCalled(this.#line, nameOf(this.#wanted));
    return !others.some((other) => precedes(other, this.#mine) && !isStale(other, shown.updated_at));
  }

  async release(): Promise<void> {
    await deleteRecord(this.#line, this.#mine.id);
  }
}

function nameOf({ user }: Wanted): string {
  return `lock-${user}`;
}

function fieldsOf({ clock }: Line, { user, run, agent }: Wanted): LogFields {
  return { kind: 'lock', run, person: user, agent, heartbeat_at: clock.now().toISOString() };
}

function isStale({ updated_at }: LogRecord, now: Date): boolean {
  return now.getTime() - updated_at.getTime() >= STALE_AFTER;
}

function precedes(one: LogRecord, other: LogRecord): boolean {
  return one.id !== other.id && byAge(one, other) < 0;
}

/** Zendesk counts whole seconds; within one, the ids decide, and alike for everybody. */
function byAge(one: LogRecord, other: LogRecord): number {
  return one.created_at.getTime() - other.created_at.getTime() || (one.id < other.id ? -1 : 1);
}

function holderOf(record: LogRecord): Holder {
  return { agent: textIn(record, 'agent'), since: record.created_at };
}
