import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { FaultLine } from '@lethe/core/testing';
import { Refused } from './answer.ts';
import type { Answered, Request, Route } from './answer.ts';
import { faultAnswers } from './faults.ts';
import type { Greenhouse } from './greenhouse.ts';
import { Limits } from './limits.ts';
import { keyOf, tokenOf, tokenFor } from './sign-in.ts';
import { v1Routes } from './v1-routes.ts';
import { v3Routes } from './v3-routes.ts';

/** One call that was made. */
export interface Made {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly isWrite: boolean;
  readonly body: unknown;
  readonly status: number;
  readonly answer: unknown;
  readonly headers: Request['headers'];
}

/** An invented Greenhouse that answers HTTP on 127.0.0.1: both versions of its API, and where tokens are given. */
export class FakeGreenhouse {
  readonly faults = new FaultLine();
  readonly made: Made[] = [];
  readonly state: Greenhouse;
  readonly #routes: readonly Route[];
  readonly #limits: Limits;
  readonly #server: Server;

  private constructor(state: Greenhouse) {
    this.state = state;
    this.#routes = [...v3Routes(state), ...v1Routes(state)];
    this.#limits = new Limits(() => state.clock.now().getTime());
    this.#server = createServer((request, response) => {
      this.#serve(request, response).catch((error: unknown) =>
        response.destroy(error instanceof Error ? error : undefined),
      );
    });
    this.#server.keepAliveTimeout = 0;
  }

  static async start(state: Greenhouse): Promise<FakeGreenhouse> {
    const fake = new FakeGreenhouse(state);
    await new Promise<void>((ready) => fake.#server.listen(0, '127.0.0.1', ready));
    return fake;
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

  async #serve(message: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = 'GET', url = '/', headers } = message;
    const text = await textOf(message);
    const { pathname: path, searchParams: query } = new URL(url, this.address);
    if (path === '/token') {
      reply(
        response,
        guarded(() => tokenFor(this.state, { headers, text })),
      );
      return;
    }
    const request = { method, path, query, headers, body: jsonIn(text), address: this.address };
    const isWrite = method !== 'GET';
    const fault = this.faults.strikes(isWrite);
    const answered = this.#struck(fault, request);
    const made = { method, url, isWrite, body: request.body, status: answered.status, answer: answered.body, headers };
    this.made.push(made);
    if (fault === 'time-out') response.destroy();
    else reply(response, answered);
  }

  #struck(fault: ReturnType<FaultLine['strikes']>, request: Request): Answered {
    if (fault === undefined || fault === 'time-out') return guarded(() => this.#routed(request));
    if (fault !== 'lie' && fault !== 'half') return faultAnswers[fault];
    const undo = this.state.snapshot();
    const answered = guarded(() => this.#routed(request));
    undo();
    return answered;
  }

  #routed(request: Request): Answered {
    const { method, path } = request;
    const isV1 = path.startsWith('/v1/');
    const credential = isV1 ? keyOf(this.state, request) : tokenOf(this.state, request);
    const headers = this.#limits.take(credential.id, this.state.behaviour.limit, isV1 ? 10_000 : 30_000);
    const route = this.#routes.find((one) => one.method === method && one.path.test(path));
    if (route === undefined) throw new Refused(404, 'Resource not found', headers);
    const refused = credential.refused.some((one) => one === route.scope || `${method} ${path}`.startsWith(one));
    if (refused) throw new Refused(403, 'Insufficient scope', headers);
    const answered = route.answer(request, (route.path.exec(path)?.slice(1) ?? []).map(Number));
    return { ...answered, headers: { ...headers, ...answered.headers } };
  }
}

function guarded(act: () => Answered): Answered {
  try {
    return act();
  } catch (error) {
    if (error instanceof Refused) return error;
    throw error;
  }
}

async function textOf(message: IncomingMessage): Promise<string> {
  message.setEncoding('utf8');
  let text = '';
  for await (const chunk of message) text += String(chunk);
  return text;
}

function jsonIn(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

function reply(response: ServerResponse, { status, body, headers = {} }: Answered): void {
  const isPage = typeof body === 'string';
  const type = isPage ? 'text/html; charset=utf-8' : 'application/json; charset=utf-8';
  response.writeHead(status, { ...headers, 'Content-Type': type });
  response.end(isPage ? body : body === undefined ? '' : JSON.stringify(body));
}
