import { randomBytes, randomUUID } from 'node:crypto';
import { Writable } from 'node:stream';
import { afterAll, beforeAll } from '@jest/globals';
import type { Permissions } from '@lethe/core';
import { installationOf, readSettings, serverSettingsSchema } from '@lethe/settings';
import type { Settings } from '@lethe/settings';
import { openStorage } from '@lethe/storage';
import type { Storage } from '@lethe/storage';
import { makeTemporaryDirectory, makeTestDatabase } from '@lethe/storage/testing';
import type { TemporaryDirectory, TestDatabase } from '@lethe/storage/testing';
import type { z } from 'zod';
import type { ServerGround } from '../ground.ts';
import { serverApp } from '../http/app.ts';
import { logTo } from '../http/log.ts';
import type { App, Routes } from '../http/routes.ts';

/** What a test wants different. */
export interface TestGroundOptions {
  readonly server?: z.input<typeof serverSettingsSchema>;
  readonly permissions?: Permissions;
  readonly env?: Readonly<Record<string, string>>;
}

/** A server's ground on a database of its own, with a clock the test moves and a log it can read. */
export class TestGround {
  /** Milliseconds the clock is ahead. */
  ahead = 0;
  /** Every line of the log. */
  readonly lines: string[] = [];
  readonly #options: TestGroundOptions;
  #database: TestDatabase | undefined;
  #directory: TemporaryDirectory | undefined;
  #storage: Storage | undefined;
  #settings: Settings | undefined;
  readonly #apps: App[] = [];

  constructor(options: TestGroundOptions = {}) {
    this.#options = options;
    beforeAll(async () => {
      this.#database = await makeTestDatabase();
      this.#directory = await makeTemporaryDirectory();
      this.#storage = await openStorage({
        databaseUrl: this.#database.url,
        keyFile: `${this.#directory.path}/key`,
        env: { LETHE_DATA_DIR: this.#directory.path },
        now: () => this.now(),
      });
      this.#settings = await readSettings({ config: undefined, rules: undefined });
    }, 60_000);
    afterAll(async () => {
      await Promise.all(this.#apps.map(async (app) => app.close()));
      await this.#storage?.close();
      await this.#database?.remove();
      await this.#directory?.remove();
    }, 30_000);
  }

  /** Another storage on the same database, as another process would open; whoever asks for it closes it. */
  async another(): Promise<Storage> {
    const directory = this.#directory?.path ?? '';
    const env = { LETHE_DATA_DIR: directory };
    return openStorage({ databaseUrl: this.database.url, keyFile: `${directory}/key`, env, now: () => this.now() });
  }

  now(): Date {
    return new Date(Date.now() + this.ahead);
  }

  get database(): TestDatabase {
    if (this.#database === undefined) throw new ReferenceError('The database is there while tests run.');
    return this.#database;
  }

  get storage(): Storage {
    if (this.#storage === undefined) throw new ReferenceError('The storage is there while tests run.');
    return this.#storage;
  }

  /** The ground, with other settings of the server where the test names them. */
  ground(changes: TestGroundOptions = {}): ServerGround {
    const { server = {}, permissions, env = {} } = { ...this.#options, ...changes };
    if (this.#settings === undefined) throw new ReferenceError('The settings are there while tests run.');
    const settings: Settings = {
      ...this.#settings,
      server: serverSettingsSchema.parse(server),
      ...(permissions === undefined ? {} : { permissions }),
    };
    const clock = { now: () => this.now(), wait: () => Promise.resolve() };
    const store = this.storage;
    return {
      ...{ settings, store, queue: store.queue, clock },
      installation: installationOf(settings, { env, clock }),
      secrets: (variable) => env[variable],
      random: (bytes) => randomBytes(bytes),
      uuid: () => randomUUID(),
      log: logTo(this.#collecting(), 'debug'),
    };
  }

  /** The server with these routes; it ends with the tests. */
  async serve(ground: ServerGround, routes?: readonly Routes[]): Promise<App> {
    const app = await serverApp(ground, routes);
    this.#apps.push(app);
    return app;
  }

  #collecting(): Writable {
    return new Writable({
      write: (chunk, _encoding, done) => {
        this.lines.push(String(chunk));
        done();
      },
    });
  }
}
