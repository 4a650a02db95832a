import type { ServerGround } from '../ground.ts';
import { tokenFor } from '../guarding/token.ts';
import { originOf } from '../http/origin.ts';
import type { App } from '../http/routes.ts';
import { Cookies } from '../session/cookies.ts';
import { addressOf, askLoopback } from './loopback.ts';
import type { Answer, Asked } from './loopback.ts';

/** A browser without a screen: keeps cookies as one does, and sends what one sends of itself. */
export class Browser {
  readonly jar = new Map<string, string>();
  readonly #app: App;
  readonly #origin: string;
  readonly #cookies: Cookies;

  constructor(app: App, ground: Pick<ServerGround, 'settings'>) {
    this.#app = app;
    this.#origin = originOf(ground.settings.server);
    this.#cookies = new Cookies(this.#origin);
  }

  async get(url: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send({ method: 'GET', url, headers });
  }

  /** The bytes of an answer that is no text. */
  async bytes(url: string): Promise<Buffer> {
    return (await this.get(url)).raw;
  }

  /** A change as a page of ours makes it, with the token of the session or else of the page. */
  async change(method: 'POST' | 'PUT' | 'PATCH' | 'DELETE', url: string, body?: object): Promise<Answer> {
    const headers = { origin: this.#origin, 'sec-fetch-site': 'same-origin', 'x-lethe-csrf': this.token() };
    return this.send({ method, url, headers, body });
  }

  /** The token a page of ours would send now. */
  token(): string {
    const secret = this.jar.get(this.#cookies.nameOf('session')) ?? this.jar.get(this.#cookies.nameOf('page')) ?? '';
    return tokenFor(secret);
  }

  /** Takes a session that began elsewhere. */
  carry(secret: string): void {
    this.jar.set(this.#cookies.nameOf('session'), secret);
  }

  async send(asked: Asked): Promise<Answer> {
    const cookie = [...this.jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { ...(cookie === '' ? {} : { cookie }), ...asked.headers };
    const answer = await askLoopback(await addressOf(this.#app), { ...asked, headers });
    for (const { name, value } of answer.cookies) {
      if (value === '') this.jar.delete(name);
      else this.jar.set(name, value);
    }
    return answer;
  }
}

/** Whom a test signs in. */
export interface SignedInAs {
  readonly groups?: readonly string[];
  readonly administrator?: boolean;
}

/** A browser somebody is signed in with, and who that is: a new operator each time. */
export async function signedIn(
  app: App,
  ground: ServerGround,
  { groups = [], administrator = false }: SignedInAs = {},
): Promise<{ readonly browser: Browser; readonly id: string }> {
  const browser = new Browser(app, ground);
  const subject = ground.uuid();
  const identity = { kind: 'open-id', issuer: 'https://id.example.test', subject, name: 'Ada King' } as const;
  const operator = await ground.store.signIn.arrive({ identity, groups, administrator });
  const id = operator?.id ?? '';
  const now = ground.clock.now();
  const endsAt = new Date(now.getTime() + 3_600_000);
  browser.carry((await ground.store.signIn.beginSession({ operator: id, signedInAt: now, endsAt })) ?? '');
  return { browser, id };
}
