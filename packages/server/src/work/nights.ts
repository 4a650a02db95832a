const DAY = 86_400_000;
/** When a night's runs begin, by the clock on the wall. */
const HOUR = 1;

/** The night a moment belongs to, by the date it began on: nights go from noon to noon. */
export function nightOf(moment: Date, timeZone: string): string {
  const { date, hour } = wallClock(moment, timeZone);
  return hour >= 12 ? date : dayBefore(date);
}

/** The next time it is one o'clock at night there. On the night the clocks go forward over it, the moment they do. */
export function tonight(now: Date, timeZone: string): Date {
  const { date, hour } = wallClock(now, timeZone);
  const day = hour < HOUR ? date : dayAfter(date);
  return momentOf(day, timeZone);
}

function momentOf(date: string, timeZone: string): Date {
  const wanted = Date.parse(`${date}T0${String(HOUR)}:00:00Z`);
  let moment = wanted - offsetAt(new Date(wanted), timeZone);
  // The offset may be another one at the moment that was found; of two such hours the first counts.
  const again = wanted - offsetAt(new Date(moment), timeZone);
  if (again !== moment) moment = Math.max(moment, again);
  return new Date(moment);
}

function offsetAt(moment: Date, timeZone: string): number {
  const { date, hour, minute, second } = wallClock(moment, timeZone);
  return Date.parse(`${date}T${two(hour)}:${two(minute)}:${two(second)}Z`) - Math.floor(moment.getTime() / 1000) * 1000;
}

interface WallClock {
  readonly date: string;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

function wallClock(moment: Date, timeZone: string): WallClock {
  const parts = new Intl.DateTimeFormat('en-CA', {
    ...{ timeZone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit' },
    ...{ hour: '2-digit', minute: '2-digit', second: '2-digit' },
  }).formatToParts(moment);
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.find((one) => one.type === type)?.value ?? '0';
  return {
    date: `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`,
    hour: Number(part('hour')),
    minute: Number(part('minute')),
    second: Number(part('second')),
  };
}

function dayBefore(date: string): string {
  return new Date(Date.parse(`${date}T12:00:00Z`) - DAY).toISOString().slice(0, 10);
}

function dayAfter(date: string): string {
  return new Date(Date.parse(`${date}T12:00:00Z`) + DAY).toISOString().slice(0, 10);
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
