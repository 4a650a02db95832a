import type { Clock } from '@lethe/core';
import type { HttpPort } from '../../http-port.ts';
import { OutOfTime } from '../../transport/out-of-time.ts';

/** Jira asks for a wait that does not fit into this invocation. Nothing is wrong: the work goes on in another one. */
export class WaitTooLong extends OutOfTime {
  /** When going on helps. */
  readonly until: Date;

  constructor(until: Date) {
    super();
    this.until = until;
  }
}

/** Milliseconds an invocation may still use. */
export type TimeLeft = () => number;

/** How much of an invocation's time may be used, in milliseconds. */
export interface Allowance {
  /** Kept to come to an end in good order. */
  readonly spare: number;
  readonly atMost?: number;
}

/** The time left but for what is to be spared, and never more than so much from now on. */
export function timeLeft(remaining: TimeLeft, { spare, atMost = Infinity }: Allowance): TimeLeft {
  const first = remaining();
  const end = first - Math.min(first - spare, atMost);
  return () => remaining() - end;
}

/** A way to Jira on which no call begins after its time; what is under way is finished. Throws `OutOfTime`. */
export function withinTime(port: HttpPort, left: TimeLeft): HttpPort {
  return async (call) => {
    if (left() <= 0) throw new OutOfTime();
    return port(call);
  };
}

/** A clock whose waits fit into the time left; one that does not ends the work at once. Throws `WaitTooLong`. */
export function clockWithin(clock: Clock, left: TimeLeft): Clock {
  return {
    now: () => clock.now(),
    wait: async (milliseconds) => {
      if (milliseconds > left()) throw new WaitTooLong(new Date(clock.now().getTime() + milliseconds));
      await clock.wait(milliseconds);
    },
  };
}
