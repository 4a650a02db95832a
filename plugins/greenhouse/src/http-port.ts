/** One call to Greenhouse, whichever way it travels. `what` is for messages, in fixed words: "read a candidate". */
export interface Call {
  readonly what: string;
  readonly method: 'GET' | 'PATCH' | 'PUT' | 'DELETE';
  /** Below the host's address, with a leading slash: `/v3/candidates`. */
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

/** Makes one call. Throws `HostError` (`down`, `unreadable`, `signed-out`) only if no answer to the call comes back. */
export type HttpPort = (call: Call) => Promise<Answer>;
