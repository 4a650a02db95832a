/** A night of an installation: named by the date it begins on there, and when its runs begin. */
export interface Night {
  /** `2026-11-29`; there is one for each date, however long or short that day is. */
  readonly date: string;
  readonly at: Date;
}

/** When nights begin, by the clocks of a place. */
export interface NightHours {
  /** As the IANA names it: `Europe/Berlin`. */
  readonly zone: string;
  /** Minutes after midnight by its clocks; 60 unless told, which is one o'clock. */
  readonly minutes?: number;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const ONE_O_CLOCK = 60;
/** Clocks that were changed stay so for longer than this, everywhere. */
const SETTLED = 6 * HOUR;

/** Whether a time zone of that name is known here. */
export function isTimeZone(zone: string): boolean {
  try {
    return clockOf(zone).format(0) !== '';
  } catch {
    return false;
  }
}

/**
 * The night that begins next, after now. Where clocks are put back over its hour, it begins the first time they show it; where they
 * skip its hour, it begins at the moment they skip it. So each date has exactly one.
 */
export function tonight(now: Date, hours: NightHours): Night {
  return nights(now, hours).find(({ at }) => at > now) ?? never(hours);
}

/** The night that began last, at now or before. */
export function latestNight(now: Date, hours: NightHours): Night {
  return nights(now, hours).findLast(({ at }) => at <= now) ?? never(hours);
}

/** The nights of the dates around now. A place may have skipped a whole date; then that night begins with the next. */
function nights(now: Date, { zone, minutes = ONE_O_CLOCK }: NightHours): readonly Night[] {
  const clock = clockOf(zone);
  const today = midnightOf(shownBy(clock, now.getTime()));
  return [-2, -1, 0, 1, 2].map((days) => {
    const midnight = today + days * DAY;
    const at = firstAt(clock, midnight + minutes * 60_000);
    return { date: new Date(midnight).toISOString().slice(0, 10), at: new Date(at) };
  });
}

/**
 * The first moment at which the place's clocks show that time or a later one. What clocks show goes up steadily but for the moments they
 * are changed; those that are put back show nothing later than just before, so a search by halves finds the first.
 */
function firstAt(clock: Intl.DateTimeFormat, wanted: number): number {
  let before = wanted - 27 * HOUR;
  let from = wanted + 27 * HOUR;
  // Clocks that are put back show the hour before twice: from then on they show too little for a while.
  for (const change of changesBetween(clock, before, from)) {
    if (shownBy(clock, change - 1) >= wanted) {
      from = Math.min(from, change - 1);
      break;
    }
    before = change;
    if (shownBy(clock, change) >= wanted) return change;
  }
  while (from - before > 1) {
    const middle = Math.floor((before + from) / 2);
    if (shownBy(clock, middle) >= wanted) from = middle;
    else before = middle;
  }
  return from;
}

/** Moments from which on clocks are another time away from universal time, in order. */
function changesBetween(clock: Intl.DateTimeFormat, begin: number, end: number): readonly number[] {
  const changes: number[] = [];
  for (let hour = begin; hour < end; hour += SETTLED) {
    if (offset(clock, hour) === offset(clock, hour + SETTLED)) continue;
    let [before, from] = [hour, hour + SETTLED];
    while (from - before > 1) {
      const middle = Math.floor((before + from) / 2);
      if (offset(clock, middle) === offset(clock, hour)) before = middle;
      else from = middle;
    }
    changes.push(from);
  }
  return changes;
}

function offset(clock: Intl.DateTimeFormat, at: number): number {
  return shownBy(clock, at) - at;
}

/** What the clocks show, as if it were universal time, to the millisecond. */
function shownBy(clock: Intl.DateTimeFormat, at: number): number {
  const part = Object.fromEntries(clock.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  return Date.UTC(year, month - 1, day, hour, minute, second) + (((at % 1000) + 1000) % 1000);
}

function midnightOf(shown: number): number {
  return shown - (((shown % DAY) + DAY) % DAY);
}

function clockOf(zone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    ...{ year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' },
  });
}

function never({ zone }: NightHours): never {
  throw new RangeError(`There is no night around now in ${zone}.`);
}
