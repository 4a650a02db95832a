/** One call to Zendesk, whichever way it travels. `what` is for messages, in fixed words: "read the comments of a ticket". */
export interface Call {
  readonly what: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below the account's address, with a leading slash: `/api/v2/users/me.json`. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly body?: unknown;
}

/** What came back, whatever its status. */
export interface Answer {
  readonly status: number;
  /** Names in lower case. A transport that cannot see headers leaves them out. */
  readonly headers: Readonly<Record<string, string>>;
  /** The body, parsed; `undefined` where there is none, or where it is no JSON. */
  readonly json: unknown;
}

/** Makes one call. Throws `HostError` (`down`, `unreadable`) only if nothing comes back; a governor or a test stands in front of it. */
export type HttpPort = (call: Call) => Promise<Answer>;
