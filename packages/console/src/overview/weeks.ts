import type { components } from '../api/schema.ts';

/** Figures of a week, as the server counts them. */
export type WeekFigures = components['schemas']['WeekFigures'];

/** What began in a week, by what it is at. */
export interface RunsOfWeek {
  readonly week: string;
  readonly done: number;
  readonly gaps: number;
  readonly open: number;
  readonly ended: number;
}

/** How steps ended in a week. */
export interface OutcomesOfWeek {
  readonly week: string;
  readonly proven: number;
  readonly claimed: number;
  readonly rest: number;
}

const WEEK = 7 * 86_400_000;

/** So many weeks in a row, the last one that of `now`; weeks without anything are there with noughts. */
export function inARow(weeks: readonly WeekFigures[], now: Date, many: number): readonly WeekFigures[] {
  const byWeek = new Map(weeks.map((one) => [one.week, one]));
  const last = mondayOf(now);
  return Array.from({ length: many }, (_, index) => {
    const week = dayOf(last - (many - 1 - index) * WEEK);
    return byWeek.get(week) ?? { week, runs: {}, outcomes: {} };
  });
}

/** Runs of each week for a chart. */
export function runsOf({ week, runs }: WeekFigures): RunsOfWeek {
  const { done = 0, queued = 0, running = 0, stopped = 0, superseded = 0 } = runs;
  return {
    week,
    done,
    gaps: runs['done-with-gaps'] ?? 0,
    open: queued + running + stopped,
    ended: superseded + (runs['called-off'] ?? 0),
  };
}

/** Outcomes of each week for a chart. */
export function outcomesOf({ week, outcomes }: WeekFigures): OutcomesOfWeek {
  const { clean = 0, unprovable = 0, waiting = 0, refused = 0, stale = 0 } = outcomes;
  return {
    week,
    proven: clean + (outcomes['already-clean'] ?? 0),
    claimed: unprovable + waiting,
    rest: refused + stale + (outcomes['still-there'] ?? 0),
  };
}

function mondayOf(now: Date): number {
  const day = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate());
  return day - ((now.getUTCDay() + 6) % 7) * 86_400_000;
}

function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
