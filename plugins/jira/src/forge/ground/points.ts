import { z } from 'zod';
import { HourlyPoints } from '../../governor/hourly-points.ts';
import { Notes } from './notes.ts';

/**
 * Points an hour one site allows itself, of the 65,000 that all customers of the app have together: enough for a person with a few thousand issues,
 * and not enough to leave nothing for others. https://developer.atlassian.com/cloud/jira/platform/rate-limiting/
 */
export const SHARE = 20_000;
const KEY = 'hour';

const notes = new Notes('points', z.object({ hour: z.number(), points: z.number() }));

/** The points of this hour as earlier invocations left them. */
export async function pointsOfHour(): Promise<HourlyPoints> {
  const spent = await notes.get(KEY);
  return new HourlyPoints({ share: SHARE, ...(spent === undefined ? {} : { spent }) });
}

/** Tells the next invocation what was used up. What fails here costs nobody anything but a refusal of Jira's. */
export async function tellPoints(points: HourlyPoints, now: Date): Promise<void> {
  await notes.put(KEY, points.spent(now.getTime()), { days: 1 }).catch(() => undefined);
}
