import { privacy } from '@forge/api';
import { z } from 'zod';
import { DESK } from '../desk/forge-desk.ts';
import { Notes } from '../ground/notes.ts';
import { momentIn } from '../ground/office.ts';
import type { Office } from '../ground/office.ts';
import { destroyJob, jobSecret } from '../jobs/job-secret.ts';
import { forgetWork } from '../run/run-note.ts';

/**
 * Atlassian wants to be told of accounts an app keeps at least every seven days: https://developer.atlassian.com/platform/forge/user-privacy-guidelines/.
 * We keep them only while a run is open.
 */
const EVERY = 24 * 60 * 60 * 1000;
const KEY = 'last';

const reportedNotes = new Notes('reported', z.object({ at: z.iso.datetime() }));

/** Tells Atlassian of the accounts that are kept, once a day, if any are; of an account that was closed, nothing is kept from then on. */
export async function reportedAccounts(office: Office): Promise<void> {
  const last = await reportedNotes.get(KEY);
  const now = office.outside.clock.now().getTime();
  if (last !== undefined && now - Date.parse(last.at) < EVERY) return;
  const runs = await office.keeping.store.runs({ open: true, host: DESK });
  const updatedAt = new Map<string, string>();
  const keptBy = new Map<string, { readonly run: string; readonly plan: string }[]>();
  for (const { id, plan } of runs) {
    const secret = await jobSecret(plan.id);
    for (const account of secret === undefined ? [] : [secret.account, secret.by]) {
      updatedAt.set(account, plan.reviewedAt.toISOString());
      keptBy.set(account, [...(keptBy.get(account) ?? []), { run: id, plan: plan.id }]);
    }
  }
  if (updatedAt.size === 0) return;
  const accounts = [...updatedAt].map(([accountId, at]) => ({ accountId, updatedAt: at }));
  const updates = await privacy.reportPersonalData(accounts);
  await reportedNotes.put(KEY, { at: momentIn(office) }, { days: 30 });
  const closed = updates.filter(({ status }) => status === 'closed');
  for (const { run, plan } of closed.flatMap(({ accountId }) => keptBy.get(accountId) ?? [])) {
    await destroyJob(plan);
    await forgetWork(run);
  }
}
