/** An answer other than the one asked for. */
export class Refused extends Error {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, code: string, headers: Readonly<Record<string, string>> = {}) {
    super(`status ${String(status)}`);
    this.status = status;
    this.body = { code, message: `The invented Lever answers ${code}.` };
    this.headers = headers;
  }
}

export function notFound(): Refused {
  return new Refused(404, 'ResourceNotFound');
}

export function invalid(): Refused {
  return new Refused(400, 'BadRequestError');
}

export function forbidden(): Refused {
  return new Refused(403, 'Forbidden');
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A list of texts in a body. */
export function textsIn(body: unknown, key: string): readonly string[] {
  const value = isObject(body) ? body[key] : undefined;
  if (!Array.isArray(value) || value.some((one) => typeof one !== 'string')) throw invalid();
  return value.map(String);
}
