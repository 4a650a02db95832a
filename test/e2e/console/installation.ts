import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startServer } from '@lethe/server';
import type { Served } from '@lethe/server';
import { hostKinds } from '@lethe/hosts';
import { readSettings, serverSettingsSchema } from '@lethe/settings';
import type { Settings } from '@lethe/settings';
import { openStorage } from '@lethe/storage';
import type { Storage } from '@lethe/storage';
import { makeTestDatabase } from '@lethe/storage/testing';

/** What an act has different. */
export interface InstallationOptions {
  /** The `server:` part of the settings, as in the file. */
  readonly server?: object;
  /** The `permissions:` part. */
  readonly permissions?: Settings['permissions'];
  /** Other hosts than the sandbox, as in the file. */
  readonly hosts?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly env?: Readonly<Record<string, string>>;
  /** How far ahead the server's clock is, in milliseconds. */
  readonly ahead?: () => number;
}

/** A server with a sandbox, a database of its own and a worker, all in this process. */
export interface Installation {
  readonly address: string;
  readonly served: Served;
  /** The same storage, for what a test arranges or looks up beside the browser. */
  readonly storage: Storage;
  /** Where the sandbox keeps its files. */
  readonly sandbox: string;
  readonly log: readonly string[];
  readonly close: () => Promise<void>;
}

/** Starts one. */
export async function install(options: InstallationOptions = {}): Promise<Installation> {
  const database = await makeTestDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'lethe-console-'));
  const env = {
    ...{ DATABASE_URL: database.url, LETHE_KEY: randomBytes(32).toString('base64'), LETHE_DATA_DIR: folder },
    ...options.env,
  };
  const sandbox = join(folder, 'sandbox');
  const log: string[] = [];
  const port = await freePort();
  const served = await startServer({
    settings: await settingsOf(options, { sandbox, port }),
    env,
    clock: clockAhead(options.ahead),
    logs: { write: (line) => void log.push(line) },
    worker: true,
  });
  const storage = await openStorage({ databaseUrl: database.url, env });
  return {
    ...{ address: served.address, served, storage, sandbox, log },
    close: async () => {
      await served.close();
      await storage.close();
      await database.remove();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function clockAhead(ahead: () => number = () => 0) {
  return {
    now: () => new Date(Date.now() + ahead()),
    wait: async (milliseconds: number) => pause(milliseconds, undefined, { ref: false }),
  };
}

interface Place {
  readonly sandbox: string;
  readonly port: number;
}

async function settingsOf(options: InstallationOptions, { sandbox, port }: Place): Promise<Settings> {
  const settings = await readSettings({ config: undefined, rules: undefined });
  const {
    server = {},
    permissions = settings.permissions,
    hosts = { sandbox: { kind: 'sandbox', folder: sandbox } },
  } = options;
  // Browsers come back to one address: the port is known before the server listens there.
  const listening = {
    listen: { port },
    logs: { level: 'warn' },
    limits: { operatorPerMinute: 100_000, addressPerMinute: 100_000 },
  };
  return {
    ...settings,
    permissions,
    hosts: new Map(Object.entries(hosts).map(([name, written]) => [name, hostOf(written)])),
    server: serverSettingsSchema.parse({ ...listening, ...server }),
  };
}

function hostOf({ kind, ...written }: Readonly<Record<string, unknown>>) {
  const known = hostKinds.find((one) => one.kind === kind);
  if (known === undefined) throw new RangeError('There is no such kind of host.');
  return known.settings.parse(written);
}

/** A port of this machine that nobody uses now. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new RangeError('It listened on a port.');
  return address.port;
}
