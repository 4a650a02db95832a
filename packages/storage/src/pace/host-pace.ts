/** How fast the calls of one host account may be made, by all workers together. */
export interface PaceLimits {
  /** Calls a second, in the long run. */
  readonly perSecond: number;
  /** Calls at once after a rest; 1 unless told. */
  readonly atOnce?: number;
}

/** The pace of one host account, kept by all processes on this database together. */
export interface HostPace {
  /**
   * Resolves when the next call may be made; its moment is taken. With no limits it only waits while the host is closed.
   * Throws `HostError` `too-fast`, with `retryAt`, where the wait would be longer than a minute, or was cut short.
   */
  turn(limits?: PaceLimits): Promise<void>;
  /** The host asked everybody to leave it alone until then (`Retry-After`); never shortens what was asked before. */
  closeUntil(until: Date): Promise<void>;
}
