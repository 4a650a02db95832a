/** An answer other than the one asked for. */
export class Refused extends Error {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(`status ${String(status)}`);
    this.status = status;
    this.body = { message, errors: [{ message, field: null }] };
    this.headers = headers;
  }
}

/** What goes back. */
export interface Answered {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A request, taken apart. */
export interface Request {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: unknown;
  readonly address: string;
}

/** One endpoint. `scope` is what version 3 wants for it. */
export interface Route {
  readonly method: 'GET' | 'PATCH' | 'PUT' | 'DELETE';
  readonly path: RegExp;
  readonly scope?: string;
  readonly answer: (request: Request, ids: readonly number[]) => Answered;
}

export function ok(body: unknown, headers: Readonly<Record<string, string>> = {}): Answered {
  return { status: 200, body, headers };
}

export function notFound(): Refused {
  return new Refused(404, 'Resource not found');
}

export function invalid(message: string): Refused {
  return new Refused(422, message);
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Numbers separated by commas; nothing where the parameter is missing. */
export function numbersIn(query: URLSearchParams, name: string): readonly number[] | undefined {
  const text = query.get(name);
  if (text === null) return undefined;
  const numbers = text.split(',').map(Number);
  if (numbers.some((one) => !Number.isInteger(one))) throw invalid(`${name} is invalid`);
  return numbers;
}
