import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { FaultLine } from '@lethe/core/testing';
import { Refused, isObject } from './answer.ts';
import type { Request, Route } from './answer.ts';
import { faultAnswers } from './faults.ts';
import { insideRoutes } from './inside-routes.ts';
import { issueRoutes } from './issue-routes.ts';
import { placeRoutes } from './place-routes.ts';
import type { Redmine } from './redmine.ts';
import type { Row } from './rows.ts';
import { searchRoutes } from './search-routes.ts';
import { userRoutes } from './user-routes.ts';
import { wikiRoutes } from './wiki-routes.ts';

/** One call that was made. */
export interface Made {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly isWrite: boolean;
}

/** An invented Redmine that answers HTTP on 127.0.0.1. */
export class FakeServer {
  readonly faults = new FaultLine();
  readonly made: Made[] = [];
  readonly #redmine: Redmine;
  readonly #routes: readonly Route[];
  readonly #server: Server;

  private constructor(redmine: Redmine, inside: boolean) {
    this.#redmine = redmine;
    this.#routes = [
      userRoutes,
      issueRoutes,
      placeRoutes,
      wikiRoutes,
      searchRoutes,
      ...(inside ? [insideRoutes] : []),
    ].flatMap((routes) => routes(redmine));
    this.#server = createServer((request, response) => {
      this.#serve(request, response).catch((error: unknown) =>
        response.destroy(error instanceof Error ? error : undefined),
      );
    });
  }

  /** `inside` tells whether Lethe's part is installed. */
  static async start(redmine: Redmine, inside: boolean): Promise<FakeServer> {
    const server = new FakeServer(redmine, inside);
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
    const { method = 'GET', url = '/' } = request;
    const body = await bodyOf(request);
    const isWrite = method !== 'GET' && !/^\/lethe\/(traces|reread)\.json/.test(url);
    this.made.push({ method, url, isWrite });
    const fault = this.faults.strikes(isWrite);
    if (fault === 'lie') {
      send(response, this.#lie(url, body, isWrite) ?? this.#answer(request, url, body));
      return;
    }
    if (fault === 'half' && url.startsWith('/lethe/change')) {
      send(response, this.#half(request, url, body));
      return;
    }
    if (fault === undefined || fault === 'half') {
      send(response, this.#answer(request, url, body));
      return;
    }
    if (fault === 'time-out') {
      this.#answer(request, url, body);
      response.destroy();
      return;
    }
    const busy = {
      status: 503,
      body: { error: 'locked', message: 'the database is busy' },
      headers: { 'Retry-After': '1' },
    };
    send(response, fault === 'locked' && url.startsWith('/lethe/') ? busy : faultAnswers[fault]);
  }

  /** What a write would answer, had it been made. */
  #lie(url: string, body: unknown, isWrite: boolean): Answered | undefined {
    if (!isWrite) return undefined;
    if (!url.startsWith('/lethe/')) return { status: 204, body: undefined };
    const changes = listIn(body, 'changes');
    return { status: 200, body: { results: changes.map(() => ({ result: 'done' })) } };
  }

  /** The first change is made, the others are refused. */
  #half(request: IncomingMessage, url: string, body: unknown): Answered {
    const [first, ...others] = listIn(body, 'changes');
    const { status, body: made } = this.#answer(request, url, { changes: [first] });
    const results = listIn(made, 'results');
    return {
      status,
      body: { results: [...results, ...others.map(() => ({ result: 'refused', because: 'told to' }))] },
    };
  }

  #answer(message: IncomingMessage, url: string, body: unknown): Answered {
    try {
      const user = this.#userOf(message);
      const { pathname, searchParams } = new URL(url, 'http://redmine.test');
      for (const route of this.#routes) {
        const found = route.method === message.method ? route.path.exec(byNumber(this.#redmine, pathname)) : null;
        if (found === null) continue;
        if (route.admin === true && user.admin !== true) throw new Refused(403);
        const request: Request = { method: route.method, path: pathname, query: searchParams, body, user };
        const answer = route.answer(request, found.slice(1));
        return { status: answer === undefined ? 204 : 200, body: answer };
      }
      return { status: 404, body: '<html><body>Page not found</body></html>', html: true };
    } catch (error) {
      if (error instanceof Refused) return { status: error.status, body: error.body };
      throw error;
    }
  }

  /** Locked accounts have keys that do not work. */
  #userOf({ headers }: IncomingMessage): Row {
    const [token] = this.#redmine.rows.where('tokens', { action: 'api', value: String(headers['x-redmine-api-key']) });
    const user = token === undefined ? undefined : this.#redmine.rows.find('users', Number(token.user_id));
    if (user?.status !== 1) throw new Refused(401);
    return user;
  }
}

interface Answered {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly html?: boolean;
}

function listIn(body: unknown, key: string): readonly unknown[] {
  const list = isObject(body) ? body[key] : undefined;
  return Array.isArray(list) ? list : [];
}

/** Projects go by their identifier as well. */
function byNumber({ rows }: Redmine, path: string): string {
  const name = /^\/projects\/([^/.]+)/.exec(path)?.[1] ?? '';
  const [project] = rows.where('projects', { identifier: name });
  return project === undefined ? path : path.replace(`/projects/${name}`, `/projects/${String(project.id)}`);
}

async function bodyOf(message: IncomingMessage): Promise<unknown> {
  message.setEncoding('utf8');
  let text = '';
  for await (const chunk of message) text += String(chunk);
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
