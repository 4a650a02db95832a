import type { OpenSession } from '@lethe/storage';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ServerGround } from '../ground.ts';
import { originOf } from '../http/origin.ts';
import { Refusal } from '../http/refusal.ts';
import { tokenFor } from '../guarding/token.ts';
import { Cookies } from './cookies.ts';

/** A sign-in that was proven. */
export interface Proven {
  readonly operator: string;
  /** When whoever it is proved it. */
  readonly at: Date;
  /** How long the session lasts; as the settings say without it. */
  readonly minutes?: number;
}

/** A session that has just begun, and the token of its pages. */
export interface Begun {
  readonly token: string;
  readonly session: OpenSession;
}

/** The sessions of browsers: a cookie that means nothing here, looked up with every request. */
export class Sessions {
  readonly cookies: Cookies;
  readonly #ground: Pick<ServerGround, 'settings' | 'store' | 'clock' | 'random'>;

  constructor(ground: Pick<ServerGround, 'settings' | 'store' | 'clock' | 'random'>) {
    this.#ground = ground;
    this.cookies = new Cookies(originOf(ground.settings.server));
  }

  /** The session of a request; nothing where there is none, it ended, or its operator was revoked. */
  async of(request: FastifyRequest): Promise<OpenSession | undefined> {
    const secret = this.cookies.read(request, 'session');
    return secret === undefined || secret === '' ? undefined : this.#find(secret);
  }

  /** Whether the session of a request is still open. A stream asks, which is no use of it: whoever left goes on being idle. */
  async isOpen(request: FastifyRequest): Promise<boolean> {
    const secret = this.cookies.read(request, 'session');
    if (secret === undefined || secret === '') return false;
    return this.#ground.store.signIn.sessionIsOpen(secret, this.#idle);
  }

  async #find(secret: string): Promise<OpenSession | undefined> {
    return this.#ground.store.signIn.session(secret, this.#idle);
  }

  get #idle(): number {
    return this.#ground.settings.server.signIn.idleMinutes * 60_000;
  }

  /** Begins a session in place of the one this browser had. Its id is a new one: none that was planted before is worth anything. */
  async begin(request: FastifyRequest, reply: FastifyReply, { operator, at, minutes }: Proven): Promise<Begun> {
    const { sessionHours } = this.#ground.settings.server.signIn;
    const lasts = Math.min(minutes ?? Infinity, sessionHours * 60) * 60_000;
    const endsAt = new Date(this.#ground.clock.now().getTime() + lasts);
    const instead = this.cookies.read(request, 'session');
    const secret = await this.#ground.store.signIn.beginSession({ operator, signedInAt: at, endsAt, instead });
    const session = secret === undefined ? undefined : await this.#find(secret);
    if (secret === undefined || session === undefined) throw new Refusal('revoked');
    this.cookies.write(reply, 'session', { value: secret });
    this.cookies.clear(reply, 'page');
    return { token: tokenFor(secret), session };
  }

  /** Ends the session here and tells the browser to forget what it kept of us. */
  async end(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const secret = this.cookies.read(request, 'session');
    if (secret !== undefined) await this.#ground.store.signIn.endSession(secret);
    for (const kind of ['session', 'page', 'open-id'] as const) this.cookies.clear(reply, kind);
    void reply.header('clear-site-data', '"cache", "cookies", "storage"');
  }

  /** The token a page sends with what it changes; a browser without a session is given a cookie to bind it to. */
  pageToken(request: FastifyRequest, reply: FastifyReply): string {
    const known = this.cookies.read(request, 'page');
    if (known !== undefined && /^[\w-]{43}$/.test(known)) return tokenFor(known);
    const secret = Buffer.from(this.#ground.random(32)).toString('base64url');
    this.cookies.write(reply, 'page', { value: secret });
    return tokenFor(secret);
  }

  /** The token of the session this request belongs to. */
  sessionToken(request: FastifyRequest): string {
    return tokenFor(this.cookies.read(request, 'session') ?? '');
  }
}
