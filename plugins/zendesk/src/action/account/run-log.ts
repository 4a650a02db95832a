import { ledgerStates } from '@lethe/core';
import type { PersonId, RunRecord } from '@lethe/core';
import { z } from 'zod';
import { ask, ifThere } from '../../ask.ts';
import type { Line } from '../../ask.ts';
import { personIdOf, userNumberOf } from '../../ids.ts';
import { ANONYMIZED_AT } from '../../own-fields.ts';
import type { AccountRecords, AccountRun } from './account-records.ts';
import { newestRecords, putRecord, textIn } from './log-records.ts';
import type { LogFields, LogRecord } from './log-records.ts';

/** Outcomes and gaps of a run, counted. */
export type RunCounts = Readonly<Record<string, number>>;

/** The account's log of runs: ids, times and counts alone, for all agents to see. */
export class RunLog implements AccountRecords {
  readonly #line: Line;

  constructor(line: Line) {
    this.#line = line;
  }

  async runs(): Promise<readonly AccountRun[]> {
    const records = (await ifThere(newestRecords(this.#line), 'not-permitted')) ?? [];
    return records.flatMap((record) => runIn(record) ?? []);
  }

  async anonymizedOn(person: PersonId): Promise<string | undefined> {
    const path = `/api/v2/users/${numberOf(person)}`;
    const call = { what: 'read when a user was anonymized', method: 'GET', path } as const;
    const answer = await ifThere(ask(this.#line, call, userSchema));
    // Zendesk gives dates with a time of midnight.
    return answer?.user.user_fields?.[ANONYMIZED_AT]?.slice(0, 10);
  }

  /** Writes down how a run stands; the same run again changes its line. Does nothing where records are not to be had. */
  async tell(run: RunRecord, counts: RunCounts): Promise<void> {
    await ifThere(putRecord(this.#line, `run-${run.id}`, fieldsOf(run, counts)), 'not-permitted');
  }

  /** Marks the account of a person as anonymized on that day, for the badge. Nothing where the account is gone. */
  async mark(person: PersonId, on: Date): Promise<void> {
    const body = { user: { user_fields: { [ANONYMIZED_AT]: on.toISOString().slice(0, 10) } } };
    const path = `/api/v2/users/${numberOf(person)}`;
    const call = { what: 'mark a user as anonymized', method: 'PUT', path, body } as const;
    await ifThere(ask(this.#line, call, userSchema), 'not-permitted', 'rejected');
  }
}

const userSchema = z.object({
  user: z.object({ user_fields: z.object({ [ANONYMIZED_AT]: z.string().nullish() }).nullish() }),
});

const countsSchema = z.record(z.string(), z.number().int().nonnegative());
const runSchema = z.object({
  kind: z.literal('run'),
  run: z.string().min(1),
  person: z.string().regex(/^\d+$/),
  agent: z.string(),
  state: z.enum(ledgerStates),
  started_at: z.iso.datetime(),
  ended_at: z.union([z.iso.datetime(), z.literal('')]),
  digest: z.string(),
  ledger: z.string(),
});

/** The run a record is about; nothing if it is a lock, or somebody has written into it by hand. */
function runIn(record: LogRecord): AccountRun | undefined {
  const names = ['kind', 'run', 'person', 'agent', 'state', 'started_at', 'ended_at', 'digest', 'ledger'] as const;
  const parsed = runSchema.safeParse(Object.fromEntries(names.map((name) => [name, textIn(record, name)])));
  if (!parsed.success) return undefined;
  const { run, person, agent, state, started_at, ended_at, digest, ledger } = parsed.data;
  return {
    run,
    person: personIdOf(person),
    agent,
    state,
    startedAt: new Date(started_at),
    ...(ended_at === '' ? {} : { endedAt: new Date(ended_at) }),
    digest,
    counts: countsIn(textIn(record, 'counts')),
    ...(ledger === '' ? {} : { ledger }),
  };
}

function countsIn(text: string): RunCounts {
  try {
    return countsSchema.catch({}).parse(JSON.parse(text));
  } catch {
    return {};
  }
}

function fieldsOf({ id, plan, approval, state, startedAt, endedAt, ledger }: RunRecord, counts: RunCounts): LogFields {
  return {
    kind: 'run',
    run: id,
    person: numberOf(plan.person),
    agent: approval.by.replace(/^agent-/, ''),
    state,
    started_at: startedAt.toISOString(),
    ...(endedAt === undefined ? {} : { ended_at: endedAt.toISOString() }),
    digest: plan.plan.digest,
    counts: JSON.stringify(counts),
    ...(ledger === undefined ? {} : { ledger: `${ledger.seq}:${ledger.hash}` }),
  };
}

function numberOf(person: PersonId): string {
  return userNumberOf(person) ?? '';
}
