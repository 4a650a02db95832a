import { tonight } from '../durable/night.ts';

/**
 * When a run that is approved now begins: after the time in which it can be taken back, and with the next night after that if it is to
 * be one of the night. A word that was given days later does not make a run of the night one of the day.
 */
export function beginsAt(now: Date, { minutes, night, zone }: Beginning): Date {
  const grace = new Date(now.getTime() + minutes * 60_000);
  return night ? tonight(grace, { zone }).at : grace;
}

/** How the begin of a run is found. */
export interface Beginning {
  readonly minutes: number;
  readonly night: boolean;
  /** The installation's time zone. */
  readonly zone: string;
}
