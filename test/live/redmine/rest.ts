import { z } from 'zod';
import { ask } from '../shared/ask.ts';

/** How to reach a Redmine. */
export interface Access {
  /** Without a slash at the end. */
  readonly url: string;
  /** The API key of an administrator. */
  readonly key: string;
}

/** Calls to a Redmine's REST API as its administrator, or as somebody else. */
export interface Rest {
  get<T>(path: string, shape: z.ZodType<T>): Promise<T>;
  /** Makes something; the shape says what of the answer is wanted. */
  post<T>(path: string, body: unknown, shape: z.ZodType<T>): Promise<T>;
  put(path: string, body: unknown): Promise<void>;
  remove(path: string): Promise<void>;
  /** The token of an uploaded file. */
  upload(name: string, content: string): Promise<string>;
  /** The same, acting as the owner of a login. */
  as(login: string): Rest;
}

/** For answers nothing is read from. */
export const nothing = z.unknown();

/** Something with a number. */
export const numbered = z.object({ id: z.number() });

/** Calls to one Redmine. */
export function restOf(access: Access, login?: string): Rest {
  const call = caller(access, login);
  const json = (body: unknown): Body => ({ type: 'application/json', content: JSON.stringify(body) });
  return {
    get: async (path, shape) => shape.parse(await call('GET', path)),
    post: async (path, body, shape) => shape.parse(await call('POST', path, json(body))),
    put: async (path, body) => {
      await call('PUT', path, json(body));
    },
    remove: async (path) => {
      await call('DELETE', path);
    },
    upload: async (name, content) => {
      const path = `/uploads.json?filename=${encodeURIComponent(name)}`;
      return uploaded.parse(await call('POST', path, { type: 'application/octet-stream', content })).upload.token;
    },
    as: (other) => restOf(access, other),
  };
}

interface Body {
  readonly type: string;
  readonly content: string;
}

const uploaded = z.object({ upload: z.object({ token: z.string() }) });

function caller(access: Access, login?: string): (method: string, path: string, body?: Body) => Promise<unknown> {
  const who = { 'X-Redmine-API-Key': access.key, ...(login === undefined ? {} : { 'X-Redmine-Switch-User': login }) };
  return async (method, path, body) => {
    const more = body === undefined ? {} : { body: body.content };
    const headers = body === undefined ? who : { ...who, 'Content-Type': body.type };
    const answer = await ask(access.url + path, { method, headers, ...more });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`seeding: ${method} ${path} answered ${answer.status}: ${text.slice(0, 300)}`);
    const content: unknown = text.startsWith('{') ? JSON.parse(text) : {};
    return content;
  };
}
