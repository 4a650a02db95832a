import { AsyncLocalStorage } from 'node:async_hooks';
import type { Clock } from '@lethe/core';

/** One call of a function of the app by the platform. */
export interface Invocation {
  /** Who clicked; missing in the background. */
  readonly principal?: string;
  /** How much time the function has. */
  readonly remainingMs?: number;
  readonly moduleKey?: string;
  /** Pushes that led to it. */
  readonly depth?: number;
}

/** What the platform tells about the app and where it is installed. */
export interface AppContext {
  readonly appId: string;
  readonly environmentId: string;
  readonly installationId: string;
  readonly license?: { readonly isActive: boolean };
  readonly scopes: readonly string[];
}

/** The installation of every rig. */
export const inventedApp: AppContext = {
  appId: '11111111-2222-4333-8444-555555555555',
  environmentId: '66666666-7777-4888-8999-000000000000',
  installationId: 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee',
  scopes: [],
};

/** The invocations under way, several at once, and what each sees of the platform. */
export class Invocations {
  readonly #app: AppContext;
  readonly #clock: Pick<Clock, 'now'>;
  readonly #outside: Invocation;
  readonly #current = new AsyncLocalStorage<{ readonly invocation: Invocation; readonly since: number }>();
  #made = 0;

  constructor(app: AppContext, clock: Pick<Clock, 'now'>, outside: Invocation) {
    this.#app = app;
    this.#clock = clock;
    this.#outside = outside;
  }

  /** The invocation this code runs in. */
  get current(): Invocation {
    return this.#current.getStore()?.invocation ?? this.#outside;
  }

  async run<T>(invocation: Invocation, work: () => Promise<T>): Promise<T> {
    this.#made += 1;
    return this.#current.run({ invocation, since: this.#clock.now().getTime() }, work);
  }

  /** What `globalThis.__forge_runtime__` is, as seen from this code. */
  runtime(): object {
    const { principal, moduleKey = 'module' } = this.current;
    const { appId, environmentId, installationId, license, scopes } = this.#app;
    const timer = { stop: (): undefined => undefined };
    return {
      ...(principal === undefined ? {} : { aaid: principal }),
      contextAri: 'ari:cloud:jira::site/aaaaaaaa-0000-4000-8000-000000000000',
      metrics: {
        counter: () => ({ incr: () => undefined }),
        timing: () => ({ measure: () => timer }),
      },
      appContext: {
        appId,
        appVersion: '1.0.0',
        environmentId,
        environmentType: 'DEVELOPMENT',
        invocationId: `invocation-${String(this.#made)}`,
        installationId,
        moduleKey,
        ...(license === undefined ? {} : { license }),
        permissions: { scopes, external: {} },
      },
      lambdaContext: { getRemainingTimeInMillis: () => this.#remaining() },
    };
  }

  #remaining(): number {
    const { remainingMs = 25_000 } = this.current;
    const since = this.#current.getStore()?.since ?? this.#clock.now().getTime();
    return remainingMs - (this.#clock.now().getTime() - since);
  }
}
