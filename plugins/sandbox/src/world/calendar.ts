/** The desk's first day. The world has days of its own, so that it is the same whenever it is made. */
export const beginning: Date = new Date('2025-01-07T07:30:00.000Z');
/** The desk's last moment. */
export const ending: Date = new Date('2026-11-20T15:00:00.000Z');
/** Tickets opened before are archived. */
export const archivedBefore: Date = new Date('2025-07-01T00:00:00.000Z');

const HOUR_MS = 3_600_000;
const OPENS = 6;
const CLOSES = 19;

/** A later moment in working hours, though never after the desk's last. */
export function later(moment: Date, minutes: number): Date {
  const then = inWorkingHours(new Date(moment.getTime() + minutes * 60_000));
  return then > ending ? ending : then;
}

/** Nobody writes at night: what falls there is put off until the morning. */
function inWorkingHours(moment: Date): Date {
  const hour = moment.getUTCHours();
  if (hour >= OPENS && hour < CLOSES) return moment;
  const untilMorning = hour < OPENS ? OPENS - hour : 24 - hour + OPENS;
  return new Date(moment.getTime() + untilMorning * HOUR_MS);
}

/** The moment a ticket is opened: all are spread evenly, in the order of their numbers. */
export function openingOf(index: number, count: number): Date {
  const span = ending.getTime() - beginning.getTime();
  return later(new Date(beginning.getTime() + Math.floor(((index + 0.5) / count) * span)), 0);
}

/** A date as people write it in a mail. */
export function writtenDate(moment: Date): string {
  return `${moment.toISOString().slice(0, 10)} ${moment.toISOString().slice(11, 16)}`;
}
