import { HostError } from '@lethe/core';
import type { Clock } from '@lethe/core';
import type { HttpPort } from '../../http-port.ts';

/** A call is waited for so often. */
const TRIES = 5;

/**
 * A way to Jira that waits as long as Jira asks for and then calls again; for reading, where nobody else is patient. Throws what the clock throws if
 * the wait does not fit, else the `HostError`.
 */
export function patientPort(port: HttpPort, clock: Clock): HttpPort {
  return async (call) => {
    for (let tries = 1; ; tries += 1) {
      try {
        return await port(call);
      } catch (error) {
        if (!(error instanceof HostError) || error.retryAt === undefined || tries === TRIES) throw error;
        await clock.wait(Math.max(0, error.retryAt.getTime() - clock.now().getTime()));
      }
    }
  };
}
