import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { FaultLine } from '@lethe/core/testing';
import { Refused } from './answer.ts';
import type { Ashby } from './ashby.ts';
import { faultAnswers } from './faults.ts';
import { Limits } from './limits.ts';
import { readingRoutes } from './reading-routes.ts';
import type { Key } from './records.ts';
import type { Route } from './route.ts';
import { writingRoutes } from './writing-routes.ts';

/** One call that was made. */
export interface Made {
  readonly method: string;
  /** With a leading slash: `/candidate.info`. */
  readonly url: string;
  readonly isWrite: boolean;
  readonly body: unknown;
  readonly status: number;
  readonly answer: unknown;
}

interface Answered {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What Ashby sent to somebody's webhook. */
export interface Sent {
  readonly to: string;
  readonly raw: Uint8Array;
  readonly signature: string;
}

/** An invented Ashby that answers HTTP on 127.0.0.1. */
export class FakeAshby {
  readonly faults = new FaultLine();
  readonly made: Made[] = [];
  readonly sent: Sent[] = [];
  readonly state: Ashby;
  readonly routes: readonly Route[];
  /** Called after each call that took effect: somebody may sit in front of Ashby meanwhile. */
  afterwards: (made: Made) => void = () => undefined;
  readonly #server: Server;
  readonly #limits: Limits;

  private constructor(state: Ashby) {
    this.state = state;
    this.routes = [...readingRoutes(state), ...writingRoutes(state)];
    this.#limits = new Limits(() => state.clock.now().getTime());
    this.#server = createServer((request, response) => {
      this.#serve(request, response).catch((error: unknown) =>
        response.destroy(error instanceof Error ? error : undefined),
      );
    });
    this.#server.keepAliveTimeout = 0;
  }

  static async start(state: Ashby): Promise<FakeAshby> {
    const fake = new FakeAshby(state);
    await new Promise<void>((ready) => fake.#server.listen(0, '127.0.0.1', ready));
    return fake;
  }

  /** Address of the API. */
  get address(): string {
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('the fake does not listen');
    return `http://127.0.0.1:${String(address.port)}`;
  }

  /** A user of Ashby merges a candidate into another one: what is filed under the one moves, and its id is gone. */
  merge(from: string, into: string): void {
    const { applications, notes, clients, unseen, candidates } = this.state;
    const theirs = (one: { readonly candidate: string }): boolean => one.candidate === from;
    for (const { id } of applications.where(theirs)) applications.update(id, { candidate: into });
    for (const { id } of notes.where(theirs)) notes.update(id, { candidate: into });
    for (const { id } of clients.where(theirs)) clients.update(id, { candidate: into });
    for (const { id } of unseen.where(theirs)) unseen.update(id, { candidate: into });
    const gone = candidates.get(from);
    const { emailAddresses } = candidates.get(into);
    candidates.update(into, {
      emailAddresses: [...emailAddresses, ...gone.emailAddresses],
      updatedAt: this.state.now(),
    });
    candidates.delete(from);
    this.#tell('candidateMerge', { deletedCandidate: { id: from }, mergedCandidate: { id: into } });
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((closed) => this.#server.close(closed));
  }

  #tell(action: string, data: object): void {
    for (const { requestUrl, secretToken } of this.state.webhooks.where((one) => one.webhookType === action)) {
      const raw = new TextEncoder().encode(JSON.stringify({ action, data }));
      const signature = `sha256=${createHmac('sha256', secretToken).update(raw).digest('hex')}`;
      this.sent.push({ to: requestUrl, raw, signature });
    }
  }

  async #serve(message: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = 'GET', url = '/' } = message;
    const body = await bodyOf(message);
    const route = method === 'POST' ? this.routes.find(({ endpoint }) => url === `/${endpoint}`) : undefined;
    const isWrite = route?.isWrite ?? false;
    const fault = this.faults.strikes(isWrite);
    const answered = this.#struck(fault, { message, body, route });
    const made = { method, url, isWrite, body, status: answered.status, answer: answered.body };
    this.made.push(made);
    if (fault === undefined || fault === 'time-out') this.afterwards(made);
    if (fault === 'time-out') response.destroy();
    else send(response, answered);
  }

  #struck(fault: ReturnType<FaultLine['strikes']>, asked: Asked): Answered {
    if (fault === undefined || fault === 'time-out') return this.#answer(asked);
    if (fault !== 'lie' && fault !== 'half') return faultAnswers[fault];
    const undo = this.state.snapshot();
    const answered = this.#answer(asked);
    undo();
    return answered;
  }

  #answer({ message, body, route }: Asked): Answered {
    try {
      const key = this.#keyOf(message);
      if (!this.#limits.take(key.id, this.state.behaviour.perSecond)) throw new Refused('rate_limit_exceeded', 429);
      if (route === undefined) throw new Refused('endpoint_not_found', 404);
      if (key.refused.includes(route.endpoint)) throw new Refused('missing_endpoint_permission', 403);
      return { status: 200, body: { success: true, ...route.answer(body) } };
    } catch (error) {
      if (error instanceof Refused) return error;
      throw error;
    }
  }

  /** The key is the user, and the password is empty. */
  #keyOf({ headers }: IncomingMessage): Key {
    const [, encoded = ''] = /^Basic (.+)$/.exec(headers.authorization ?? '') ?? [];
    const [id = '', password] = Buffer.from(encoded, 'base64').toString().split(':');
    const key = this.state.keys.find(id);
    if (key === undefined || password !== '') throw new Refused('unauthorized', 401);
    if (headers.accept !== 'application/json; version=1') throw new Refused('unknown_version', 400);
    return key;
  }
}

interface Asked {
  readonly message: IncomingMessage;
  readonly body: unknown;
  readonly route: Route | undefined;
}

async function bodyOf(message: IncomingMessage): Promise<unknown> {
  message.setEncoding('utf8');
  let text = '';
  for await (const chunk of message) text += String(chunk);
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

function send(response: ServerResponse, { status, body, headers = {} }: Answered): void {
  const isPage = typeof body === 'string';
  const type = isPage ? 'text/html; charset=utf-8' : 'application/json; charset=utf-8';
  response.writeHead(status, { ...headers, 'Content-Type': type });
  response.end(isPage ? body : JSON.stringify(body));
}
