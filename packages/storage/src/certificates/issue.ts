import type { LedgerPosition, Report, RunRecord } from '@lethe/core';
import {
  accountCommitment,
  certificateFile,
  certificateOf,
  checkDue,
  checkTimes,
  fileDigest,
  laterCheckSchema,
  signedBytes,
  type Issuing,
} from '@lethe/core/certificate';
import { sql, type RawBuilder } from 'kysely';
import { z } from 'zod';

import type { OwningDesk } from '../runs/own-run.ts';
import { findEdition, type IssuedCertificate } from './editions.ts';
import { currentKey, type SigningKey } from './signing-keys.ts';

/** A run that has ended, and its report. */
export interface Certified {
  readonly run: RunRecord;
  readonly report: Report;
}

const DAY = 86_400_000;

const standing = z.object({
  changes: z.int(),
  told: z.int(),
  edition: z.int(),
  chain_seq: z.coerce.number(),
  chain_hash: z.string(),
  head_seq: z.coerce.number(),
  head_hash: z.string(),
  installation: z.uuid(),
  receipt: z.string().nullable(),
  checks: z.array(laterCheckSchema),
  planned: z.array(z.strictObject({ after: z.enum(checkTimes), due: z.coerce.date() })),
});
type StandingRow = z.infer<typeof standing>;

/**
 * The newest edition, once it tells of everything: issued anew where it does not. Of several processes that want to, one does.
 * @throws StorageError, or TypeError for a run that has not ended as done.
 */
export async function issueCertificate(desk: OwningDesk, certified: Certified): Promise<IssuedCertificate> {
  const { run } = certified;
  const key = await currentKey(desk);
  for (;;) {
    const row = await standingOf(desk, run.id);
    const newest = await findEdition(desk.database, run.id);
    if (newest !== undefined && row.told === row.changes) return newest;
    const issuing = issuingOf(row, { certified, key, now: desk.now(), first: newest?.certificate.account });
    const certificate = certificateOf(certified.report, issuing);
    const file = certificateFile(certificate, key.sign(signedBytes(certificate)));
    await desk.committer.commit({
      condition: sql`select id from lethe.run where id = ${run.id} and certificate_changes = ${row.changes}
        and (select coalesce(max(edition), 0) from lethe.certificate where run = ${run.id}) = ${row.edition} for no key update`,
      parts: [written(issuing, file), told, ...(row.edition === 0 ? [planned(issuing)] : [])],
      facts: [{ what: 'certificate-issued', run: run.id, host: run.plan.plan.host, digest: fileDigest(file) }],
    });
  }
}

const told = sql`told as (update lethe.run r set certificate_told = r.certificate_changes from go where r.id = go.id)`;

function written({ edition, issued }: Issuing, file: string): RawBuilder<unknown> {
  return sql`written as (insert into lethe.certificate (run, edition, issued_at, digest, file)
    select go.id, ${edition}::integer, ${issued}::timestamptz, ${fileDigest(file)}, ${file} from go)`;
}

function planned({ planned: checks }: Issuing): RawBuilder<unknown> {
  return sql`planned as (insert into lethe.certificate_check (run, after, due_at, next_at)
    select go.id, c.after, c.due, c.due from go, unnest(${checks.map(({ after }) => after)}::text[],
      ${checks.map(({ due }) => due)}::timestamptz[]) as c (after, due))`;
}

async function standingOf({ database }: OwningDesk, run: string): Promise<StandingRow> {
  const { rows } =
    await sql`select r.certificate_changes as changes, r.certificate_told as told, r.chain_seq, r.chain_hash,
      (select coalesce(max(edition), 0) from lethe.certificate c where c.run = r.id) as edition,
      h.seq as head_seq, h.hash as head_hash, i.id as installation,
      (select commitment from lethe.certificate_receipt c where c.run = r.id) as receipt,
      (select coalesce(jsonb_agg(c.result order by c.due_at), '[]') from lethe.certificate_check c
        where c.run = r.id and c.result is not null) as checks,
      (select coalesce(jsonb_agg(jsonb_build_object('after', c.after, 'due', c.due_at) order by c.due_at), '[]')
        from lethe.certificate_check c where c.run = r.id and c.ended_at is null) as planned
    from lethe.run r, lethe.ledger_head h, lethe.installation i where r.id = ${run}`.execute(database);
  return standing.parse(rows[0]);
}

interface Making {
  readonly certified: Certified;
  readonly key: SigningKey;
  readonly now: Date;
  /** The commitment of the first edition. */
  readonly first: string | undefined;
}

function issuingOf(row: StandingRow, { certified, key, now, first }: Making): Issuing {
  const { id, plan, ledger, endedAt = now } = certified.run;
  const account = { installation: row.installation, run: id, host: plan.host, person: plan.person };
  const main: LedgerPosition = { seq: row.head_seq, hash: row.head_hash };
  const chain = row.chain_seq === 0 ? {} : { run: { seq: row.chain_seq, hash: row.chain_hash } };
  return {
    ...{ installation: row.installation, key: key.id, edition: row.edition + 1, issued: now },
    account: first ?? accountCommitment(key.commitments, account),
    ...(row.receipt === null ? {} : { receipt: row.receipt }),
    covers: plan.plan.only === undefined ? 'person' : 'one-case',
    ledger: { main, ended: ledger ?? main, ...chain },
    checks: row.checks,
    planned: row.edition === 0 ? plannedFor(endedAt, now) : row.planned,
  };
}

/** Checks that were due more than a day ago are not made up for: the run ended before there were any. */
function plannedFor(ended: Date, now: Date): Issuing['planned'] {
  return checkTimes
    .map((after) => ({ after, due: checkDue(after, ended) }))
    .filter(({ due }) => due.getTime() > now.getTime() - DAY);
}
