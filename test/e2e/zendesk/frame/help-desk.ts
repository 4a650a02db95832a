import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { FakeZendesk, type Made } from '../../../../plugins/zendesk/test/fake/server.ts';
import type { Zendesk } from '../../../../plugins/zendesk/test/fake/zendesk.ts';
import { frameworkValues } from './framework-values.ts';
import type { Standing } from './page/standing.ts';
import { appPage, ticketPage, userPage, wholePage, type Drawn } from './pages.ts';
import { pageScript } from './scripts.ts';
import { closed, listening, portOf, serveFiles } from './static-files.ts';

/** How a help desk is opened. */
export interface Furnishing {
  readonly zendesk: Zendesk;
  /** The assembled app. */
  readonly app: string;
  /** The installation's settings; may be changed while it is open. */
  readonly settings: Record<string, unknown>;
}

/** A call on its way from an agent's browser to Zendesk. */
export interface OnItsWay {
  readonly agent: number;
  readonly method: string;
  readonly url: string;
}

/** A help desk to be looked at in a browser: its own pages around the real app and SDK, the fake Zendesk behind them. */
export class HelpDesk {
  readonly #furnishing: Furnishing;
  readonly #script: string;
  readonly #files: Server;
  readonly #server: Server;
  readonly #sessions = new Map<number, FakeZendesk>();
  /** Is shown every call before Zendesk is; the call waits for it. */
  before: (call: OnItsWay) => Promise<void> | void = () => undefined;

  private constructor(furnishing: Furnishing, script: string, files: Server) {
    this.#furnishing = furnishing;
    this.#script = script;
    this.#files = files;
    this.#server = createServer((request, response) => {
      this.#serve(request, response).catch(() => response.writeHead(500).end());
    });
  }

  /** Opens one on free ports of this machine. */
  static async open(furnishing: Furnishing): Promise<HelpDesk> {
    const desk = new HelpDesk(furnishing, await pageScript(), await serveFiles(furnishing.app));
    await listening(desk.#server);
    return desk;
  }

  get address(): string {
    return `http://localhost:${String(portOf(this.#server))}`;
  }

  get appAddress(): string {
    return `http://127.0.0.1:${String(portOf(this.#files))}`;
  }

  /** Every call an agent's browser made so far. */
  callsOf(agent: number): readonly Made[] {
    return this.#sessions.get(agent)?.made ?? [];
  }

  /** The fake as an agent's browser sees it, for faults. */
  async sessionOf(agent: number): Promise<FakeZendesk> {
    const open = this.#sessions.get(agent);
    if (open !== undefined) return open;
    const session = await FakeZendesk.start(this.#furnishing.zendesk, { session: agent });
    this.#sessions.set(agent, session);
    return session;
  }

  async close(): Promise<void> {
    await Promise.all([...this.#sessions.values()].map((session) => session.close()));
    await Promise.all([this.#files, this.#server].map(closed));
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '/', this.address);
    const send = (type: string, content: string) => response.writeHead(200, { 'content-type': type }).end(content);
    if (pathname.startsWith('/api/')) await this.#forward(request, response);
    else if (pathname === '/desk/page.js') send('text/javascript; charset=utf-8', this.#script);
    else if (pathname === '/desk/page.css')
      send('text/css; charset=utf-8', await readFile(join(import.meta.dirname, 'page/page.css'), 'utf8'));
    else if (pathname.startsWith('/desk/values/'))
      send('application/json', JSON.stringify(this.#values(pathname.slice('/desk/values'.length), cookiesOf(request))));
    else send('text/html; charset=utf-8', this.#page(pathname, cookiesOf(request)));
  }

  #page(path: string, { agent, scheme }: Cookies): string {
    const { zendesk, settings } = this.#furnishing;
    const place = placeOf(path);
    const standing: Standing = {
      ...place,
      appAddress: this.appAddress,
      subdomain: zendesk.account.subdomain,
      settings,
      colorScheme: scheme,
    };
    return wholePage(this.#drawn(place.about), standing, zendesk.user(agent).name);
  }

  #values(path: string, { agent, scheme }: Cookies): object {
    return { ...frameworkValues(this.#furnishing.zendesk, agent, placeOf(path).about), colorScheme: scheme };
  }

  #drawn({ ticketId, userId }: Standing['about']): Drawn {
    const { zendesk } = this.#furnishing;
    if (ticketId !== undefined) return ticketPage(zendesk, ticketId, this.appAddress);
    return userId === undefined ? appPage() : userPage(zendesk, userId, this.appAddress);
  }

  /** Sends a call on in the agent's own session, without a token: so Zendesk counts it against the limits of apps. */
  async #forward(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { agent } = cookiesOf(request);
    const session = await this.sessionOf(agent);
    const chunks: Buffer[] = [];
    for await (const chunk of request) if (chunk instanceof Buffer) chunks.push(chunk);
    const { method = 'GET', url = '/', headers } = request;
    await this.before({ agent, method, url });
    if (request.destroyed && !request.complete) return;
    const answer = await fetch(`${session.address}${url}`, {
      method,
      headers: { 'content-type': headers['content-type'] ?? 'text/plain' },
      ...(chunks.length === 0 ? {} : { body: Buffer.concat(chunks) }),
    });
    const body = Buffer.from(await answer.arrayBuffer());
    response.writeHead(answer.status, Object.fromEntries([...answer.headers].filter(([name]) => passedOn.test(name))));
    response.end(body);
  }
}

const passedOn = /^(?:content-type|retry-after|ratelimit|x-rate-limit|zendesk-ratelimit)/u;

interface Cookies {
  readonly agent: number;
  readonly scheme: 'light' | 'dark';
}

/** Who sits at the browser, and in which light. */
function cookiesOf({ headers: { cookie = '' } }: IncomingMessage): Cookies {
  const agent = Number(/\bagent=(\d+)/u.exec(cookie)?.[1]);
  return { agent, scheme: cookie.includes('scheme=dark') ? 'dark' : 'light' };
}

function placeOf(path: string): Pick<Standing, 'location' | 'about'> {
  const [, kind, number] = /^\/agent\/(users|tickets|apps)\/(\w+)$/u.exec(path) ?? [];
  const id = Number(number);
  if (kind === 'tickets') return { location: 'ticket_sidebar', about: { ticketId: id } };
  if (kind === 'users') return { location: 'user_sidebar', about: { userId: id } };
  return { location: 'nav_bar', about: {} };
}
