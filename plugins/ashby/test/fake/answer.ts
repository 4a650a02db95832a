/** An answer other than the one asked for: Ashby says no with 200 in most cases. */
export class Refused extends Error {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;

  constructor(code: string, status = 200, headers: Readonly<Record<string, string>> = {}) {
    super(code);
    this.status = status;
    this.body = refusal(code);
    this.headers = headers;
  }
}

/** The way Ashby writes a no. */
export function refusal(code: string): object {
  const errorInfo = { code, message: `The invented Ashby answers ${code}.`, requestId: '01INVENTED' };
  return { success: false, errors: [code], errorInfo };
}

export function notFound(what: string): Refused {
  return new Refused(`${what}_not_found`);
}

export function invalid(): Refused {
  return new Refused('invalid_input');
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A text of a body; throws Ashby's own no if it is none. */
export function textIn(body: unknown, key: string): string {
  const value = isObject(body) ? body[key] : undefined;
  if (typeof value !== 'string') throw invalid();
  return value;
}

/** A list of a body. */
export function listIn(body: unknown, key: string): readonly unknown[] {
  const value = isObject(body) ? body[key] : undefined;
  if (!Array.isArray(value)) throw invalid();
  return value;
}

/** Refuses what has more in it than Ashby knows. */
export function only(body: unknown, keys: readonly string[]): Readonly<Record<string, unknown>> {
  if (!isObject(body) || Object.keys(body).some((key) => !keys.includes(key))) throw invalid();
  return body;
}
