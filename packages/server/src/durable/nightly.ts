import { latestNight } from './night.ts';
import type { Bench } from './shift.ts';

/** Begins what is due of what is done once a night, unless another worker has. */
export async function beginNights(bench: Bench, now: Date): Promise<void> {
  const { options, timeClock } = bench;
  for (const nightly of options.nightly ?? []) {
    const { name } = nightly;
    const night = latestNight(now, await nightly.hours());
    if (!(await timeClock.beginNight(name, night.date))) continue;
    bench.tell({ what: 'night-begun', name, date: night.date });
    try {
      await nightly.begin(night);
      await timeClock.endNight(name, night.date);
    } catch {
      // It is begun anew later; what was thrown may hold what a host said.
      bench.tell({ what: 'night-failed', name, date: night.date });
    }
  }
}
