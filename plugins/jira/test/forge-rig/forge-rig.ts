import type { Clock } from '@lethe/core';
import { virtualClock } from '@lethe/core/testing';
import { z } from 'zod';
import { FakeQueue, queueRequest } from './fake-queue.ts';
import { inventedApp, Invocations } from './invocation.ts';
import type { AppContext, Invocation } from './invocation.ts';
import type { EntityDeclaration } from './kvs/entities.ts';
import { FakeKvs } from './kvs/fake-kvs.ts';
import { Doors, jsonResponse } from './rig-doors.ts';
import { RigFaults } from './rig-faults.ts';

/** How a rig is set up. */
export interface RigOptions {
  /** Who is clicking, outside of any `invoke`. */
  readonly principal?: string;
  /** How much time a function has, outside of any `invoke`. */
  readonly remainingMs?: number;
  /** Expiry, quotas, delays and the remaining time run on it; a virtual one unless given. */
  readonly clock?: Clock;
  /** The entities of the manifest. */
  readonly entities?: readonly EntityDeclaration[];
  /** Whether the store refuses too many requests. Leave it out where the clock stands still. */
  readonly enforcesQuota?: boolean;
  /** Whether the site let the app act as somebody who is not clicking: `asUser(accountId)`. */
  readonly impersonation?: boolean;
  readonly app?: Partial<AppContext>;
}

/** A call the app made to Jira. */
export interface JiraCall {
  readonly as: 'app' | 'user' | 'none';
  readonly account?: string;
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly status: number;
}

/** An account the app said it holds data about. */
export interface ReportedAccount {
  readonly accountId: string;
  readonly updatedAt: string;
}

const report = z.object({ accounts: z.array(z.object({ accountId: z.string(), updatedAt: z.string() })) });

/** What `@forge/api` hands to the platform. */
interface Target {
  readonly type: string;
  readonly provider?: 'app' | 'user' | 'none';
  readonly remote?: string;
  readonly accountId?: string;
}

/**
 * Sets an invented Forge up in this process: `globalThis.__forge_runtime__` and `globalThis.__forge_fetch__`, all that the packages
 * of Forge need. Calls to Jira go to `jiraAddress`, marked with `x-forge-as` (`app`, `user`) and `x-forge-account`.
 *
 * In these tests (jest with native modules) and in bundles alike, import by name what the packages export by name: `import { kvs, Filter,
 * FilterConditions, ForgeKvsAPIError } from '@forge/kvs'`, `import { asApp, asUser, route, getAppContext, privacy } from '@forge/api'`,
 * `import { Queue, InvocationError } from '@forge/events'`, `import { makeResolver } from '@forge/resolver'`. Do not import
 * `Resolver` as a default: the packages are CommonJS, so a default import is the whole module and the class is its `.default`.
 * The globals are looked up at each call, so a rig may start before or after the packages are loaded; only one is there at a time.
 */
export async function startForgeRig(jiraAddress: string, options: RigOptions = {}): Promise<ForgeRig> {
  const rig = new ForgeRig(jiraAddress, options);
  rig.install();
  return Promise.resolve(rig);
}

/** The invented Forge of a test. */
export class ForgeRig {
  readonly faults = new RigFaults();
  readonly clock: Clock;
  readonly kvs: FakeKvs;
  readonly queue: FakeQueue;
  /** Calls that reached Jira. */
  readonly jiraCalls: JiraCall[] = [];
  /** What the app reported, a list a request; answered from `closedAccounts`. */
  readonly reported: (readonly ReportedAccount[])[] = [];
  /** Accounts the platform asks the app to forget. */
  closedAccounts: readonly string[] = [];
  readonly #address: string;
  readonly #doors = new Doors(this.faults);
  readonly #invocations: Invocations;
  readonly #mayImpersonate: boolean;

  constructor(address: string, options: RigOptions) {
    const { clock = virtualClock(), entities = [], enforcesQuota = false, app } = options;
    const { principal, remainingMs } = options;
    this.#address = address;
    this.#mayImpersonate = options.impersonation ?? false;
    this.clock = clock;
    this.kvs = new FakeKvs({ now: () => clock.now().getTime(), entities, enforcesQuota });
    this.#invocations = new Invocations({ ...inventedApp, ...app }, clock, {
      ...(principal === undefined ? {} : { principal }),
      ...(remainingMs === undefined ? {} : { remainingMs }),
    });
    this.queue = new FakeQueue({
      clock,
      depth: () => this.#invocations.current.depth ?? 0,
      invoke: async (depth, work) => this.invoke({ depth, remainingMs: 900_000, moduleKey: 'consumer' }, work),
    });
  }

  /** Runs a function of the app as the platform does; several may run at the same time. */
  async invoke<T>(invocation: Invocation, work: () => Promise<T>): Promise<T> {
    return this.#invocations.run(invocation, work);
  }

  /** Puts the globals in place. */
  install(): void {
    const get = (): object => this.#invocations.runtime();
    Object.defineProperty(globalThis, '__forge_runtime__', { get, configurable: true });
    const value = this.fetch.bind(this);
    Object.defineProperty(globalThis, '__forge_fetch__', { value, configurable: true, writable: true });
  }

  /** Takes the globals away. */
  close(): void {
    Reflect.deleteProperty(globalThis, '__forge_runtime__');
    Reflect.deleteProperty(globalThis, '__forge_fetch__');
  }

  /** What stands behind `__forge_fetch__`. */
  async fetch(target: Target, path: string, init: RequestInit = {}): Promise<Response> {
    if (target.type === 'kvs') return this.#kvs(path, init);
    if (target.type === 'fpp' && target.remote === 'jira') return this.#jira(target, path, init);
    if (target.type === 'fpp' && target.remote === 'stargate') return this.#stargate(path, init);
    throw new Error('the rig knows no such door of the platform');
  }

  async #kvs(path: string, init: RequestInit): Promise<Response> {
    const request = { path, body: bodyOf(init) };
    return this.#doors.pass('kvs', FakeKvs.isWrite(request), async () => {
      const { status, body } = this.kvs.answer(request);
      return Promise.resolve(jsonResponse(status, body));
    });
  }

  async #jira(target: Target, path: string, init: RequestInit): Promise<Response> {
    const { provider = 'none', accountId } = target;
    const { principal } = this.#invocations.current;
    const account = provider === 'user' ? (accountId ?? principal) : undefined;
    const isRefused = account !== undefined && account !== principal && !this.#mayImpersonate;
    if (provider === 'user' && (account === undefined || isRefused))
      return jsonResponse(401, undefined, { 'forge-proxy-error': 'NEEDS_AUTHENTICATION_ERR' });
    const method = init.method ?? 'GET';
    return this.#doors.pass('jira', method !== 'GET', async () => {
      const headers = new Headers(init.headers);
      headers.set('x-forge-as', provider);
      if (account !== undefined) headers.set('x-forge-account', account);
      const response = await fetch(this.#address + path, { ...init, headers });
      const by = account === undefined ? {} : { account };
      this.jiraCalls.push({ as: provider, ...by, method, path, status: response.status });
      return response;
    });
  }

  async #stargate(path: string, init: RequestInit): Promise<Response> {
    const [, verb] = /^\/webhook\/queue\/(publish|stats|cancel)\//.exec(path) ?? [];
    if (verb === 'publish' || verb === 'stats' || verb === 'cancel')
      return this.#doors.pass('queue', true, async () =>
        Promise.resolve(this.queue.answer(verb, queueRequest.parse(bodyOf(init)))),
      );
    if (path === '/app/report-accounts')
      return this.#doors.pass('report-accounts', true, async () => Promise.resolve(this.#report(bodyOf(init))));
    throw new Error('the rig knows no such address of the platform');
  }

  #report(body: unknown): Response {
    const { accounts } = report.parse(body);
    this.reported.push(accounts);
    const closed = accounts.filter(({ accountId }) => this.closedAccounts.includes(accountId));
    if (closed.length === 0) return jsonResponse(204);
    return jsonResponse(200, { accounts: closed.map(({ accountId }) => ({ accountId, status: 'closed' })) });
  }
}

function bodyOf({ body }: RequestInit): unknown {
  return typeof body === 'string' ? JSON.parse(body) : undefined;
}
