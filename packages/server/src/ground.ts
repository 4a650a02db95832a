import type { Clock, Host } from '@lethe/core';
import type { Installation, Settings } from '@lethe/settings';
import type { RunQueue, Storage } from '@lethe/storage';
import type { FastifyBaseLogger } from 'fastify';

/** Fixed words and allow-listed fields, see `http/log.ts`. */
export type Log = FastifyBaseLogger;

/** A request that was answered: its route's pattern, never its address. */
export interface AnsweredRequest {
  readonly method: string;
  readonly route: string;
  readonly status: number;
  readonly milliseconds: number;
}

/** What every part of the server is handed: nothing here reaches for a global. Whoever opened it closes it. */
export interface ServerGround {
  readonly settings: Settings;
  /** Hosts by the names in the settings, opened when they are first used. */
  readonly installation: Installation;
  readonly store: Storage;
  readonly queue: RunQueue;
  readonly clock: Clock;
  /** The environment variable of that name, where the settings say a secret is. */
  secrets(variable: string): string | undefined;
  /** So many random bytes, fit for keys. */
  random(bytes: number): Uint8Array;
  /** A random id. */
  uuid(): string;
  readonly log: Log;
  /** Told of every request that was answered, for metrics. */
  readonly answered?: (request: AnsweredRequest) => void;
  /** The host of that name, whose calls are counted, for metrics. */
  readonly measured?: (host: Host, name: string) => Host;
}
