import { createHmac } from 'node:crypto';
import { identifiersFrom, marksOf } from '@lethe/core';
import type { OwnedRun } from '@lethe/core';
import { z } from 'zod';
import { momentIn } from '../ground/office.ts';
import type { Office } from '../ground/office.ts';
import { Notes } from '../ground/notes.ts';
import type { JobSecret } from '../jobs/job-secret.ts';

const noteSchema = z.object({
  /** The run that erased them: until it has ended, nobody was erased. */
  run: z.string(),
  at: z.iso.datetime(),
});

/** What erased people are recognized by, should they write again: a keyed hash of an address or an account, and nothing else. */
export const erasedNotes = new Notes('erased', noteSchema);

/** Whether anybody was erased at all: where nobody was, no event costs a call. */
export const anyErased = new Notes('any-erased', z.object({ since: z.iso.datetime() }));
/** Its only key. */
export const ANY = 'any';

/** The keyed hash of an account, without whose key nobody can try accounts against it. */
export function accountHash(key: Uint8Array, account: string): string {
  return createHmac('sha256', key).update(`erased account ${account}`).digest('hex');
}

/** The same of addresses, however they are written; a shared mailbox has none. */
export function addressHashes(key: Uint8Array, addresses: readonly string[]): readonly string[] {
  return marksOf(identifiersFrom({ addresses }), { key, host: 'jira' }).map(({ mark }) => mark);
}

/** Writes down what the person of a run would be recognized by. Where nobody wants to know of returns, nothing is. */
export async function rememberErased(office: Office, owned: OwnedRun, { account }: JobSecret): Promise<void> {
  const { settings, keeping } = office;
  if (!settings.watchReturns) return;
  const { addresses = [] } = owned.secrets.identifiers;
  const key = keeping.keys.for('erased');
  const hashes = [accountHash(key, account), ...addressHashes(key, addresses)];
  await anyErased.put(ANY, { since: momentIn(office) });
  for (const hash of hashes) await erasedNotes.put(hash, { run: owned.record.id, at: momentIn(office) });
}
