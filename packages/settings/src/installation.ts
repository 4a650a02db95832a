import { domainToASCII } from 'node:url';
import { kindByAddress } from '@lethe/core';
import type { Clock, Host, PeopleSettings } from '@lethe/core';
import type { OpenHost, Surroundings } from '@lethe/hosts';
import { withKinds } from '@lethe/review';
import { openStorage } from '@lethe/storage';
import type { Storage, StorageOptions } from '@lethe/storage';
import { SettingsError } from './settings-error.ts';
import type { Settings } from './settings.ts';

/** A host and its name in the settings. */
export interface NamedHost {
  readonly name: string;
  readonly host: Host;
}

/** A host as the settings describe it, and what it is opened with. */
export interface ClosedHost {
  readonly name: string;
  readonly settings: OpenHost;
  readonly surroundings: Surroundings;
}

/** What an installation runs in. */
export interface InstalledIn {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** For the waits of whoever paces calls to a host. */
  readonly clock: Clock;
}

/** Settings, with doors that open when they are first used. Whoever opens it closes it. */
export interface Installation {
  readonly settings: Settings;
  /** The host of that name, opened once; nothing where the settings name none. */
  host(name: string): Promise<NamedHost> | undefined;
  /** The same, not opened yet. */
  closedHost(name: string): ClosedHost | undefined;
  store(): Promise<Storage>;
  close(): Promise<void>;
}

/** An installation by its settings; nothing is opened yet. */
export function installationOf(settings: Settings, { env, clock }: InstalledIn): Installation {
  const hosts = new Map<string, Promise<NamedHost>>();
  const storage = new LazyStorage(settings, env);
  const closedHost = (name: string): ClosedHost | undefined => {
    const known = settings.hosts.get(name);
    if (known === undefined) return undefined;
    const kept: Surroundings['kept'] = {
      change: async (work) => (await storage.open()).hostSecret(name).change(work),
    };
    return { name, settings: known, surroundings: { secrets: (variable) => env[variable], kept, clock } };
  };
  return {
    settings,
    closedHost,
    host: (name) => {
      const closed = closedHost(name);
      if (closed === undefined) return undefined;
      const known = hosts.get(name) ?? opened(closed, settings.people);
      hosts.set(name, known);
      return known;
    },
    store: () => storage.open(),
    close: () => storage.close(),
  };
}

/** The storage, opened when it is first needed. */
class LazyStorage {
  readonly #settings: Settings;
  readonly #env: InstalledIn['env'];
  #storage: Promise<Storage> | undefined;

  constructor(settings: Settings, env: InstalledIn['env']) {
    this.#settings = settings;
    this.#env = env;
  }

  open(): Promise<Storage> {
    this.#storage ??= openStorage(storageOptionsOf(this.#settings, this.#env));
    return this.#storage;
  }

  async close(): Promise<void> {
    const storage = await this.#storage?.catch(() => undefined);
    await storage?.close();
  }
}

/**
 * Where an installation stores, for who opens it otherwise: a backup, a restore. Throws `SettingsError` if the variable that holds
 * the database's address is not set.
 */
export function storageOptionsOf({ storage }: Settings, env: InstalledIn['env']): StorageOptions {
  const { dataDirectory, databaseUrlFrom, keyFile, erasureLog } = storage;
  const databaseUrl = env[databaseUrlFrom ?? 'DATABASE_URL'];
  if (databaseUrlFrom !== undefined && databaseUrl === undefined) {
    throw new SettingsError(
      `The environment variable ${databaseUrlFrom} is not set.`,
      'Set it to the address of the database.',
    );
  }
  return { databaseUrl, dataDirectory, keyFile, erasureLog, env };
}

async function opened({ name, settings, surroundings }: ClosedHost, people: PeopleSettings): Promise<NamedHost> {
  const host = await settings.open(surroundings);
  if (people.corporateDomains.length === 0) return { name, host };
  return { name, host: withKinds(host, (person) => kindByAddress(person, people, domainToASCII)) };
}
