/** An answer other than the one asked for. */
export class Refused extends Error {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, body?: unknown, headers: Readonly<Record<string, string>> = {}) {
    super(`status ${String(status)}`);
    this.status = status;
    this.body = body;
    this.headers = headers;
  }

  /** The same with more headers. */
  with(headers: Readonly<Record<string, string>>): Refused {
    return new Refused(this.status, this.body, { ...headers, ...this.headers });
  }
}

/** What is wrong with a record, by property, in Zendesk's form. */
export function invalid(faults: Readonly<Record<string, string>>): Refused {
  const details = Object.fromEntries(
    Object.entries(faults).map(([property, description]) => [property, [{ description }]]),
  );
  return new Refused(422, { error: 'RecordInvalid', description: 'Record validation errors', details });
}

export function notFound(): Refused {
  return new Refused(404, { error: 'RecordNotFound', description: 'Not found' });
}

export function forbidden(description = 'You do not have access to this page.'): Refused {
  return new Refused(403, { error: 'Forbidden', description });
}

/** A request that is not understood. */
export function unprocessable(error: string, description: string): Refused {
  return new Refused(422, { error, description });
}

/** Zendesk can do this and the fake cannot: better said than passed over. */
export function checkKnown(given: Readonly<Record<string, unknown>>, unknown: readonly string[]): void {
  const [beyond] = unknown.filter((key) => key in given);
  if (beyond !== undefined)
    throw new Refused(501, { error: 'NotInTheFake', description: `The fake cannot change ${beyond}` });
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A part of a request's body, which must be an object. */
export function objectIn(body: unknown, key: string): Record<string, unknown> {
  const value = isObject(body) ? body[key] : undefined;
  if (!isObject(value)) throw new Refused(400, { error: `Parameter ${key} is required` });
  return value;
}

/** Numbers in `?ids=1,2`; Zendesk takes a hundred. */
export function idsIn(query: URLSearchParams, key = 'ids'): number[] {
  const ids = (query.get(key) ?? '').split(',').filter((id) => id !== '');
  if (ids.length === 0) throw new Refused(400, { error: `Parameter ${key} is required` });
  if (ids.length > 100) throw new Refused(400, { error: 'TooManyValues', description: 'At most 100 ids' });
  return ids.map(Number);
}
