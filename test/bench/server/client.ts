import { Agent, request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';

/** One answer, or what came instead. */
export interface Taken {
  /** Method and pattern of the route. */
  readonly route: string;
  readonly milliseconds: number;
  /** 0: no answer came. */
  readonly status: number;
}

/** Method and path. */
export type Asked = readonly [method: 'GET' | 'POST', path: string];

/** What a stream of events came to. */
export interface Listened {
  readonly events: number;
  /** It ended before it was to. */
  readonly cut: boolean;
}

/** Somebody's browser: keeps its connection, sends its session and token, and notes how long each answer took. */
export class Client {
  readonly taken: Taken[] = [];
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 });
  readonly #address: string;
  readonly #cookie: string;
  #token = '';

  constructor(address: string, secret: string) {
    this.#address = address;
    this.#cookie = `plain-lethe=${secret}`;
  }

  async begin(): Promise<void> {
    const session = await this.ask(['GET', '/session']);
    this.#token = /"token":"([^"]+)"/.exec(JSON.stringify(session))?.[1] ?? '';
  }

  /** Asks and notes how long it took; answers the body as JSON, or nothing where none came. */
  async ask(asked: Asked, body?: object): Promise<unknown> {
    const began = performance.now();
    const note = (status: number): void => {
      this.taken.push({ route: routeOf(asked), milliseconds: performance.now() - began, status });
    };
    try {
      const answer = await this.#send(asked, body);
      const read = await text(answer);
      note(answer.statusCode ?? 0);
      return read === '' ? undefined : JSON.parse(read);
    } catch {
      note(0);
      return undefined;
    }
  }

  /** Holds a stream of events open until it is told to end it. */
  async listen(path: string, until: AbortSignal): Promise<Listened> {
    let events = 0;
    const answer = await this.#send(['GET', path], undefined, new Agent());
    until.addEventListener('abort', () => answer.destroy());
    try {
      for await (const some of answer) events += String(some).split('event: run').length - 1;
    } catch {
      // Ended by us, or cut: `until` tells.
    }
    return { events, cut: !until.aborted };
  }

  close(): void {
    this.#agent.destroy();
  }

  async #send([method, path]: Asked, body?: object, agent = this.#agent): Promise<IncomingMessage> {
    const payload = body === undefined ? undefined : JSON.stringify(body);
    const headers = {
      ...{ cookie: this.#cookie, origin: this.#address, 'sec-fetch-site': 'same-origin', 'x-lethe-csrf': this.#token },
      ...(payload === undefined ? {} : { 'content-type': 'application/json' }),
    };
    return new Promise((resolve, reject) => {
      const asking = request(new URL(path, this.#address), { method, headers, agent, timeout: 30_000 });
      asking.once('timeout', () => asking.destroy(new Error('no answer')));
      asking.once('response', resolve).once('error', reject).end(payload);
    });
  }
}

function routeOf([method, path]: Asked): string {
  return `${method} ${path.replace(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/, ':id')}`;
}
