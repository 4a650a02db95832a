import { Refused } from './answer.ts';
import type { LimitName } from './route.ts';

/** Which limits hold. */
export interface LimitSettings {
  /** If not, calls are counted and shown in headers, and never refused. */
  readonly enforced: boolean;
  /** Of the account: Team 200, Growth and Professional 400, Enterprise 700, Enterprise Plus 2500. */
  readonly perMinute: number;
  /** The High Volume add-on. */
  readonly highVolume: boolean;
  /** `fixed` windows begin with their first call; `sliding` ones are the strictest reading of the documentation. */
  readonly windows: 'fixed' | 'sliding';
  /** False where only the API limits an app and the browser's client does not; true unless said. */
  readonly appClient?: boolean;
}

interface Limit {
  readonly total: number;
  readonly seconds: number;
  /** Header that tells it. */
  readonly header?: string;
}

/** Who calls what. */
export interface Asked {
  readonly user: number;
  /** A call of an app in an agent's browser. */
  readonly app: boolean;
  readonly helpCenter: boolean;
  readonly endpoint?: LimitName;
  /** What the endpoint's limit is counted for: a ticket, a user. */
  readonly subject?: string;
}

/** Counts calls on the clock of the fake. */
export class Limits {
  readonly #calls = new Map<string, number[]>();
  readonly #now: () => number;
  readonly #settings: () => LimitSettings;
  readonly #saysWhen: () => boolean;

  constructor(now: () => number, settings: () => LimitSettings, saysWhen: () => boolean) {
    this.#now = now;
    this.#settings = settings;
    this.#saysWhen = saysWhen;
  }

  /** Counts a call against all its limits and answers the headers; refuses it with 429 if one is used up. */
  take(asked: Asked): Readonly<Record<string, string>> {
    const held = this.#limitsOn(asked);
    const account = asked.endpoint === 'update-row' ? undefined : held[0];
    const used = held.filter(([key, limit]) => this.#left(key, limit) <= 0);
    const full = this.#settings().enforced ? used[0] : undefined;
    if (full === undefined) for (const [key] of held) this.#calls.get(key)?.push(this.#now());
    const headers = held.flatMap(([key, limit]) => Object.entries(this.#headersOf(key, limit)));
    const shown = { ...accountHeaders(account, this), ...Object.fromEntries(headers) };
    if (full === undefined) return shown;
    const [key, limit] = full;
    const when = this.#saysWhen() ? { 'Retry-After': String(this.#resets(key, limit)) } : {};
    const body = {
      error: 'APIRateLimitExceeded',
      description: 'Number of allowed API requests per minute exceeded',
    };
    throw new Refused(429, body, { ...shown, ...when });
  }

  /** Calls left, and seconds until there are more. */
  state(key: string, limit: Limit): { readonly left: number; readonly resets: number } {
    return { left: Math.max(0, this.#left(key, limit)), resets: this.#resets(key, limit) };
  }

  #limitsOn({ user, app, helpCenter, endpoint, subject = '' }: Asked): [string, Limit][] {
    const { perMinute, highVolume, appClient = true } = this.#settings();
    const row = endpoint === 'update-row';
    const limits: [string, Limit][] = row
      ? []
      : [[helpCenter ? 'help-center' : 'account', { total: perMinute, seconds: 60 }]];
    if (app) {
      if (appClient) limits.push([`app-client ${String(user)}`, { total: 100, seconds: 60 }]);
      limits.push([`app ${String(user)}`, { total: 700, seconds: 300 }]);
    }
    for (const [key, limit] of endpoint === undefined ? [] : endpointLimits(endpoint, highVolume))
      limits.push([`${key} ${key.endsWith('each') ? `${String(user)} ${subject}` : ''}`, limit]);
    return limits;
  }

  #left(key: string, limit: Limit): number {
    const since = this.#now() - limit.seconds * 1000;
    const calls = this.#calls.get(key) ?? [];
    const [first = 0] = calls;
    const current =
      this.#settings().windows === 'sliding' ? calls.filter((at) => at > since) : first > since ? calls : [];
    this.#calls.set(key, current);
    return limit.total - current.length;
  }

  #resets(key: string, limit: Limit): number {
    const [first = this.#now()] = this.#calls.get(key) ?? [];
    return Math.max(1, Math.ceil((first + limit.seconds * 1000 - this.#now()) / 1000));
  }

  #headersOf(key: string, limit: Limit): Readonly<Record<string, string>> {
    if (limit.header === undefined) return {};
    const { left, resets } = this.state(key, limit);
    return { [limit.header]: `total=${String(limit.total)}; remaining=${String(left)}; resets=${String(resets)}` };
  }
}

function accountHeaders(account: [string, Limit] | undefined, limits: Limits): Readonly<Record<string, string>> {
  if (account === undefined) return {};
  const [key, limit] = account;
  const { left, resets } = limits.state(key, limit);
  return {
    'X-Rate-Limit': String(limit.total),
    'X-Rate-Limit-Remaining': String(left),
    'ratelimit-limit': String(limit.total),
    'ratelimit-remaining': String(left),
    'ratelimit-reset': String(resets),
  };
}

function endpointLimits(endpoint: LimitName, highVolume: boolean): [string, Limit][] {
  const header = `zendesk-ratelimit-${endpoint}`;
  switch (endpoint) {
    case 'search-export':
      return [[endpoint, { total: 100, seconds: 60, header: 'zendesk-ratelimit-search-export' }]];
    case 'update-ticket':
      return [
        [endpoint, { total: highVolume ? 300 : 100, seconds: 60, header: 'zendesk-ratelimit-tickets-update' }],
        [`${endpoint} each`, { total: 30, seconds: 600 }],
      ];
    case 'update-many':
      return [
        ['update-ticket', { total: highVolume ? 300 : 100, seconds: 60, header: 'zendesk-ratelimit-tickets-update' }],
      ];
    case 'update-row':
      return [['update-ticket each', { total: 30, seconds: 600 }]];
    case 'update-user':
      return [
        [endpoint, { total: 1, seconds: 1 }],
        [`${endpoint} each`, { total: 5, seconds: 60, header }],
      ];
    case 'delete-user-for-good':
      return [[endpoint, { total: 700, seconds: 600, header }]];
    case 'delete-tickets':
      return [[endpoint, { total: 400, seconds: 60, header }]];
  }
}
