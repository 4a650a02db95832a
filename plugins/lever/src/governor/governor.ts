import { governed as paced } from '@lethe/http';
import type { Governing } from '@lethe/http';
import type { Answer, HttpPort } from '../http-port.ts';

/** Keeps calls below Lever's limit: ten a second, twenty at once. See `governed` of @lethe/http for what it throws. */
export function governed(port: HttpPort, { clock, pace }: Pick<Governing<Answer>, 'clock' | 'pace'>): HttpPort {
  return paced(port, { host: 'Lever', clock, pace });
}
