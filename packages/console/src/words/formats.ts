import type { Language } from './languages.ts';

/** Numbers and times as a language writes them. */
export interface Formats {
  readonly number: (value: number) => string;
  /** A share from 0 to 1 as whole percent, never 100 before all is done. */
  readonly percent: (share: number) => string;
  /** A day with its time. Takes what the API answers, too. */
  readonly moment: (time: Date | string) => string;
  readonly day: (time: Date | string) => string;
  /** "in 3 hours", "5 minutes ago". */
  readonly ago: (time: Date | string, now: Date) => string;
}

const steps = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;

/** The formats of a language. */
export function formatsOf(language: Language): Formats {
  const number = new Intl.NumberFormat(language);
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 });
  const moment = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'medium' });
  const ago = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  return {
    number: (value) => number.format(value),
    percent: (share) => percent.format(Math.floor(share * 100) / 100),
    moment: (time) => moment.format(new Date(time)),
    day: (time) => day.format(new Date(time)),
    ago: (time, now) => {
      const seconds = Math.round((new Date(time).getTime() - now.getTime()) / 1000);
      const [unit, length] = steps.find(([, least]) => Math.abs(seconds) >= least) ?? ['second', 1];
      return ago.format(Math.trunc(seconds / length), unit);
    },
  };
}
