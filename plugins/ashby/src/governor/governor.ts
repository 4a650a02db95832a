import { governed as paced } from '@lethe/http';
import type { Governing } from '@lethe/http';
import { isTooFast } from '../failure.ts';
import type { Answer, HttpPort } from '../http-port.ts';

/** Paces calls, as Ashby publishes no limit for them and answers 429 all the same. See `governed` of @lethe/http for what it throws. */
export function governed(port: HttpPort, { clock, pace }: Pick<Governing<Answer>, 'clock' | 'pace'>): HttpPort {
  return paced(port, { host: 'Ashby', clock, pace, isTooFast });
}
