import { sql } from 'kysely';

import type { Database } from '../connection/database.ts';
import type { Desk } from '../runs/plans.ts';
import { choose, learn, preferencesOf, recipients, type Preferences, type Recipient } from './addresses.ts';
import { happeningsIn, MOST_HAPPENINGS, type Happening, type Mark } from './happenings.ts';
import { countNotices, forgetSettled, put, settle, takeDue } from './outbox.ts';
import type { DueNotice, NewNotice, OutboxCounts } from './outbox.ts';

/** Who is to be told of what happened. */
export type Deciding = (happenings: readonly Happening[]) => Promise<readonly NewNotice[]>;

/** Nobody is told of what is older when mails are switched on again after a while. */
const LONGEST_BACK = 7 * 86_400_000;

/**
 * Mails to operators. What happened is found where it stands, not told by whoever did it: a crash loses nothing, and no run waits. That
 * it was told is written in one transaction with the mails that tell it.
 */
export class Notices {
  readonly #desk: Pick<Desk, 'database' | 'keys'> & { readonly now: () => Date };

  constructor(desk: Pick<Desk, 'database' | 'keys'> & { readonly now: () => Date }) {
    this.#desk = desk;
  }

  /** Looks what happened since, and puts mails about it into the outbox. Where another process is at it, nothing is done. Answers how many. */
  async gather(decide: Deciding): Promise<number> {
    const { database, now } = this.#desk;
    return database.transaction().execute(async (session) => {
      const { rows } = await sql<{ readonly mine: boolean }>`
        select pg_try_advisory_xact_lock(hashtextextended('lethe notices', 0)) as mine`.execute(session);
      if (rows[0]?.mine !== true) return 0;
      const at = now();
      const mark = await markOf(session, at);
      const head = await headOf(session);
      const happenings = await happeningsIn(session, mark, at);
      const notices = happenings.length === 0 ? [] : await decide(happenings);
      await put(session, notices, at);
      await sql`insert into lethe.notice_told (key, at) select k, ${at}::timestamptz
        from unnest(${happenings.map(({ key }) => key)}::text[]) as k on conflict do nothing`.execute(session);
      const all = happenings.length < MOST_HAPPENINGS;
      if (all) await sql`update lethe.notice_mark set ledger_seq = ${head}`.execute(session);
      return notices.length;
    });
  }

  async put(notice: NewNotice): Promise<void> {
    await put(this.#desk.database, [notice], this.#desk.now());
  }

  async takeDue(most: number): Promise<readonly DueNotice[]> {
    return takeDue(this.#desk.database, most, this.#desk.now());
  }

  /** It was handed to the mail server. */
  async sent(id: string): Promise<void> {
    await settle(this.#desk.database, id, { state: 'sent', at: this.#desk.now() });
  }

  /** It could not be sent: it is tried again then, or never. */
  async failed(id: string, dueAt: Date | undefined): Promise<void> {
    const at = this.#desk.now();
    await settle(
      this.#desk.database,
      id,
      dueAt === undefined ? { state: 'gave-up', at } : { state: 'waiting', dueAt, at },
    );
  }

  async forgetSettled(before: Date): Promise<void> {
    await forgetSettled(this.#desk.database, before);
  }

  async counts(): Promise<OutboxCounts> {
    return countNotices(this.#desk.database);
  }

  async preferencesOf(operator: string): Promise<Preferences | undefined> {
    return preferencesOf(this.#desk.database, await this.#desk.keys(), operator);
  }

  async choose(operator: string, chosen: Omit<Preferences, 'own'>): Promise<void> {
    await choose(this.#desk.database, await this.#desk.keys(), { ...chosen, operator, at: this.#desk.now() });
  }

  /** The address an OpenID provider vouches for. */
  async learn(operator: string, address: string): Promise<void> {
    await learn(this.#desk.database, await this.#desk.keys(), { operator, address, at: this.#desk.now() });
  }

  async recipients(): Promise<readonly Recipient[]> {
    return recipients(this.#desk.database);
  }
}

/** What happened before mails were switched on, or long ago, is not told. */
async function markOf(session: Database, now: Date): Promise<Mark> {
  await sql`insert into lethe.notice_mark (since, ledger_seq) select ${now}, seq from lethe.ledger_head
    where not exists (select from lethe.notice_mark)`.execute(session);
  const { rows } = await sql<Mark>`select since, ledger_seq::text as seq from lethe.notice_mark`.execute(session);
  const { since = now, seq = '0' } = rows[0] ?? {};
  return { since: new Date(Math.max(since.getTime(), now.getTime() - LONGEST_BACK)), seq };
}

async function headOf(session: Database): Promise<string> {
  const { rows } = await sql<{ readonly seq: string }>`select seq::text as seq from lethe.ledger_head`.execute(session);
  return rows[0]?.seq ?? '0';
}
