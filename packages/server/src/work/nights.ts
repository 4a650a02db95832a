const DAY = 86_400_000;

/** The night a moment belongs to, by the date it began on: nights go from noon to noon. */
export function nightOf(moment: Date, timeZone: string): string {
  const { date, hour } = wallClock(moment, timeZone);
  return hour >= 12 ? date : dayBefore(date);
}

interface WallClock {
  readonly date: string;
  readonly hour: number;
}

function wallClock(moment: Date, timeZone: string): WallClock {
  const parts = new Intl.DateTimeFormat('en-CA', {
    ...{ timeZone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit' },
    hour: '2-digit',
  }).formatToParts(moment);
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.find((one) => one.type === type)?.value ?? '0';
  return {
    date: `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`,
    hour: Number(part('hour')),
  };
}

function dayBefore(date: string): string {
  return new Date(Date.parse(`${date}T12:00:00Z`) - DAY).toISOString().slice(0, 10);
}
