/**
 * The time this invocation has is over, so the call was not begun, or was given up: go on in another one. No failure of Jira's, hence no
 * `HostError`: nobody is to be patient with it.
 */
export class OutOfTime extends Error {
  override readonly name = 'OutOfTime';

  constructor() {
    super('The time of this invocation is over. The next one goes on where this one stopped.');
  }
}

/** How long one call may take. */
export interface Allowed {
  readonly milliseconds: number;
  /** Whether it is the invocation that ends then, not Jira that takes too long. */
  readonly isLast: boolean;
}

/**
 * The time a call may take: no more than any call, and no more than is left, with some kept to put things in order. Throws `OutOfTime`
 * where that is nothing.
 */
export function allowedFor(
  remaining: number,
  { most, kept }: { readonly most: number; readonly kept: number },
): Allowed {
  const left = remaining - kept;
  if (left <= 0) throw new OutOfTime();
  return { milliseconds: Math.min(most, left), isLast: left < most };
}

/** Does the work, or gives it up when its time is over: rejects with what the signal says, whether the work listens to it or not. */
export async function inTime<T>(milliseconds: number, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const signal = AbortSignal.timeout(Math.ceil(milliseconds));
  const over = new Promise<never>((_, giveUp) => {
    signal.addEventListener('abort', () => giveUp(timeOver()), { once: true });
  });
  return Promise.race([work(signal), over]);
}

function timeOver(): Error {
  return new DOMException('The time is over.', 'TimeoutError');
}
