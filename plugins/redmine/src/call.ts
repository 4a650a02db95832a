/** One call to Redmine. `what` is for messages, in fixed words: "read an issue". */
export interface Call {
  readonly what: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below Redmine's address, with a leading slash. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly body?: unknown;
}

/** What came back, whatever its status. */
export interface Answer {
  readonly status: number;
  /** The media type, e.g. `application/json; charset=utf-8`. */
  readonly type: string;
  readonly text: string;
  readonly retryAfter?: string;
}

/** Makes one call. Throws `HostError` if nothing comes back: a governor of rates or a test stands in front of it. */
export type Transport = (call: Call) => Promise<Answer>;
