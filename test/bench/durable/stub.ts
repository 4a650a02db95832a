import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

import { portOf } from './port-of.ts';

/** A help desk over HTTP that holds mails of invented people and counts what is done to them, by whom, and when. */
export interface Stub {
  readonly address: string;
  readonly counts: StubCounts;
  /** Steps that were carried out once, more often, or never, of so many people with so many mails. */
  tally(people: number, mails: number): StubTally;
  /** Takes every effect and every count back. */
  reset(): void;
  close(): Promise<void>;
}

/** What has come in so far. */
export interface StubCounts {
  readonly reads: number;
  readonly writes: number;
  /** Writes that came while another worker's write to the same person was still under way. */
  readonly twoAtOnce: number;
  readonly writesOf: ReadonlyMap<string, number>;
}

/** How often steps were carried out. */
export interface StubTally {
  readonly never: number;
  readonly once: number;
  readonly repeated: readonly Repeat[];
}

/** A step that was carried out more than once. */
export interface Repeat {
  readonly step: string;
  readonly by: readonly { readonly worker: string; readonly begun: number; readonly ended: number }[];
}

interface Call {
  readonly worker: string;
  readonly begun: number;
  readonly ended: number;
}

/** The person with this number goes by this address. */
export function addressOf(person: string): string {
  return `person-${person}@durable.test`;
}

/** Starts it on a free port of this machine; without a delay it answers at once. A write takes effect at the end of its delay, whether its caller still lives or not. */
export async function startStub(delay: (() => number) | undefined, mails: number): Promise<Stub> {
  const desk = new StubDesk(delay, mails);
  const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
    void desk.answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${String(portOf(server))}`,
    get counts() {
      return desk.counts;
    },
    tally: (people, of) => desk.tally(people, of),
    reset: () => desk.reset(),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

class StubDesk {
  readonly #delay: (() => number) | undefined;
  readonly #mails: number;
  readonly #calls = new Map<string, Call[]>();
  readonly #underWay = new Map<string, Set<string>>();
  readonly #writesOf = new Map<string, number>();
  #reads = 0;
  #writes = 0;
  #twoAtOnce = 0;

  constructor(delay: (() => number) | undefined, mails: number) {
    this.#delay = delay;
    this.#mails = mails;
  }

  get counts(): StubCounts {
    return { reads: this.#reads, writes: this.#writes, twoAtOnce: this.#twoAtOnce, writesOf: this.#writesOf };
  }

  reset(): void {
    this.#calls.clear();
    this.#writesOf.clear();
    this.#reads = this.#writes = this.#twoAtOnce = 0;
  }

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, , person = '', , mail] = (request.url ?? '').split('/');
    if (request.method === 'GET') return this.#show(person, response);
    request.resume();
    await this.#write(`${person}/${mail ?? ''}`, person, String(request.headers['x-worker']));
    response.end('{}');
  }

  async #show(person: string, response: ServerResponse): Promise<void> {
    this.#reads += 1;
    if (this.#delay !== undefined) await pause(this.#delay());
    const mails = Array.from({ length: this.#mails }, (_, mail) => {
      const blank = this.#calls.has(`${person}/${String(mail)}`);
      return { mail, text: blank ? '' : `Mail ${String(mail)} of ${addressOf(person)}, please call me back.` };
    });
    response.end(JSON.stringify(mails));
  }

  async #write(step: string, person: string, worker: string): Promise<void> {
    this.#writes += 1;
    this.#writesOf.set(worker, (this.#writesOf.get(worker) ?? 0) + 1);
    const under = this.#underWay.get(person) ?? new Set();
    this.#underWay.set(person, under);
    if ([...under].some((other) => other !== worker)) this.#twoAtOnce += 1;
    under.add(worker);
    const call = { worker, begun: performance.now() };
    if (this.#delay !== undefined) await pause(this.#delay());
    this.#calls.set(step, [...(this.#calls.get(step) ?? []), { ...call, ended: performance.now() }]);
    under.delete(worker);
  }

  tally(people: number, mails: number): StubTally {
    const repeated: Repeat[] = [];
    let never = 0;
    let once = 0;
    for (let person = 0; person < people; person += 1) {
      for (let mail = 0; mail < mails; mail += 1) {
        const step = `${String(person)}/${String(mail)}`;
        const by = this.#calls.get(step) ?? [];
        if (by.length === 0) never += 1;
        else if (by.length === 1) once += 1;
        else repeated.push({ step, by });
      }
    }
    return { never, once, repeated };
  }
}
