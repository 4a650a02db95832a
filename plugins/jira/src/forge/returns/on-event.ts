import { z } from 'zod';
import { ask, ifThere } from '../../ask.ts';
import { inOffice, momentIn } from '../ground/office.ts';
import type { Office } from '../ground/office.ts';
import { accountHash, addressHashes, ANY, anyErased, erasedNotes } from './erased.ts';
import { noteReturn } from './return-note.ts';

/** Kept of a trigger's time to come to an end. */
const SPARE = 3_000;

const user = z.object({ accountId: z.string().min(1) }).nullish();
/** What Jira tells about an issue that was created or commented on, as far as it is used: no text of it. */
const eventSchema = z.object({
  issue: z.object({
    id: z.string().regex(/^[0-9]{1,18}$/u),
    fields: z.object({ reporter: user, creator: user }).nullish(),
  }),
  atlassianId: z.string().min(1).nullish(),
  comment: z.object({ author: user }).nullish(),
});

/**
 * An issue was created or commented on. If by somebody who was erased, it is put on a list for a person to decide; nothing is ever erased here.
 * An event of another form is left alone.
 */
export async function onEvent(event: unknown): Promise<void> {
  const parsed = eventSchema.safeParse(event);
  if (!parsed.success) return;
  const { data } = parsed;
  await inOffice({ user: 'nobody', allowance: { spare: SPARE } }, async (office) => {
    if (!office.settings.watchReturns) return;
    if ((await anyErased.get(ANY)) === undefined) return;
    if (await isReturn(office, data)) await noteReturn(data.issue.id, momentIn(office));
  });
}

type Happened = z.infer<typeof eventSchema>;

async function isReturn(office: Office, event: Happened): Promise<boolean> {
  for (const account of accountsIn(event)) if (await wasErased(office, account)) return true;
  return false;
}

function accountsIn({ issue, atlassianId, comment }: Happened): ReadonlySet<string> {
  const { reporter, creator } = issue.fields ?? {};
  const all = [atlassianId, comment?.author?.accountId, reporter?.accountId, creator?.accountId];
  return new Set(all.filter((account) => typeof account === 'string'));
}

/** Storage is read by key, which is never behind. */
async function wasErased(office: Office, account: string): Promise<boolean> {
  const key = office.keeping.keys.for('erased');
  const own = await erasedNotes.get(accountHash(key, account));
  if (own !== undefined) return isOver(office, own.run);
  const address = await addressOf(office, account);
  const [mark] = address === undefined ? [] : addressHashes(key, [address]);
  const known = mark === undefined ? undefined : await erasedNotes.get(mark);
  return known !== undefined && isOver(office, known.run);
}

/** Only a run that has ended has erased anybody: while it goes on, its own changes and the person's last words come in here. */
async function isOver({ keeping }: Office, id: string): Promise<boolean> {
  const run = await keeping.store.run(id);
  // A report that is not kept any more was one of a run that had ended.
  return run === undefined || run.state === 'done' || run.state === 'done-with-gaps';
}

const addressSchema = z.object({ emailAddress: z.string().nullish() });

async function addressOf({ outside: { port, clock } }: Office, account: string): Promise<string | undefined> {
  const call = { what: 'read an account', endpoint: 'GET /rest/api/3/user', query: { accountId: account } } as const;
  const found = await ifThere(ask({ port, clock }, call, addressSchema), 'not-permitted');
  return found?.emailAddress ?? undefined;
}
