import type { Worker } from '../durable/worker-options.ts';
import { allRoutes } from '../http/all-routes.ts';
import { serverApp } from '../http/app.ts';
import { failureOf } from '../http/log.ts';
import type { App } from '../http/routes.ts';
import { setupCode as newSetupCode } from '../sign-in/setup-code.ts';
import { groundFor, type ProcessGround, type ProcessOptions } from './ground-for.ts';
import { listenForMetrics, type MetricsListener } from './metrics-listener.ts';
import { operationsRoutes } from './operations-routes.ts';
import { workerOn } from './start-worker.ts';

/** How long requests that are being answered may hold up the end. */
const ANSWERING = 3_000;

/** What the server is started with. */
export interface ServeOptions extends ProcessOptions {
  /** Whether this process carries out runs, too. */
  readonly worker: boolean;
}

/** A server at work. */
export interface Served {
  /** Where it listens. */
  readonly address: string;
  /** Where figures are, if on a port by themselves. */
  readonly metricsAddress?: string;
  /** For the first administrator, while there is none: opens /setup once. */
  readonly setupCode?: string;
  /** Takes no more requests and no more runs, lets both come to a stop, and ends; after so many milliseconds it ends anyhow. */
  close(): Promise<void>;
}

/**
 * Starts the API, and a worker if told, in this process; listens once both can work.
 * @throws StorageError, SettingsError, or the system's error where the port cannot be had.
 */
export async function startServer(options: ServeOptions): Promise<Served> {
  const place = await groundFor(options);
  const parts = new Parts(place);
  try {
    parts.app = await serverApp(place.ground, [...allRoutes, operationsRoutes(place.metrics)]);
    const { listen, metrics } = options.settings.server;
    if (options.worker) parts.worker = await workerOn(place);
    if (metrics.listen !== undefined) parts.listener = await listenForMetrics(place.metrics, metrics.listen);
    const address = await parts.app.listen(listen);
    place.ground.log.info({ kind: 'serve' }, 'server listens');
    const setupCode = (await newSetupCode(place.ground))?.code;
    return {
      address,
      ...(parts.listener === undefined ? {} : { metricsAddress: parts.listener.address }),
      ...(setupCode === undefined ? {} : { setupCode }),
      close: async () => parts.close(options.settings.server.shutdownSeconds),
    };
  } catch (error) {
    await parts.close(1);
    throw error;
  }
}

/** A worker in a process of its own. */
export interface Working {
  readonly metricsAddress?: string;
  close(): Promise<void>;
}

/** Starts a worker and nothing else: as many processes as there are machines for, on one PostgreSQL server. */
export async function startWorkerProcess(options: ProcessOptions): Promise<Working> {
  const place = await groundFor(options);
  const parts = new Parts(place);
  try {
    parts.worker = await workerOn(place);
    const { listen } = options.settings.server.metrics;
    if (listen !== undefined) parts.listener = await listenForMetrics(place.metrics, listen);
    return {
      ...(parts.listener === undefined ? {} : { metricsAddress: parts.listener.address }),
      close: async () => parts.close(options.settings.server.shutdownSeconds),
    };
  } catch (error) {
    await parts.close(1);
    throw error;
  }
}

/** What was started so far, to be ended together. */
class Parts {
  readonly place: ProcessGround;
  app: App | undefined;
  worker: Worker | undefined;
  listener: MetricsListener | undefined;

  constructor(place: ProcessGround) {
    this.place = place;
  }

  /** In the order in which nothing new can come up behind it. */
  async close(seconds: number): Promise<void> {
    this.place.ground.log.info({ kind: 'serve' }, 'server leaves');
    // Whatever one of them fails at, the others are ended all the same.
    const ends = await Promise.allSettled([
      this.app === undefined ? undefined : closeApp(this.app),
      this.worker?.stop(seconds * 1000),
      this.listener?.close(),
    ]);
    for (const end of ends) {
      if (end.status === 'rejected') this.place.ground.log.warn({ failure: failureOf(end.reason) }, 'end in trouble');
    }
    await this.place.close();
  }
}

/** Streams of events have no end of their own: they are cut when requests have had their time. */
async function closeApp(app: App): Promise<void> {
  const late = setTimeout(() => app.server.closeAllConnections(), ANSWERING);
  await app.close().finally(() => clearTimeout(late));
}
