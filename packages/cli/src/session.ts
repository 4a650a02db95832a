import { domainToASCII } from 'node:url';
import { kindByAddress } from '@lethe/core';
import type { Clock, Host, PeopleSettings, Rules } from '@lethe/core';
import type { OpenHost, Surroundings as HostSurroundings } from '@lethe/hosts';
import { withKinds } from '@lethe/review';
import { openStorage } from '@lethe/storage';
import type { Storage } from '@lethe/storage';
import { wallClock } from './clock.ts';
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
  /** The same, not opened yet, and what it is opened with. */
  closedHost(name: string | undefined): ClosedHost;
  store(): Promise<Storage>;
  /** Asked between two calls of a run. */
  interrupted(): boolean;
  /** The wall clock; waits end early when somebody interrupts. */
  readonly clock: Clock;
  /** Asks a person to type something; missing where nobody is at a terminal. */
  readonly ask: Around['ask'];
  close(): Promise<void>;
}

/** A host and its name in the settings. */
export interface NamedHost {
  readonly name: string;
  readonly host: Host;
}

/** A host as the settings describe it, and what it is opened with. */
export interface ClosedHost {
  readonly name: string;
  readonly settings: OpenHost;
  readonly surroundings: HostSurroundings;
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
  const clock = wallClock(interrupted);
  const storage = new LazyStorage(settings, env);
  const closedHost = (name: string | undefined): ClosedHost => closed(settings, name, { env, clock, storage });
  return {
    settings,
    rules: settings.rules,
    output,
    host: (name) => {
      const known = hosts.get(name) ?? opened(closedHost, name, settings.people);
      hosts.set(name, known);
      return known;
    },
    closedHost,
    store: () => storage.open(),
    interrupted,
    clock,
    ask,
    close: () => storage.close(),
  };
}

/** The storage, opened when it is first needed. */
class LazyStorage {
  readonly #settings: Settings;
  readonly #env: Around['env'];
  #storage: Promise<Storage> | undefined;

  constructor(settings: Settings, env: Around['env']) {
    this.#settings = settings;
    this.#env = env;
  }

  open(): Promise<Storage> {
    this.#storage ??= openStorage(storageOptions(this.#settings, this.#env));
    return this.#storage;
  }

  async close(): Promise<void> {
    const opened = await this.#storage?.catch(() => undefined);
    await opened?.close();
  }
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

interface Ground {
  readonly env: Around['env'];
  readonly clock: Clock;
  readonly storage: LazyStorage;
}

function closed({ hosts }: Settings, name: string | undefined, { env, clock, storage }: Ground): ClosedHost {
  const names = [...hosts.keys()];
  const wanted = name ?? (names.length === 1 ? names[0] : undefined);
  if (wanted === undefined) throw new Stop('usage', `Say which host with --host: ${names.join(', ')}.`);
  const known = hosts.get(wanted);
  if (known === undefined)
    throw new Stop('usage', `There is no host called so in the settings. There are: ${names.join(', ')}.`);
  const kept: HostSurroundings['kept'] = {
    change: async (work) => (await storage.open()).hostSecret(wanted).change(work),
  };
  return { name: wanted, settings: known, surroundings: { secrets: (variable) => env[variable], kept, clock } };
}

async function opened(
  closedHost: Session['closedHost'],
  name: string | undefined,
  people: PeopleSettings,
): Promise<NamedHost> {
  const { name: wanted, settings, surroundings } = closedHost(name);
  const host = await settings.open(surroundings);
  if (people.corporateDomains.length === 0) return { name: wanted, host };
  return { name: wanted, host: withKinds(host, (person) => kindByAddress(person, people, domainToASCII)) };
}
