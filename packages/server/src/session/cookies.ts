import type { FastifyReply, FastifyRequest } from 'fastify';

/** The cookies there are: of a session, of a page with a form before there is one, and of a sign-in that has begun elsewhere. */
export type CookieKind = 'session' | 'page' | 'open-id';

interface CookieValue {
  readonly value: string;
  /** In seconds; without it until the browser is closed. */
  readonly maxAge?: number;
}

const names = { session: 'lethe', page: 'lethe-page', 'open-id': 'lethe-open-id' } as const;

/**
 * Cookies as browsers are told to keep them: for this origin alone, never for scripts, over https only. Browsers take
 * `__Host-` and `Secure` only over https, so an origin of plain http (a browser on this machine) has them under other names.
 */
export class Cookies {
  readonly #https: boolean;

  constructor(origin: string) {
    this.#https = origin.startsWith('https:');
  }

  nameOf(kind: CookieKind): string {
    return this.#https ? `__Host-${names[kind]}` : `plain-${names[kind]}`;
  }

  read(request: FastifyRequest, kind: CookieKind): string | undefined {
    return request.cookies[this.nameOf(kind)];
  }

  /** A browser comes back from an OpenID provider across sites, which `Strict` would hide this one from. */
  write(reply: FastifyReply, kind: CookieKind, { value, ...life }: CookieValue): void {
    void reply.setCookie(this.nameOf(kind), value, { ...this.#attributes(kind), ...life });
  }

  clear(reply: FastifyReply, kind: CookieKind): void {
    void reply.clearCookie(this.nameOf(kind), this.#attributes(kind));
  }

  #attributes(kind: CookieKind) {
    const sameSite = kind === 'open-id' ? ('lax' as const) : ('strict' as const);
    return { path: '/', httpOnly: true, secure: this.#https, sameSite };
  }
}
