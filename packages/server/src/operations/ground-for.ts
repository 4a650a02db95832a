import { randomBytes, randomUUID } from 'node:crypto';
import type { Clock } from '@lethe/core';
import { installationOf, SettingsError } from '@lethe/settings';
import type { Settings } from '@lethe/settings';
import type { DestinationStream } from 'pino';
import type { ServerGround } from '../ground.ts';
import { logTo } from '../http/log.ts';
import { measuredHost } from './measured-host.ts';
import { measuredStore } from './measured-store.ts';
import { Metrics } from './metrics.ts';
import { readyNow } from './ready.ts';

/** What a process of the server is started with. */
export interface ProcessOptions {
  readonly settings: Settings;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly clock: Clock;
  /** Where log lines go. */
  readonly logs: DestinationStream;
}

/** The ground of one process. */
export interface ProcessGround {
  readonly ground: ServerGround;
  readonly metrics: Metrics;
  /** What figures call a host: its kind, where it is known, or its name where the settings say so. */
  readonly label: (host: string, kind?: string) => string;
  close(): Promise<void>;
}

/**
 * Opens everything a process of the server stands on, and makes sure that it bears.
 * @throws StorageError, or SettingsError where the sealing key is not the one of this installation.
 */
export async function groundFor({ settings, env, clock, logs }: ProcessOptions): Promise<ProcessGround> {
  const installation = installationOf(settings, { env, clock });
  const metrics = new Metrics();
  const label: ProcessGround['label'] = (host, kind = 'any') => (settings.server.metrics.hostNames ? host : kind);
  const close = async (): Promise<void> => installation.close();
  try {
    const store = measuredStore(await installation.store(), label, metrics);
    const { key } = await readyNow(store);
    if (!key) throw wrongKey();
    metrics.watch(store);
    const ground: ServerGround = {
      ...{ settings, installation, store, queue: store.queue, clock },
      secrets: (variable) => env[variable],
      random: (bytes) => randomBytes(bytes),
      uuid: () => randomUUID(),
      log: logTo(logs, settings.server.logs.level),
      answered: (request) => metrics.request(request),
      measured: (host, name) => measuredHost(host, label(name, host.profile.id), metrics),
    };
    return { ground, metrics, label, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function wrongKey(): SettingsError {
  return new SettingsError(
    'The sealing key is not the one of this installation.',
    'Put the key back that was used before (LETHE_KEY, LETHE_KEY_FILE), or name it in LETHE_OLD_KEYS.',
  );
}
