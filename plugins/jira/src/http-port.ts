import type { Endpoint } from './endpoints.ts';

/** One call to Jira, whichever way it travels. `what` is for messages, in fixed words: "read the comments of an issue". */
export interface Call {
  readonly what: string;
  readonly endpoint: Endpoint;
  /** What goes into the gaps of the endpoint's path, not yet encoded. */
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** On whose behalf a Forge app calls; left out, the app's own. Where there is one login only, this says nothing. */
  readonly as?: 'app' | 'user';
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

/** The methods Jira is called with. */
export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

const methods: readonly Method[] = ['GET', 'POST', 'PUT', 'DELETE'];

/** The method of a call. */
export function methodOf(call: Pick<Call, 'endpoint'>): Method {
  const [word] = call.endpoint.split(' ', 1);
  const method = methods.find((known) => known === word);
  if (method === undefined) throw new Error('an endpoint begins with its method');
  return method;
}

/** The path of a call, below the site's address, each gap filled with its value, percent-encoded. */
export function pathOf(call: Pick<Call, 'endpoint' | 'params'>): string {
  const template = call.endpoint.slice(call.endpoint.indexOf(' ') + 1);
  return template.replaceAll(/\{(\w+)\}/g, (_gap, name: string) => {
    const value = call.params?.[name];
    if (value === undefined || value === '') throw new Error('a gap in the path of a call is left open');
    return encodeURIComponent(value);
  });
}
