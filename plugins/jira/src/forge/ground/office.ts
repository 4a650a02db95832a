import type { HourlyPoints } from '../../governor/hourly-points.ts';
import type { ForgeUser } from '../../transport/forge-transport.ts';
import type { SettingsInput } from '../protocol/settings-input.ts';
import { storedSettings } from '../settings/settings.ts';
import { timeLeft } from './deadline.ts';
import type { Allowance, TimeLeft } from './deadline.ts';
import { keepingOf } from './keeping.ts';
import type { Keeping } from './keeping.ts';
import { outside } from './outside.ts';
import type { Outside } from './outside.ts';
import { pointsOfHour, tellPoints } from './points.ts';

/** What one invocation works with. */
export interface Office {
  readonly outside: Outside;
  readonly keeping: Keeping;
  readonly settings: SettingsInput;
  /** Milliseconds its work may still take. */
  readonly left: TimeLeft;
  /** This hour's points. */
  readonly points: HourlyPoints;
}

/** How it is opened. */
export interface Opening {
  /** In whose name calls are made that need a person. */
  readonly user: ForgeUser;
  readonly allowance: Allowance;
}

/**
 * Does some work in it, and closes it: runs that were begun here are nobody's then, and the next invocation learns how many points were used up.
 * Throws `StoreError`, `RuleError`, and what the work throws.
 */
export async function inOffice<T>({ user, allowance }: Opening, work: (office: Office) => Promise<T>): Promise<T> {
  const around = outside(user);
  const left = timeLeft(around.remaining, allowance);
  const [keeping, settings, points] = await Promise.all([keepingOf(around), storedSettings(), pointsOfHour()]);
  try {
    return await work({ outside: around, left, keeping, settings, points });
  } finally {
    await Promise.allSettled([keeping.store.close(), tellPoints(points, around.clock.now())]);
  }
}

/** The time, as it is written down. */
export function momentIn({ outside: { clock } }: Pick<Office, 'outside'>): string {
  return clock.now().toISOString();
}
