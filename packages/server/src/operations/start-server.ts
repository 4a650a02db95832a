import { allRoutes } from '../http/all-routes.ts';
import { serverApp } from '../http/app.ts';
import { setupCode as newSetupCode } from '../sign-in/setup-code.ts';
import { groundFor, type ProcessOptions } from './ground-for.ts';
import { listenForMetrics } from './metrics-listener.ts';
import { operationsRoutes } from './operations-routes.ts';
import { Parts } from './parts.ts';
import { workerOn } from './start-worker.ts';

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
