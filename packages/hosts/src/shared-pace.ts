/** The pace of one host account, kept by all processes that use it: see `Storage.pace`. */
export interface SharedPace {
  /** Resolves when the next call may be made. Throws `HostError` `too-fast` where that is not soon, and `Fenced` in a run others have. */
  turn(limits?: PaceLimits): Promise<void>;
  /** The host asked everybody to leave it alone until then. */
  closeUntil(until: Date): Promise<void>;
}

/** Calls a second in the long run, and at once after a rest. */
export interface PaceLimits {
  readonly perSecond: number;
  readonly atOnce?: number;
}

/** How calls share a pace. */
export interface Sharing<Answer> {
  /** Missing where one process alone uses the account: its own governor is all there is then. */
  readonly pace: SharedPace | undefined;
  /** Missing where the host publishes no limit for all calls: then they only wait while it is closed. */
  readonly limits?: PaceLimits;
  /** What an answer asks of everybody; without it no answer closes the host. */
  readonly closedUntil?: (answer: Answer) => Date | undefined;
}

/** A way to a host whose calls are made at the pace all processes share. It stands below a governor, which knows what kind of call waits. */
export function sharing<Call, Answer>(
  port: (call: Call) => Promise<Answer>,
  { pace, limits, closedUntil }: Sharing<Answer>,
): (call: Call) => Promise<Answer> {
  if (pace === undefined) return port;
  return async (call) => {
    await pace.turn(limits);
    const answer = await port(call);
    const until = closedUntil?.(answer);
    if (until !== undefined) await pace.closeUntil(until);
    return answer;
  };
}

/** Until when a refusal with 429 asks to be left alone, by `Retry-After` in seconds or as a date; a minute where it does not say. */
export function closedBy429({ status, headers }: Refusable): Date | undefined {
  if (status !== 429) return undefined;
  const said = headers['retry-after']?.trim() ?? '60';
  const until = /^\d{1,6}$/.test(said) ? Date.now() + Number(said) * 1000 : Date.parse(said);
  return new Date(Number.isNaN(until) ? Date.now() + 60_000 : Math.min(until, Date.now() + 86_400_000));
}

/** The same for transports that hand on that one header. Redmine and Request Tracker never say so; a proxy before them may. */
export function closedUntil({
  status,
  retryAfter,
}: {
  readonly status: number;
  readonly retryAfter?: string;
}): Date | undefined {
  return closedBy429({ status, headers: retryAfter === undefined ? {} : { 'retry-after': retryAfter } });
}

interface Refusable {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
}
