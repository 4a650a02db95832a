import type { Storage } from '@lethe/storage';
import { certifyAll } from '../certificate/certify.ts';
import { doLaterChecks } from '../certificate/later-check.ts';
import type { ServerGround } from '../ground.ts';
import { desksOn } from '../work/desk.ts';

/** What workers do about certificates, one turn at a time. */
export interface TestCertificates {
  /** Issues what is to be issued. */
  issue(): Promise<void>;
  /** Makes the checks that are due; `store` is that of another process. */
  check(store?: Storage, signal?: AbortSignal): Promise<void>;
}

/** The certificates' part of a worker on this ground. */
export function certificatesOf(ground: ServerGround): TestCertificates {
  return {
    issue: async () => certifyAll(ground),
    check: async (store = ground.store, signal = new AbortController().signal) => {
      const other = { ...ground, store };
      const desks = desksOn(other, { actor: async (id) => store.signIn.operatorNow(id) });
      await doLaterChecks({ ground: other, desks }, signal);
    },
  };
}
