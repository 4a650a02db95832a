import createClient from 'openapi-fetch';
import type { Client } from 'openapi-fetch';
import { ProblemError, problemIn } from './problem-error.ts';
import type { paths } from './schema.ts';

const TOKEN_HEADER = 'x-lethe-csrf';

/** The server's API, typed by its own description; what changes something carries the token of the session. */
export class Api {
  readonly client: Client<paths>;
  #token = '';

  constructor(ask: typeof fetch = (...given) => fetch(...given), origin: string = location.origin) {
    this.client = createClient<paths>({ baseUrl: origin, fetch: ask });
    this.client.use({
      onRequest: ({ request }) => {
        if (request.method !== 'GET') request.headers.set(TOKEN_HEADER, this.#token);
        return request;
      },
    });
  }

  /** Takes over the token of a session; only this page knows it. */
  carry(token: string): void {
    this.#token = token;
  }
}

interface Answer<T> {
  readonly data?: T;
  readonly error?: unknown;
  readonly response: Response;
}

/** What was answered. Throws `ProblemError` where that is a problem, has no body, or nobody answered. */
export async function answered<T>(asking: Promise<Answer<T>>): Promise<NonNullable<T>> {
  const data = await bodyOf(asking);
  if (data === undefined || data === null) throw new ProblemError(problemIn(data), 502);
  return data;
}

/** Waits for an answer that has no body. Throws `ProblemError` where it is a problem, or nobody answered. */
export async function done(asking: Promise<Answer<unknown>>): Promise<void> {
  await bodyOf(asking);
}

async function bodyOf<T>(asking: Promise<Answer<T>>): Promise<T | undefined> {
  const { data, error, response } = await asking.catch((cause: unknown) => {
    throw new ProblemError(problemIn(cause), 0);
  });
  if (error !== undefined || !response.ok) throw new ProblemError(problemIn(error), response.status);
  return data;
}
