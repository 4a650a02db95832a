import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { FaultLine } from '@lethe/core/testing';
import { Refused, isObject, refused } from './answer.ts';
import type { Request, Route } from './answer.ts';
import { faultAnswers } from './faults.ts';
import { insideRoutes } from './inside-routes.ts';
import { recordRoutes } from './record-routes.ts';
import type { Row } from './rows.ts';
import { numberIn } from './rows.ts';
import { ticketRoutes } from './ticket-routes.ts';
import type { Tracker } from './tracker.ts';
import { userRoutes } from './user-routes.ts';

const base = '/REST/2.0';

/** One call that was made. */
export interface Made {
  readonly method: string;
  /** Path and query below `/REST/2.0`. */
  readonly url: string;
  readonly isWrite: boolean;
}

/** An invented Request Tracker that answers HTTP on 127.0.0.1. */
export class FakeServer {
  readonly faults = new FaultLine();
  readonly made: Made[] = [];
  /** What the fake itself broke down with: nothing, or it is no fake of RT. */
  readonly crashes: unknown[] = [];
  readonly #tracker: Tracker;
  readonly #routes: readonly Route[];
  readonly #server: Server;

  private constructor(tracker: Tracker, inside: boolean) {
    this.#tracker = tracker;
    this.#routes = [recordRoutes, userRoutes, ticketRoutes, ...(inside ? [insideRoutes] : [])].flatMap((routes) =>
      routes(tracker),
    );
    this.#server = createServer((request, response) => {
      this.#serve(request, response).catch((error: unknown) => {
        this.crashes.push(error);
        response.destroy();
      });
    });
  }

  /** `inside` tells whether Lethe's part is installed. */
  static async start(tracker: Tracker, inside: boolean): Promise<FakeServer> {
    const server = new FakeServer(tracker, inside);
    await new Promise<void>((ready) => server.#server.listen(0, '127.0.0.1', ready));
    return server;
  }

  get address(): string {
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('the fake does not listen');
    return `http://127.0.0.1:${String(address.port)}`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((closed) => this.#server.close(closed));
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = 'GET', url: whole = '/' } = request;
    const url = whole.startsWith(base) ? whole.slice(base.length) : whole;
    const body = await bodyOf(request);
    // Searches are posted too: what is read by POST says so in its address.
    const isWrite = method === 'PUT' || method === 'DELETE' || url.startsWith('/lethe/change');
    this.made.push({ method, url, isWrite });
    const fault = this.faults.strikes(isWrite);
    if (fault === 'lie') send(response, lie(url, body, { method, isWrite }) ?? this.#answer(request, url, body));
    else if (fault === 'half' && url.startsWith('/lethe/change')) send(response, this.#half(request, url, body));
    else if (fault === undefined || fault === 'half') send(response, this.#answer(request, url, body));
    else if (fault === 'time-out') {
      this.#answer(request, url, body);
      response.destroy();
    } else send(response, fault === 'locked' && url.startsWith('/lethe/') ? busy : faultAnswers[fault]);
  }

  /** The first change is made, the others are refused. */
  #half(request: IncomingMessage, url: string, body: unknown): Answered {
    const [first, ...others] = listIn(body, 'changes');
    const { status, body: made } = this.#answer(request, url, { changes: [first] });
    const refusals = others.map(() => ({ result: 'refused', because: 'told to' }));
    return { status, body: { results: [...listIn(made, 'results'), ...refusals] } };
  }

  #answer(message: IncomingMessage, url: string, given: unknown): Answered {
    try {
      const user = this.#userOf(message);
      const { pathname: path, searchParams } = new URL(url, 'http://rt.test');
      const { query, body } = taken(searchParams, given);
      const matching = this.#routes.filter((route) => route.path.test(path));
      if (matching.length === 0) throw refused(404);
      const route = matching.find(({ method }) => method === message.method);
      if (route === undefined) throw refused(405);
      const isSuperUser = this.#tracker.hasRight(user.id, 'SuperUser');
      const request: Request = { method: route.method, path, query, body, user, isSuperUser };
      const answer = route.answer(request, route.path.exec(path)?.slice(1) ?? []);
      return { status: answer === undefined ? 204 : 200, body: answer };
    } catch (error) {
      if (error instanceof Refused) return { status: error.status, body: error.body };
      throw error;
    }
  }

  /** Tokens of disabled accounts do not work. */
  #userOf({ headers }: IncomingMessage): Row {
    const given = /^token (.*)$/i.exec(headers.authorization ?? '')?.[1] ?? '';
    const [token] = this.#tracker.rows.where('AuthTokens', { Token: given });
    const user = token === undefined ? undefined : this.#tracker.rows.find('Users', numberIn(token, 'Owner'));
    if (user === undefined || this.#tracker.isDisabled(user.id)) throw refused(401);
    return user;
  }
}

interface Answered {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly html?: boolean;
}

const busy: Answered = {
  status: 503,
  body: { error: 'locked', message: 'the database is busy' },
  headers: { 'Retry-After': '1' },
};

/** What a write would answer, had it been made. */
function lie(
  url: string,
  body: unknown,
  { method, isWrite }: { readonly method: string; readonly isWrite: boolean },
): Answered | undefined {
  if (!isWrite) return undefined;
  if (url.startsWith('/lethe/'))
    return { status: 200, body: { results: listIn(body, 'changes').map(() => ({ result: 'done' })) } };
  return method === 'DELETE' ? { status: 204, body: undefined } : { status: 200, body: [] };
}

function listIn(body: unknown, key: string): readonly unknown[] {
  const list = isObject(body) ? body[key] : undefined;
  return Array.isArray(list) ? list : [];
}

/** Forms go the same way as what stands in the address. */
function taken(query: URLSearchParams, body: unknown): { readonly query: URLSearchParams; readonly body: unknown } {
  if (!(body instanceof URLSearchParams)) return { query, body };
  for (const [name, value] of body) query.append(name, value);
  return { query, body: undefined };
}

async function bodyOf(message: IncomingMessage): Promise<unknown> {
  message.setEncoding('utf8');
  let text = '';
  for await (const chunk of message) text += String(chunk);
  if ((message.headers['content-type'] ?? '').includes('x-www-form-urlencoded')) return new URLSearchParams(text);
  return text === '' ? undefined : JSON.parse(text);
}

function send(response: ServerResponse, { status, body, headers = {}, html = false }: Answered): void {
  const text = typeof body === 'string' ? body : body === undefined ? '' : JSON.stringify(body);
  response.writeHead(status, {
    ...headers,
    'Content-Type': html ? 'text/html; charset=utf-8' : 'application/json; charset=utf-8',
  });
  response.end(text);
}
