/** One call to Lever, whichever way it travels. `what` is for messages, in fixed words: "read a contact". */
export interface Call {
  readonly what: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Below the API's address, with a leading slash: `/opportunities`. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly body?: unknown;
}

/** What came back, whatever its status. */
export interface Answer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** The body, parsed; `undefined` where there is none, or where it is no JSON. */
  readonly json: unknown;
}

/** Makes one call. Throws `HostError` (`down`, `unreadable`) only if nothing comes back; a governor or a test stands in front of it. */
export type HttpPort = (call: Call) => Promise<Answer>;
