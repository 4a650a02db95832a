import type { Key, Locale } from './catalogs.ts';
import { english } from './catalogs.ts';
import { recognizer } from '@lethe/review/said';

/** What stands in the places of a text; `count` chooses the plural form. */
type Values = Readonly<Record<string, string | number>>;

/** Texts, however they were come by: what is missing or is no text is English. */
export type Texts = Readonly<Record<string, unknown>>;

/** Texts, numbers and times in one language. */
export interface Words {
  readonly locale: Locale;
  readonly t: (key: Key, values?: Values) => string;
  /** A fixed English sentence of core or of the plugin in this language; as it is where it is not known. */
  readonly said: (sentence: string) => string;
  readonly number: (value: number) => string;
  /** A day with its time; takes ISO too. */
  readonly moment: (time: string) => string;
  readonly day: (time: string) => string;
  /** The time of day. */
  readonly clock: (time: string) => string;
  /** "about 7 minutes". */
  readonly duration: (seconds: number) => string;
}

const MINUTE = 60;
const HOUR = 3600;

/** The words of a language's texts; times are those of the browser's zone. */
export function wordsOf(locale: Locale, texts: Texts): Words {
  const format = new Intl.NumberFormat(locale);
  const plurals = new Intl.PluralRules(locale);
  const filled = (text: string, values: Values): string =>
    text.replace(/\{\{(\w+)\}\}/gu, (place, name: string) => {
      const value = values[name];
      return typeof value === 'number' ? format.format(value) : (value ?? place);
    });
  const translate = (key: string, values: Values = {}): string => {
    const { count } = values;
    const names = typeof count === 'number' ? [`${key}_${plurals.select(count)}`, `${key}_other`, key] : [key];
    return filled(textAt(texts, names) ?? textAt(english, names) ?? key, values);
  };
  const t = (key: Key, values: Values = {}): string => translate(key, values);
  return {
    locale,
    t,
    said: saidBy(translate),
    number: (value) => format.format(value),
    ...timesOf(locale),
    duration: (seconds) => durationIn(t, seconds),
  };
}

/** The first of some texts that there is. */
function textAt(texts: Texts, names: readonly string[]): string | undefined {
  for (const name of names) {
    const text = name
      .split('.')
      .reduce<unknown>((branch, part) => (isBranch(branch) ? branch[part] : undefined), texts);
    if (typeof text === 'string') return text;
  }
  return undefined;
}

function isBranch(value: unknown): value is Texts {
  return typeof value === 'object' && value !== null;
}

function saidBy(translate: (key: string, values: Values) => string): Words['said'] {
  const recognize = recognizer(english.said);
  const said = (sentence: string): string => {
    const recognized = recognize(sentence);
    if (recognized === undefined) return sentence;
    const values = Object.entries(recognized.values).map(([name, value]) => [name, said(value)] as const);
    return translate(`said.${recognized.name}`, Object.fromEntries<string>(values));
  };
  return said;
}

function timesOf(locale: Locale): Pick<Words, 'moment' | 'day' | 'clock'> {
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' });
  const clock = new Intl.DateTimeFormat(locale, { timeStyle: 'short' });
  return {
    moment: (time) => moment.format(new Date(time)),
    day: (time) => day.format(new Date(time)),
    clock: (time) => clock.format(new Date(time)),
  };
}

function durationIn(t: Words['t'], seconds: number): string {
  if (seconds < MINUTE) return t('time.seconds');
  if (seconds < 2 * HOUR) return t('time.minutes', { count: Math.round(seconds / MINUTE) });
  return t('time.hours', { count: Math.round(seconds / HOUR) });
}
