import { randomBytes } from 'node:crypto';

import { receiptBytes, receiptCommitment, receiptSecret } from '@lethe/core/certificate';
import { sql } from 'kysely';

import type { OwningDesk } from '../runs/own-run.ts';
import { isUuid } from '../runs/run-records.ts';

/**
 * Makes the secret that is handed to the person, once for each run that was not given up. Only what it is compared with is kept; whoever
 * gets the answer is the only one who ever sees it. Nothing, where there is one already, or no such run.
 */
export async function makeReceipt(desk: OwningDesk, run: string, by: string): Promise<string | undefined> {
  if (!isUuid(run)) return undefined;
  const { database, committer, now } = desk;
  const { id: installation } = await database.selectFrom('installation').select('id').executeTakeFirstOrThrow();
  const secret = receiptSecret(randomBytes(receiptBytes));
  const commitment = receiptCommitment(secret, { installation, run });
  const made = await committer.commit({
    condition: sql`select id from lethe.run where id = ${run} and state not in ('superseded', 'called-off')
      and not exists (select from lethe.certificate_receipt where run = ${run}) for no key update`,
    parts: [
      sql`receipt as (insert into lethe.certificate_receipt (run, commitment, made_by, made_at)
        select go.id, ${commitment}, ${by}, ${now()}::timestamptz from go)`,
      sql`changed as (update lethe.run r set certificate_changes = r.certificate_changes + 1 from go where r.id = go.id)`,
    ],
    facts: [{ what: 'certificate-receipt-made', run, actor: by }],
  });
  return made === undefined ? undefined : secret;
}
