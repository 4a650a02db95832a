import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Clock } from '@lethe/core';
import { Refused, errorsOf, invalid } from './answer.ts';
import { callerIn } from './caller.ts';
import { dumpOf } from './dump.ts';
import { Faults } from './faults.ts';
import type { Strike } from './faults.ts';
import { settleIndex } from './indexing.ts';
import { settleJobs } from './jobs.ts';
import type { Jira } from './jira.ts';
import type { Seed } from './seed.ts';
import type { Reply } from './route.ts';
import { routesOf } from './routes.ts';
import type { Ready } from './routes.ts';

/** One call that was made. */
export interface Made {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  /** Who made it: an app in its own name, or a person. */
  readonly as: 'app' | 'user';
  readonly isWrite: boolean;
  /** What it cost of the app's quota. */
  readonly points: number;
  readonly status: number;
}

/** One call with all that was sent both ways. */
export interface Exchange extends Made {
  readonly body: unknown;
  readonly answer: unknown;
}

/** How a fake is opened. */
export interface Opening {
  /** Jobs, index and limits run on it; the seed's own one unless given. */
  readonly clock?: Pick<Clock, 'now'>;
  /** Is shown every call with its answer. */
  readonly watch?: (exchange: Exchange) => void;
}

interface Answered extends Reply {
  /** The answer is cut short, or does not come at all. */
  readonly ends?: 'torn' | 'abruptly' | 'silently';
}

/** An invented Jira that answers HTTP on 127.0.0.1. */
export class FakeJira {
  readonly faults = new Faults();
  readonly made: Made[] = [];
  readonly seed: Seed;
  readonly state: Jira;
  readonly #watch: Opening['watch'];
  readonly #routes: readonly Ready[];
  readonly #server: Server;

  private constructor(seed: Seed, { clock, watch }: Opening) {
    this.seed = seed;
    this.state = seed.jira;
    if (clock !== undefined) this.state.clock = clock;
    this.#watch = watch;
    this.#routes = routesOf(this.state);
    this.#server = createServer((request, response) => {
      this.#serve(request, response).catch((error: unknown) =>
        response.destroy(error instanceof Error ? error : undefined),
      );
    });
    // A test may think for longer than a connection is kept: what a real server does then is not what is tested here.
    this.#server.keepAliveTimeout = 0;
  }

  static async start(seed: Seed, opening: Opening = {}): Promise<FakeJira> {
    const fake = new FakeJira(seed, opening);
    await new Promise<void>((ready) => fake.#server.listen(0, '127.0.0.1', ready));
    return fake;
  }

  get address(): string {
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('the fake does not listen');
    return `http://127.0.0.1:${address.port}`;
  }

  /** What is due by now is done: jobs, the index. */
  settle(): void {
    settleJobs(this.state);
    settleIndex(this.state);
  }

  /** Everything stored, shown by the API or not. */
  *dump(): Generator<string> {
    this.settle();
    yield* dumpOf(this.state);
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((closed) => this.#server.close(closed));
  }

  async #serve(message: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = 'GET', url = '/' } = message;
    const body = await bodyOf(message);
    const route = this.#routeOf(method, url);
    const isWrite = method !== 'GET' && route?.reads !== true;
    const strike = this.faults.strikes({ method, url, isWrite });
    const answered = this.#struck(message, { body, route, strike });
    const as = message.headers['x-forge-as'] === 'app' ? 'app' : 'user';
    const points = 1 + (isWrite ? 0 : (answered.points ?? 0));
    const made: Made = { method, url, as, isWrite, points: this.#pointsOf(points, method), status: answered.status };
    this.made.push(made);
    this.#watch?.({ ...made, body, answer: answered.body });
    if (answered.ends === 'abruptly') response.destroy();
    else if (answered.ends !== 'silently') send(response, answered);
  }

  #pointsOf(points: number, method: string): number {
    return method === 'POST' && this.state.site.limits.postReads === 'as-writes' ? 1 : points;
  }

  #routeOf(method: string, url: string): Ready | undefined {
    const { pathname } = new URL(url, 'http://jira.test');
    return this.#routes.find((one) => one.method === method && one.pattern.test(pathname));
  }

  #struck(message: IncomingMessage, asked: Asked & { readonly strike: Strike | undefined }): Answered {
    const { strike } = asked;
    if (typeof strike === 'object') return strike;
    if (strike === 'cut-off') return { status: 0, ends: 'abruptly' };
    if (strike === 'silence') return { status: 0, ends: 'silently' };
    if (strike === undefined) return this.#answer(message, asked);
    const known = new Set(this.state.jobs.all().map(({ id }) => id));
    const undo = this.state.snapshot();
    const answered = this.#answer(message, asked);
    if (strike === 'lie') undo();
    const disturbed = disturbances[strike];
    for (const { id } of this.state.jobs.where((job) => !known.has(job.id)))
      if (disturbed !== undefined) this.state.jobs.update(id, { disturbed });
    if (strike === 'time-out') return { status: 0, ends: 'abruptly' };
    return strike === 'torn' ? { ...answered, ends: 'torn' } : answered;
  }

  #answer(message: IncomingMessage, asked: Asked): Answered {
    this.settle();
    try {
      return this.#routed(message, asked);
    } catch (error) {
      if (error instanceof Refused) return { status: error.status, body: error.body, headers: error.headers };
      throw error;
    }
  }

  /** The issue a path names, or that of the file it names. */
  #issueOf({ issue, attachment }: Readonly<Record<string, string>>): number | undefined {
    if (issue !== undefined) return this.state.issue(issue)?.id;
    return this.state.attachments.find(Number(attachment))?.issue;
  }

  #routed(message: IncomingMessage, { body, route }: Asked): Answered {
    const headers = plainHeaders(message);
    const caller = callerIn(this.state, headers);
    const { pathname, searchParams: query } = new URL(message.url ?? '/', 'http://jira.test');
    if (route === undefined) throw new Refused(404, errorsOf(['There is no such endpoint.']));
    const params = paramsIn(route, pathname);
    const issue = route.writesIssue === true ? this.#issueOf(params) : undefined;
    const limited = { method: route.method, template: route.template, issue, countsPoints: caller.from !== 'token' };
    const limits = this.state.limits.take(limited);
    const { method } = route;
    try {
      const reply = route.answer(
        { method, path: pathname, query, body, headers, base: `http://${headers.host ?? 'jira.test'}`, caller },
        params,
      );
      const isWrite = method !== 'GET' && route.reads !== true;
      this.state.limits.spend(this.#pointsOf(1 + (isWrite ? 0 : (reply.points ?? 0)), method), limited);
      return { ...reply, headers: { ...limits, ...reply.headers } };
    } catch (error) {
      this.state.limits.spend(1, limited);
      if (error instanceof Refused) throw error.with(limits);
      throw error;
    }
  }
}

interface Asked {
  readonly body: unknown;
  readonly route: Ready | undefined;
}

const disturbances: Readonly<Record<Exclude<Strike, object>, 'half' | 'lie' | 'failed' | undefined>> = {
  half: 'half',
  lie: 'lie',
  'job-fails': 'failed',
  'time-out': undefined,
  'cut-off': undefined,
  silence: undefined,
  torn: undefined,
};

function paramsIn({ pattern }: Ready, pathname: string): Readonly<Record<string, string>> {
  const groups = pattern.exec(pathname)?.groups ?? {};
  return Object.fromEntries(Object.entries(groups).map(([name, value]) => [name, decoded(value)]));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw invalid('The path is not encoded well.');
  }
}

function plainHeaders({ headers }: IncomingMessage): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]),
  );
}

async function bodyOf(message: IncomingMessage): Promise<unknown> {
  message.setEncoding('utf8');
  let text = '';
  for await (const chunk of message) text += String(chunk);
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function send(response: ServerResponse, { status, body, headers = {}, ends }: Answered): void {
  const isPage = typeof body === 'string' && body.startsWith('<');
  const whole = isPage ? body : body === undefined ? '' : JSON.stringify(body);
  const text = ends === 'torn' ? whole.slice(0, whole.length / 2) : whole;
  const type = isPage ? 'text/html; charset=utf-8' : 'application/json;charset=UTF-8';
  response.writeHead(status, { ...headers, ...(text === '' ? {} : { 'Content-Type': type }) });
  response.end(text);
}
