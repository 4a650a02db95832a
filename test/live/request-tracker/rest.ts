import { z } from 'zod';
import { ask } from '../shared/ask.ts';
import type { Character } from '../shared/cast.ts';

/** How to reach a Request Tracker. */
export interface Access {
  /** Without a slash at the end. */
  readonly url: string;
  /** The token of a SuperUser. */
  readonly token: string;
}

/** Calls to REST 2.0 as the service account, or as somebody else. */
export interface Rest {
  get<T>(path: string, shape: z.ZodType<T>): Promise<T>;
  /** Makes something; the shape says what of the answer is wanted. */
  post<T>(path: string, body: unknown, shape: z.ZodType<T>): Promise<T>;
  put(path: string, body: unknown): Promise<void>;
  /** The same, signed in as somebody. */
  as(who: Pick<Character, 'login' | 'password'>): Rest;
}

/** For answers nothing is read from. */
export const nothing = z.unknown();

/** Something with a number, which RT gives now as a number and now as a text. */
export const numbered = z.object({ id: z.coerce.number() });

/** Calls to one Request Tracker. */
export function restOf(access: Access, who?: Pick<Character, 'login' | 'password'>): Rest {
  const call = caller(access, who);
  return {
    get: async (path, shape) => shape.parse(await call('GET', path)),
    post: async (path, body, shape) => shape.parse(await call('POST', path, body)),
    put: async (path, body) => {
      await call('PUT', path, body);
    },
    as: (other) => restOf(access, other),
  };
}

type Call = (method: string, path: string, body?: unknown) => Promise<unknown>;

function caller({ url, token }: Access, who?: Pick<Character, 'login' | 'password'>): Call {
  const basic = (one: Pick<Character, 'login' | 'password'>): string =>
    `Basic ${Buffer.from(`${one.login}:${one.password}`).toString('base64')}`;
  const headers = {
    Authorization: who === undefined ? `token ${token}` : basic(who),
    'Content-Type': 'application/json',
  };
  return async (method, path, body) => {
    const more = body === undefined ? {} : { body: JSON.stringify(body) };
    const answer = await ask(`${url}/REST/2.0${path}`, { method, headers, ...more });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`seeding: ${method} ${path} answered ${answer.status}: ${text.slice(0, 300)}`);
    const content: unknown = /^\s*[{[]/.test(text) ? JSON.parse(text) : {};
    return content;
  };
}
