import { request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { changedHost } from '@lethe/core';
import type { Host } from '@lethe/core';
import { memoryGround, smallWorld, virtualClock } from '@lethe/core/testing';
import { readSettings, serverSettingsSchema } from '@lethe/settings';
import type { Settings } from '@lethe/settings';
import { openStorage } from '@lethe/storage';
import type { Storage } from '@lethe/storage';
import { makeTemporaryDirectory, makeTestDatabase } from '@lethe/storage/testing';
import type { TemporaryDirectory, TestDatabase } from '@lethe/storage/testing';
import { z } from 'zod';
import { tokenFor } from '../guarding/token.ts';
import { workingPermissions } from '../testing/api-bench.ts';
import { askLoopback } from '../testing/loopback.ts';
import type { Answer } from '../testing/loopback.ts';
import { startServer } from './start-server.ts';
import type { Served } from './start-server.ts';

const SECONDS = 2;
const begun = z.object({ id: z.string() });
const inquiry = z.object({ ending: z.object({ plan: z.string() }).optional() });
const planShape = z.object({ digest: z.string(), phrase: z.string() });
const approved = z.object({ run: z.string() });

/** Something that happens once, for whoever waits for it. */
class Moment {
  readonly come: Promise<void>;
  readonly #resolve: () => void;

  constructor() {
    let resolve = (): void => undefined;
    this.come = new Promise((done) => {
      resolve = done;
    });
    this.#resolve = resolve;
  }

  now(): void {
    this.#resolve();
  }
}

let database: TestDatabase;
let folder: TemporaryDirectory;
let store: Storage;
let settings: Settings;
const env = (): Record<string, string> => ({ DATABASE_URL: database.url, LETHE_KEY_FILE: `${folder.path}/key` });

beforeAll(async () => {
  [database, folder] = [await makeTestDatabase(), await makeTemporaryDirectory()];
  store = await openStorage({ env: env() });
  settings = await readSettings({ config: undefined, rules: undefined });
});
afterAll(async () => {
  await store.close();
  await database.remove();
  await folder.remove();
});

async function serving(hosts: Readonly<Record<string, Host>>): Promise<Served> {
  const opening = ([name, host]: readonly [string, Host]) =>
    [name, { where: name, invented: true, open: async () => host }] as const;
  const server = serverSettingsSchema.parse({ listen: { port: 0 }, shutdownSeconds: SECONDS });
  return startServer({
    settings: {
      ...settings,
      server,
      permissions: workingPermissions,
      hosts: new Map(Object.entries(hosts).map(opening)),
    },
    env: env(),
    clock: { now: () => new Date(), wait: async () => undefined },
    logs: { write: () => undefined },
    worker: true,
  });
}

/** Somebody's session, which goes on with the next server. */
async function sessionOf(groups: readonly string[]): Promise<string> {
  const identity = { kind: 'open-id', issuer: 'https://id.example.test', subject: 'ada', name: 'Ada King' } as const;
  const operator = (await store.signIn.arrive({ identity, groups, administrator: false }))?.id ?? '';
  const endsAt = new Date(Date.now() + 3_600_000);
  return (await store.signIn.beginSession({ operator, signedInAt: new Date(), endsAt })) ?? '';
}

class Visitor {
  readonly #address: string;
  readonly #secret: string;

  constructor({ address }: Served, secret: string) {
    this.#address = address;
    this.#secret = secret;
  }

  async ask(method: 'GET' | 'POST', path: string, body?: object): Promise<Answer> {
    return askLoopback(this.#address, { method, url: `/api/v1${path}`, headers: this.#headers, body });
  }

  async stream(path: string): Promise<IncomingMessage> {
    const asking = request(new URL(`/api/v1${path}`, this.#address), { headers: this.#headers, agent: false });
    return new Promise((resolve, reject) => {
      asking.once('response', resolve).once('error', reject).end();
    });
  }

  get #headers() {
    return { cookie: `plain-lethe=${this.#secret}`, 'x-lethe-csrf': tokenFor(this.#secret) };
  }

  async review(host: string, person: string): Promise<string> {
    return begun.parse((await this.ask('POST', '/reviews', { host, person })).json()).id;
  }

  /** Reviews and approves; answers the run. */
  async run(host: string, person: string): Promise<string> {
    const review = await this.review(host, person);
    for (;;) {
      const { ending } = inquiry.parse((await this.ask('GET', `/reviews/${review}`)).json());
      if (ending === undefined) continue;
      const { digest, phrase } = planShape.parse((await this.ask('GET', `/plans/${ending.plan}`)).json());
      const asked = { plan: ending.plan, digest, typed: phrase };
      return approved.parse((await this.ask('POST', '/approvals', asked)).json()).run;
    }
  }
}

/** Until a stream is over, however it ends. */
async function cut(stream: IncomingMessage): Promise<void> {
  const closed = new Promise<void>((resolve) => stream.once('close', resolve));
  stream.on('error', () => undefined).resume();
  await closed;
}

describe('a server that is told to leave', () => {
  it('does so in time with streams open, a host that does not answer and a run at work, which goes on with the next', async () => {
    const [desk, mute] = [
      memoryGround(smallWorld(), { clock: virtualClock() }),
      memoryGround(smallWorld(), { clock: virtualClock() }),
    ];
    const [atWork, listing, goOn] = [new Moment(), new Moment(), new Moment()];
    const applied: string[] = [];
    const slow = changedHost(desk.host, {
      apply: async (group) => {
        applied.push(...group.steps.map(({ id }) => id));
        atWork.now();
        await goOn.come;
        return desk.host.apply(group);
      },
    });
    const silent = changedHost(mute.host, {
      spots: async function* () {
        listing.now();
        await new Promise(() => undefined);
        yield* mute.host.spots([]);
      },
    });
    const secret = await sessionOf(['runners']);
    const first = await serving({ desk: slow, mute: silent });
    const visitor = new Visitor(first, secret);
    const run = await visitor.run('desk', desk.target);
    await atWork.come;
    const stream = await visitor.stream(`/runs/${run}/events`);
    const review = await visitor.review('mute', mute.target);
    await listing.come;

    const told = Date.now();
    const leaving = first.close();
    goOn.now();
    await Promise.all([leaving, cut(stream)]);

    expect(Date.now() - told).toBeLessThan((SECONDS + 1) * 1000);
    expect(await store.api.inquiries.find(review)).toMatchObject({ state: 'interrupted' });
    expect(await store.run(run)).toMatchObject({ state: expect.stringMatching(/^(queued|stopped)$/) });
    expect(applied.length).toBeGreaterThan(0);

    const next = await serving({ desk: slow, mute: silent });
    const again = new Visitor(next, secret);
    while (!/"state":"done/.test((await again.ask('GET', `/runs/${run}`)).body));
    await next.close();
    expect(new Set(applied).size).toBe(applied.length);
  });
});
