import type { Approval, PlanRecord } from '@lethe/core';
import { sql, type RawBuilder } from 'kysely';

import { often, type Database } from '../connection/database.ts';
import { Together } from '../connection/together.ts';
import type { Committer } from '../ledger/commit.ts';
import { isUuid } from '../runs/run-records.ts';
import { askedApproval, type ApprovalRow, type ApprovalState, type AskedApproval } from './asked-approval.ts';
import { countedKeys, countUse, makeKeys, usedByOperator, withinCaps, type Caps } from './allowances.ts';

/** What is asked for. */
export interface ApprovalRequest {
  readonly id: string;
  readonly record: PlanRecord;
  readonly approval: Approval;
  readonly needsSecond: boolean;
  /** Also once this operator has asked for so many runs in the night: counted where it is written, so that nobody slips by. */
  readonly secondAbove?: number;
  readonly notBefore: Date | undefined;
  readonly caps: Caps;
}

/** What a second person says, and until when a request is good. */
export interface SecondWord {
  readonly by: string;
  /** Requests from before then have expired. */
  readonly since: Date;
}

/** Which approvals: those in a state, those of one operator. */
export interface ApprovalFilter {
  readonly state?: ApprovalState | undefined;
  readonly by?: string | undefined;
}

/** Approvals, from the first word to the second; caps are checked and counted where they are written. */
export class Approvals {
  readonly #database: Database;
  readonly #committer: Committer;
  /** Runs ask before each of their calls. */
  readonly #ofPlans = new Together<string, AskedApproval | undefined>(async (plans) => {
    const found = await this.#read(
      sql`a.plan = any(${plans}::uuid[]) and a.state in ('open', 'granted')`,
      plans.length,
    );
    return (plan) => found.find((asked) => asked.plan === plan);
  });

  constructor(database: Database, committer: Committer) {
    this.#database = database;
    this.#committer = committer;
  }

  /**
   * Keeps an operator's word for a plan and counts it, in one statement with the check of all caps and of the kill switch.
   * Answers whether it was taken; if not, nothing was changed.
   */
  async ask({ id, record, approval, needsSecond, secondAbove, notBefore, caps }: ApprovalRequest): Promise<boolean> {
    await makeKeys(this.#database, caps);
    const { plan, host, person } = record;
    const { digest, typed, acknowledged, by, at } = approval;
    const written = await this.#committer.commit({
      condition: sql`with ${countedKeys(caps)}
        select ${needsSecond}::boolean or ${usedByOperator(caps)} >= ${secondAbove ?? null}::integer is true as second from counted having ${withinCaps(caps)}
        and ${runsAllowed} and ${isCurrent(record)} and ${isUnused(record.id)}`,
      parts: [
        sql`asked as (insert into lethe.approval (id, plan, host, person, digest, phrase, acknowledged, steps,
            asked_by, asked_at, not_before, needs_second, state)
          select ${id}::uuid, ${record.id}::uuid, ${host}, ${person}, ${digest}, ${typed}, ${acknowledged}::text[],
            ${plan.steps.length}::integer, ${by}, ${at}::timestamptz, ${notBefore ?? null}::timestamptz, go.second,
            case when go.second then 'open' else 'granted' end from go)`,
        countUse(caps),
      ],
      facts: [{ what: 'run-requested', host: plan.host, digest, rules: plan.rules.digest, actor: by }],
    });
    return written !== undefined;
  }

  /** A second person grants it. Answers whether it was still open, its plan current, and asked for by somebody else. */
  async grant(id: string, word: SecondWord): Promise<boolean> {
    return this.#close(id, {
      condition: sql`a.asked_by <> ${word.by} and a.asked_at >= ${word.since} and ${runsAllowed}
        and exists (select from lethe.plan p where p.id = a.plan and p.digest = a.digest)`,
      change: sql`state = 'granted', second_by = ${word.by}, second_at = now()`,
      fact: { what: 'run-seconded', by: word.by },
    });
  }

  /** A second person refuses it. Answers whether it was open and asked for by somebody else. */
  async decline(id: string, by: string): Promise<boolean> {
    return this.#close(id, {
      condition: sql`a.asked_by <> ${by}`,
      change: sql`state = 'declined', ended_by = ${by}, ended_at = now()`,
      fact: { what: 'run-declined', by },
    });
  }

  /** Whoever asked takes it back. Answers whether it was open and theirs. */
  async withdraw(id: string, by: string): Promise<boolean> {
    return this.#close(id, {
      condition: sql`a.asked_by = ${by}`,
      change: sql`state = 'withdrawn', ended_by = ${by}, ended_at = now()`,
      fact: { what: 'run-withdrawn', by },
    });
  }

  /** Requests nobody answered by then are over. Answers how many. */
  async expire(since: Date): Promise<number> {
    const { rows } = await sql<{ readonly id: string }>`select id from lethe.approval
      where state = 'open' and asked_at < ${since}`.execute(this.#database);
    const closing: Closing = {
      condition: sql`a.asked_at < ${since}`,
      change: sql`state = 'expired', ended_at = now()`,
      fact: { what: 'run-request-expired' },
    };
    const over = await Promise.all(rows.map(async ({ id }) => this.#close(id, closing)));
    return over.filter(Boolean).length;
  }

  /** The one with this id. */
  async find(id: string): Promise<AskedApproval | undefined> {
    return (await this.#read(sql`a.id::text = ${id}`))[0];
  }

  /** The one that is open or granted for a plan. */
  async ofPlan(plan: string): Promise<AskedApproval | undefined> {
    return isUuid(plan) ? this.#ofPlans.ask(plan.toLowerCase()) : undefined;
  }

  /** The newest, newest first: of one operator, or of all. */
  async newest(most: number, { state, by }: ApprovalFilter = {}): Promise<readonly AskedApproval[]> {
    const inState = state === undefined ? sql`true` : sql`a.state = ${state}`;
    return this.#read(by === undefined ? inState : sql`${inState} and a.asked_by = ${by}`, most);
  }

  async #read(where: RawBuilder<unknown>, most = 1): Promise<readonly AskedApproval[]> {
    const { rows } = await sql<ApprovalRow>`${often} select a.*, r.id as run,
        (r.id is not null or exists (select from lethe.plan p where p.id = a.plan)) as current
      from lethe.approval a left join lethe.run r on r.plan = a.plan and r.approved_at = a.asked_at and r.approved_by = a.asked_by
      where ${where} order by a.asked_at desc limit ${most}`.execute(this.#database);
    return rows.map(askedApproval);
  }

  async #close(id: string, { condition, change, fact }: Closing): Promise<boolean> {
    const asked = await this.find(id);
    if (asked === undefined) return false;
    const by = fact.by === undefined ? {} : { actor: fact.by };
    const written = await this.#committer.commit({
      condition: sql`select a.id from lethe.approval a where a.id = ${asked.id} and a.state = 'open' and ${condition} for update of a`,
      parts: [sql`closed as (update lethe.approval a set ${change} from go where a.id = go.id)`],
      facts: [{ what: fact.what, host: asked.host, digest: asked.approval.digest, ...by }],
    });
    return written !== undefined;
  }
}

interface Closing {
  readonly condition: RawBuilder<unknown>;
  readonly change: RawBuilder<unknown>;
  readonly fact: {
    readonly what: 'run-seconded' | 'run-declined' | 'run-withdrawn' | 'run-request-expired';
    readonly by?: string;
  };
}

/** A kill switch that is not there forbids. */
const runsAllowed = sql`exists (select from lethe.kill_switch where not thrown)`;

function isCurrent({ id, plan }: PlanRecord): RawBuilder<unknown> {
  return sql`exists (select from lethe.plan where id = ${id} and digest = ${plan.digest})
    and not exists (select from lethe.run where plan = ${id})`;
}

function isUnused(plan: string): RawBuilder<unknown> {
  return sql`not exists (select from lethe.approval where plan = ${plan} and state in ('open', 'granted'))`;
}
