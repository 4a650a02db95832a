import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { FaultLine } from '@lethe/core/testing';
import { Refused, forbidden } from './answer.ts';
import { anonymize } from './click.ts';
import { faultAnswers } from './faults.ts';
import type { Lever } from './lever.ts';
import { readingRoutes } from './reading-routes.ts';
import type { Key } from './records.ts';
import type { Route } from './route.ts';
import { writingRoutes } from './writing-routes.ts';

/** One call that was made. */
export interface Made {
  readonly method: string;
  /** Path and query, below the API's address. */
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

const BASE = '/v1';

/** An invented Lever that answers HTTP on 127.0.0.1. */
export class FakeLever {
  readonly faults = new FaultLine();
  readonly made: Made[] = [];
  readonly state: Lever;
  /** Called after each call that took effect: somebody may sit in front of Lever meanwhile. */
  afterwards: (made: Made) => void = () => undefined;
  readonly #routes: readonly Route[];
  readonly #server: Server;

  private constructor(state: Lever) {
    this.state = state;
    this.#routes = [...readingRoutes(state), ...writingRoutes(state)];
    this.#server = createServer((request, response) => {
      this.#serve(request, response).catch((error: unknown) =>
        response.destroy(error instanceof Error ? error : undefined),
      );
    });
    this.#server.keepAliveTimeout = 0;
  }

  static async start(state: Lever): Promise<FakeLever> {
    const fake = new FakeLever(state);
    await new Promise<void>((ready) => fake.#server.listen(0, '127.0.0.1', ready));
    return fake;
  }

  /** Address of the API. */
  get address(): string {
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('the fake does not listen');
    return `http://127.0.0.1:${String(address.port)}${BASE}`;
  }

  /** A user of Lever opens an opportunity, chooses Anonymize and confirms. Throws if Lever does not offer it. */
  click(opportunity: string): void {
    anonymize(this.state, opportunity);
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((closed) => this.#server.close(closed));
  }

  async #serve(message: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = 'GET' } = message;
    const url = (message.url ?? '/').replace(BASE, '');
    const body = await bodyOf(message);
    const click = /^\/_host\/anonymize\/([\w-]+)$/.exec(url)?.[1];
    if (click !== undefined && method === 'POST') {
      send(response, this.#clicked(click));
      return;
    }
    const isWrite = method !== 'GET';
    const fault = this.faults.strikes(isWrite);
    const answered = this.#struck(fault, message, body);
    const made = { method, url, isWrite, body, status: answered.status, answer: answered.body };
    this.made.push(made);
    if (fault === undefined || fault === 'time-out') this.afterwards(made);
    if (fault === 'time-out') response.destroy();
    else send(response, answered);
  }

  /** Only for tests: Lever has no such address. */
  #clicked(opportunity: string): Answered {
    try {
      this.click(opportunity);
      return { status: 204, body: undefined };
    } catch (error) {
      if (error instanceof Refused) return error;
      throw error;
    }
  }

  #struck(fault: ReturnType<FaultLine['strikes']>, message: IncomingMessage, body: unknown): Answered {
    if (fault === undefined || fault === 'time-out') return this.#answer(message, body);
    if (fault !== 'lie' && fault !== 'half') return faultAnswers[fault];
    const undo = this.state.snapshot();
    const answered = this.#answer(message, body);
    undo();
    return answered;
  }

  #answer(message: IncomingMessage, body: unknown): Answered {
    try {
      return this.#routed(message, body);
    } catch (error) {
      if (error instanceof Refused) return error;
      throw error;
    }
  }

  #routed(message: IncomingMessage, body: unknown): Answered {
    const key = this.#keyOf(message);
    const seconds = this.state.limits.take(key.id);
    if (seconds !== undefined) throw tooMany(seconds, this.state.behaviour.saysRetryAfter);
    const { pathname, searchParams: query } = new URL(message.url ?? '/', 'http://lever.test');
    const path = pathname.replace(BASE, '');
    const { method = 'GET' } = message;
    if (key.refused.some((one) => `${method} ${path}`.startsWith(one) || path.startsWith(one))) throw forbidden();
    const route = this.#routes.find((one) => one.method === method && one.path.test(path));
    if (route === undefined) throw new Refused(404, 'ResourceNotFound');
    const answer = route.answer({ method, query, body, key }, route.path.exec(path)?.slice(1) ?? []);
    return answer === undefined ? { status: 204, body: undefined } : { status: 200, body: answer };
  }

  /** The key is the user, and the password is empty. */
  #keyOf({ headers }: IncomingMessage): Key {
    const [, encoded = ''] = /^Basic (.+)$/.exec(headers.authorization ?? '') ?? [];
    const [id = '', password] = Buffer.from(encoded, 'base64').toString().split(':');
    const key = this.state.keys.find(id);
    if (key === undefined || password !== '') throw new Refused(401, 'Unauthorized');
    return key;
  }
}

function tooMany(seconds: number, says: boolean): Refused {
  return new Refused(429, 'TooManyRequests', says ? { 'Retry-After': String(seconds) } : {});
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
  const text = isPage ? body : body === undefined ? '' : JSON.stringify(body);
  const type = isPage ? 'text/html; charset=utf-8' : 'application/json; charset=utf-8';
  response.writeHead(status, { ...headers, 'Content-Type': type });
  response.end(text);
}
