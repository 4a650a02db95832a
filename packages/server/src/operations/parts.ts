import type { Worker } from '../durable/worker-options.ts';
import { failureOf } from '../http/log.ts';
import type { App } from '../http/routes.ts';
import { endsWithin } from '../work/ends-within.ts';
import type { ProcessGround } from './ground-for.ts';
import type { MetricsListener } from './metrics-listener.ts';

/** How long requests that are being answered may hold up the end. */
const ANSWERING = 3_000;
/** Of the time there is to leave, what runs and requests have; the rest is for the storage to close. */
const SHARE = 0.8;

/** What was started so far, to be ended together. */
export class Parts {
  readonly place: ProcessGround;
  app: App | undefined;
  worker: Worker | undefined;
  listener: MetricsListener | undefined;

  constructor(place: ProcessGround) {
    this.place = place;
  }

  /**
   * Ends all of it in the order in which nothing new can come up behind it, within so many seconds. What a host does not answer by
   * then is left as a crash would leave it: runs go on elsewhere, reviews are interrupted.
   */
  async close(seconds: number): Promise<void> {
    const until = Date.now() + seconds * 1000;
    const { log } = this.place.ground;
    log.info({ kind: 'serve' }, 'server leaves');
    const patience = seconds * 1000 * SHARE;
    // Whatever one of them fails at, the others are ended all the same.
    const ends = Promise.allSettled([
      this.app === undefined ? undefined : closeApp(this.app, patience / 2),
      this.worker?.stop(patience),
      this.listener?.close(),
    ]).then((all) => {
      for (const end of all)
        if (end.status === 'rejected') log.warn({ failure: failureOf(end.reason) }, 'end in trouble');
    });
    const ended = await endsWithin(patience, ends);
    if (!(await endsWithin(until - Date.now(), this.place.close())) || !ended)
      log.warn({ kind: 'serve' }, 'left in haste');
  }
}

/** Streams of events have no end of their own: they are cut when requests have had their time. */
async function closeApp(app: App, patience: number): Promise<void> {
  const late = setTimeout(() => app.server.closeAllConnections(), Math.min(ANSWERING, patience));
  await app.close().finally(() => clearTimeout(late));
}
