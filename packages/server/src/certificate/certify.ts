import type { RunRecord } from '@lethe/core';
import { reportOn } from '@lethe/review';
import type { IssuedCertificate, Storage } from '@lethe/storage';
import type { ServerGround } from '../ground.ts';
import { failureOf } from '../http/log.ts';
import type { Round } from '../operations/rounds.ts';

/** How soon after its end a run has its certificate. */
const EVERY = 1_000;
const AT_ONCE = 200;

/** The certificate of a run that has ended as done: its newest edition, issued anew where something has happened since. */
export async function certify(store: Storage, run: RunRecord): Promise<IssuedCertificate> {
  return store.certificates.issue({ run, report: await reportOn(store, run) });
}

/** Issues what is to be issued. One that fails holds up no other. */
export async function certifyAll({ store, log }: Pick<ServerGround, 'store' | 'log'>): Promise<void> {
  for (const id of await store.certificates.toIssue(AT_ONCE)) {
    try {
      const run = await store.run(id);
      if (run !== undefined) await certify(store, run);
    } catch (error) {
      log.warn({ run: id, failure: failureOf(error) }, 'certificate not issued');
    }
  }
}

/** Issues certificates of runs that have ended, whoever carried them out: nobody has to ask for them. */
export function certificateRound({ ground }: { readonly ground: ServerGround }): Round {
  return { name: 'certificates', everyMilliseconds: EVERY, turn: async () => certifyAll(ground) };
}
