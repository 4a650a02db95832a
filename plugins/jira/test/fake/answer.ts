/** An answer other than the one asked for. */
export class Refused extends Error {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, body?: unknown, headers: Readonly<Record<string, string>> = {}) {
    super(`status ${status}`);
    this.status = status;
    this.body = body;
    this.headers = headers;
  }

  /** The same with more headers. */
  with(headers: Readonly<Record<string, string>>): Refused {
    return new Refused(this.status, this.body, { ...headers, ...this.headers });
  }
}

/** What the platform says when something is wrong. */
export function errorsOf(
  messages: readonly string[],
  errors: Readonly<Record<string, string>> = {},
): Readonly<Record<string, unknown>> {
  return { errorMessages: messages, errors };
}

export function invalid(message: string, errors: Readonly<Record<string, string>> = {}): Refused {
  return new Refused(400, errorsOf(message === '' ? [] : [message], errors));
}

export function unauthorized(): Refused {
  return new Refused(401, errorsOf(['Client must be authenticated to access this resource.']));
}

export function forbidden(message = 'You do not have the permission to do this.'): Refused {
  return new Refused(403, errorsOf([message]));
}

export function notFound(message = 'Issue does not exist or you do not have permission to see it.'): Refused {
  return new Refused(404, errorsOf([message]));
}

/** Jira can do this and the fake cannot: better said than passed over. */
export function beyondTheFake(what: string): Refused {
  return new Refused(501, errorsOf([`The fake cannot do this: ${what}.`]));
}

/** What Jira Service Management says when something is wrong. */
export function serviceDeskRefusal(status: number, errorMessage: string): Refused {
  const i18nErrorMessage = { i18nKey: 'sd.invented.error', parameters: [] };
  return new Refused(status, { errorMessage, i18nErrorMessage });
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A value of a field as text. */
export function wordOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
