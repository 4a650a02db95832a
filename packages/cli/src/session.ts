import type { Host, Rules } from '@lethe/core';
import { openStorage } from '@lethe/storage';
import type { Storage } from '@lethe/storage';
import type { Output } from './output/output.ts';
import { readSettings } from './settings/settings.ts';
import type { Settings, SettingsFiles } from './settings/settings.ts';
import { Stop } from './stop.ts';
import type { Surroundings } from './surroundings.ts';

/** What every command is given: settings, a way to talk, and doors that open when they are first used. */
export interface Session {
  readonly settings: Settings;
  readonly rules: Rules;
  readonly output: Output;
  /** The host of that name; without a name the only one there is. */
  host(name: string | undefined): Promise<NamedHost>;
  store(): Promise<Storage>;
  /** Asked between two calls of a run. */
  interrupted(): boolean;
  /** Asks a person to type something; missing where nobody is at a terminal. */
  readonly ask: Around['ask'];
  close(): Promise<void>;
}

/** A host and its name in the settings. */
export interface NamedHost {
  readonly name: string;
  readonly host: Host;
}

/** What a session is opened with. */
export interface Around extends Pick<Surroundings, 'env'> {
  readonly output: Output;
  readonly interrupted: () => boolean;
  readonly ask: Surroundings['ask'] | undefined;
}

/** Opens a session; whoever does closes it. Throws `Stop` for faulty settings. */
export async function openSession(files: SettingsFiles, { env, output, interrupted, ask }: Around): Promise<Session> {
  const settings = await readSettings(files);
  const hosts = new Map<string | undefined, Promise<NamedHost>>();
  let storage: Promise<Storage> | undefined;
  return {
    settings,
    rules: settings.rules,
    output,
    host: (name) => {
      const known = hosts.get(name) ?? openHost(settings, env, name);
      hosts.set(name, known);
      return known;
    },
    store: () => {
      storage ??= openStorage(storageOptions(settings, env));
      return storage;
    },
    interrupted,
    ask,
    close: async () => {
      const opened = await storage?.catch(() => undefined);
      await opened?.close();
    },
  };
}

function storageOptions({ storage }: Settings, env: Around['env']): Parameters<typeof openStorage>[0] {
  const { dataDirectory, databaseUrlFrom, keyFile } = storage;
  const databaseUrl = env[databaseUrlFrom ?? 'DATABASE_URL'];
  if (databaseUrlFrom !== undefined && databaseUrl === undefined) {
    throw new Stop(
      'configuration',
      `The environment variable ${databaseUrlFrom} is not set.`,
      'Set it to the address of the database.',
    );
  }
  return { databaseUrl, dataDirectory, keyFile, env };
}

async function openHost({ hosts }: Settings, env: Around['env'], name: string | undefined): Promise<NamedHost> {
  const names = [...hosts.keys()];
  const wanted = name ?? (names.length === 1 ? names[0] : undefined);
  if (wanted === undefined) throw new Stop('usage', `Say which host with --host: ${names.join(', ')}.`);
  const known = hosts.get(wanted);
  if (known === undefined)
    throw new Stop('usage', `There is no host called so in the settings. There are: ${names.join(', ')}.`);
  return { name: wanted, host: await known.open((variable) => env[variable]) };
}
