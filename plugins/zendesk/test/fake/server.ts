import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { FaultLine } from '@lethe/core/testing';
import type { Clock } from '@lethe/core';
import { Refused, forbidden } from './answer.ts';
import { Door, checkScope, userIn } from './authentication.ts';
import { faultAnswers } from './faults.ts';
import { inflight, settleJobs } from './jobs.ts';
import { settleScrubs } from './redaction-routes.ts';
import type { Route } from './route.ts';
import { routesOf } from './routes.ts';
import { OAuth } from './oauth.ts';
import type { Zendesk } from './zendesk.ts';

/** One call that was made. */
export interface Made {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly isWrite: boolean;
}

/** One call with all that was sent both ways. */
export interface Exchange extends Made {
  readonly body: unknown;
  readonly status: number;
  readonly answer: unknown;
}

/** How a fake is opened. */
export interface Opening {
  /** Jobs, index, limits and tokens run on it; the state's own one unless given. */
  readonly clock?: Pick<Clock, 'now'>;
  /** Calls without a token are those of this agent's browser, and count against the limits of apps. */
  readonly session?: number;
  /** Serves other pages of the same address; answers whether it did. */
  readonly pages?: (request: IncomingMessage, response: ServerResponse) => boolean;
  /** Is shown every call with its answer. */
  readonly watch?: (exchange: Exchange) => void;
}

interface Answered {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** An invented Zendesk that answers HTTP on 127.0.0.1. */
export class FakeZendesk {
  readonly faults = new FaultLine();
  readonly made: Made[] = [];
  readonly state: Zendesk;
  readonly #door: Door;
  readonly #opening: Opening;
  readonly #routes: readonly Route[];
  readonly #oauth: OAuth;
  readonly #server: Server;

  private constructor(state: Zendesk, opening: Opening) {
    this.state = state;
    if (opening.clock !== undefined) state.clock = opening.clock;
    this.#opening = opening;
    this.#door = new Door(opening.session);
    this.#routes = routesOf(state);
    this.#oauth = new OAuth(state);
    this.#server = createServer((request, response) => {
      this.#serve(request, response).catch((error: unknown) =>
        response.destroy(error instanceof Error ? error : undefined),
      );
    });
    // A test may think for longer than a connection is kept: what a real server does then is not what is tested here.
    this.#server.keepAliveTimeout = 0;
  }

  static async start(state: Zendesk, opening: Opening = {}): Promise<FakeZendesk> {
    const fake = new FakeZendesk(state, opening);
    await new Promise<void>((ready) => fake.#server.listen(0, '127.0.0.1', ready));
    return fake;
  }

  get address(): string {
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('the fake does not listen');
    return `http://127.0.0.1:${String(address.port)}`;
  }

  /** Another agent sits at the browser now, or nobody. */
  signIn(session: number | undefined): void {
    this.#door.session = session;
  }

  /** What is due by now is done: jobs, scrubs of mails, the index. */
  settle(): void {
    settleJobs(this.state);
    settleScrubs(this.state);
    this.state.index.settle(this.state.milliseconds());
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((closed) => this.#server.close(closed));
  }

  async #serve(message: IncomingMessage, response: ServerResponse): Promise<void> {
    if (this.#opening.pages?.(message, response) === true) return;
    const { method = 'GET', url = '/' } = message;
    const body = await bodyOf(message);
    if (url.startsWith('/oauth/')) {
      const answered = this.#oauth.answer({ method, url, body, session: this.#door.session });
      this.#opening.watch?.({ method, url, isWrite: false, body, status: answered.status, answer: answered.body });
      send(response, answered);
      return;
    }
    const isWrite = method !== 'GET';
    this.made.push({ method, url, isWrite });
    const answered = this.#struck(message, body, isWrite);
    const { status, body: answer } = answered;
    this.#opening.watch?.({ method, url, isWrite, body, status, answer });
    if (answered === lost) response.destroy();
    else send(response, answered);
  }

  #struck(message: IncomingMessage, body: unknown, isWrite: boolean): Answered {
    const fault = this.faults.strikes(isWrite);
    switch (fault) {
      case undefined:
        return this.#answer(message, body);
      case 'half':
      case 'lie':
        return this.#disturbed(message, body, isWrite ? fault : undefined);
      case 'time-out':
        this.#answer(message, body);
        return lost;
      default:
        return faultAnswers[fault];
    }
  }

  /** With `half` the later rows of a job fail; with `lie` everything is answered and nothing is done. */
  #disturbed(message: IncomingMessage, body: unknown, fault: 'half' | 'lie' | undefined): Answered {
    const before = new Set(this.state.jobs.all().map(({ id }) => id));
    const undo = this.state.snapshot();
    const answered = this.#answer(message, body);
    if (fault === 'lie') undo();
    for (const { id } of this.state.jobs.where((job) => !before.has(job.id)))
      if (fault !== undefined) this.state.jobs.update(id, { disturbed: fault });
    return answered;
  }

  #answer(message: IncomingMessage, body: unknown): Answered {
    this.settle();
    try {
      return this.#routed(message, body);
    } catch (error) {
      if (error instanceof Refused) return { status: error.status, body: error.body, headers: error.headers };
      throw error;
    }
  }

  #routed(message: IncomingMessage, body: unknown): Answered {
    const { user, app, scopes } = userIn(this.state, message, this.#door);
    const { pathname, searchParams: query } = new URL(message.url ?? '/', 'http://zendesk.test');
    const path = pathname.replace(/\.json$/, '');
    checkScope(scopes, message.method, path);
    const route = this.#routes.find((one) => one.method === message.method && one.path.test(path));
    const ids = route?.path.exec(path)?.slice(1) ?? [];
    const helpCenter = /^\/api\/v2\/(?:help_center|community)\//.test(path);
    // Zendesk answers 415 there without the ending.
    if (helpCenter && !pathname.endsWith('.json')) throw new Refused(415, { error: 'Unsupported Media Type' });
    const subject = { subject: subjectIn(body) ?? ids[0] ?? '' };
    const endpoint = route?.limit === undefined ? {} : { endpoint: route.limit };
    const headers = this.state.limits.take({ user: user.id, app, helpCenter, ...endpoint, ...subject });
    try {
      if (route === undefined) throw new Refused(404, { error: 'InvalidEndpoint', description: 'Not found' });
      if (!isAllowed(route, user.role)) throw forbidden();
      const answer = route.answer({ method: route.method, path, query, body, user }, ids);
      const jobs = /_many|job_statuses/.test(path) ? inflight(this.state) : {};
      return {
        status: answer === undefined ? 204 : (route.status ?? 200),
        body: answer,
        headers: { ...headers, ...jobs },
      };
    } catch (error) {
      if (error instanceof Refused) throw error.with(headers);
      throw error;
    }
  }
}

/** No answer comes, though the call took effect. */
const lost: Answered = { status: 0, body: undefined };

function subjectIn(body: unknown): string | undefined {
  const id = typeof body === 'object' && body !== null && 'ticket_id' in body ? body.ticket_id : undefined;
  return typeof id === 'number' ? String(id) : undefined;
}

function isAllowed({ allowed }: Route, role: string): boolean {
  return allowed === 'everybody' || role !== 'end-user';
}

async function bodyOf(message: IncomingMessage): Promise<unknown> {
  message.setEncoding('utf8');
  let text = '';
  for await (const chunk of message) text += String(chunk);
  if (text === '') return undefined;
  const form = (message.headers['content-type'] ?? '').includes('x-www-form-urlencoded');
  if (form) return Object.fromEntries(new URLSearchParams(text));
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function send(response: ServerResponse, { status, body, headers = {} }: Answered): void {
  const isPage = typeof body === 'string';
  const text = isPage ? body : body === undefined ? '' : JSON.stringify(body);
  const type = isPage ? 'text/html; charset=utf-8' : 'application/json; charset=utf-8';
  response.writeHead(status, { ...headers, 'Content-Type': type });
  response.end(text);
}
