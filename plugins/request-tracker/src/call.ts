/** One call to Request Tracker. `what` is for messages, in fixed words: "read tickets". */
export interface Call {
  readonly what: string;
  readonly method: 'GET' | 'POST' | 'PUT';
  /** Below RT's address, with a leading slash. Never anything personal: it ends in access logs. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Sent as a form, where RT takes a search no other way. */
  readonly form?: Readonly<Record<string, string>>;
}

/** What came back, whatever its status. */
export interface Answer {
  readonly status: number;
  /** The media type, e.g. `application/json; charset="utf-8"`. */
  readonly type: string;
  readonly text: string;
  readonly retryAfter?: string;
}

/** Makes one call. Throws `HostError` if nothing comes back: a governor of rates or a test stands in front of it. */
export type Transport = (call: Call) => Promise<Answer>;
