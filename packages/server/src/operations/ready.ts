import type { Storage } from '@lethe/storage';
import { z } from 'zod';

/** What has to be there for the server to do its work, each for itself. */
export const readyShape = z.strictObject({
  database: z.boolean(),
  migrations: z.boolean(),
  key: z.boolean(),
  queue: z.boolean(),
});

/** What is there. */
export type Ready = Readonly<z.infer<typeof readyShape>>;

/** Looks now; throws nothing. */
export async function readyNow(store: Storage): Promise<Ready> {
  const readiness = await store.readiness();
  const queue = readiness.database && (await works(async () => store.queue.counts()));
  return { ...readiness, queue };
}

async function works(work: () => Promise<unknown>): Promise<boolean> {
  return work().then(
    () => true,
    () => false,
  );
}
