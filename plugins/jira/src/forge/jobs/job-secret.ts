import { kvs } from '@forge/kvs';
import { z } from 'zod';
import { kept } from '../ground/kept.ts';
import { accountModes } from '../protocol.ts';

const secretSchema = z.strictObject({
  /** The account of the person. */
  account: z.string().min(1),
  /** The account of whoever asked: rights are theirs. */
  by: z.string().min(1),
  /** Further names, addresses and numbers somebody typed. */
  also: z.array(z.string()).readonly(),
  /** What becomes of the account. */
  mode: z.enum(accountModes),
});

/**
 * Who a review or a run is about, and who asked for it: what nothing else in the storage says. Sealed by Forge, and destroyed when the review
 * is forgotten or the run has ended.
 */
export type JobSecret = z.infer<typeof secretSchema>;

/** Seals what a job needs to know, under the id of its review or its plan; Forge throws it away after so many days, whatever happens. */
export async function sealJob(id: string, secret: JobSecret, days: number): Promise<void> {
  await kept(async () => kvs.setSecret(keyOf(id), secret, { ttl: { value: days, unit: 'DAYS' } }));
}

/** What a job needs to know; nothing where it was destroyed. */
export async function jobSecret(id: string): Promise<JobSecret | undefined> {
  const parsed = secretSchema.safeParse(await kept(async () => kvs.getSecret(keyOf(id))));
  return parsed.success ? parsed.data : undefined;
}

/** Destroys what a job needed to know. */
export async function destroyJob(id: string): Promise<void> {
  await kept(async () => kvs.deleteSecret(keyOf(id)));
}

function keyOf(id: string): string {
  return `job:${id}`;
}
