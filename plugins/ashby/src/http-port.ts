/** Every call of Ashby's API that is made here; all of them are POST: https://developers.ashbyhq.com/reference */
export const endpoints = [
  'application.info',
  'applicationFeedback.list',
  'candidate.anonymize',
  'candidate.info',
  'candidate.list',
  'candidate.listClientInfo',
  'candidate.listNotes',
  'candidate.removeTag',
  'candidate.search',
  'candidate.update',
  'customField.list',
  'customField.setValue',
  'customField.setValues',
  'interviewSchedule.list',
  'offer.list',
] as const;
export type Endpoint = (typeof endpoints)[number];

/** One call to Ashby, whichever way it travels. `what` is for messages, in fixed words: "read a candidate". */
export interface Call {
  readonly what: string;
  readonly endpoint: Endpoint;
  /** Sent as JSON. */
  readonly body: Readonly<Record<string, unknown>>;
  /** What Ashby asks of this call, in one fixed sentence, for when it says no. */
  readonly asks?: string;
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
