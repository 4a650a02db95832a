import { createInstance } from 'i18next';
import type { Catalog, Key, Language } from './catalogs.ts';
import { catalogIn, english, languageOf } from './catalogs.ts';
import { recognizer } from '@lethe/review/said';

/** What stands in the places of a text; `count` chooses the plural form. */
type Values = Readonly<Record<string, string | number>>;

/** Texts, numbers and times in one language. */
export interface Words {
  readonly language: Language;
  readonly t: (key: Key, values?: Values) => string;
  /** A fixed English sentence of core or of the plugin in this language; as it is where it is not known. */
  readonly said: (sentence: string) => string;
  readonly number: (value: number) => string;
  /** A share from 0 to 1 as whole percent. */
  readonly percent: (share: number) => string;
  /** A day with its time. */
  readonly moment: (time: Date) => string;
  readonly day: (time: Date) => string;
  /** The time of day. */
  readonly clock: (time: Date) => string;
  /** "about 7 minutes". */
  readonly duration: (seconds: number) => string;
}

const MINUTE = 60;
const HOUR = 3600;

/** Texts in the language of a locale such as `de-AT`; English where there are none. */
export async function wordsFor(locale: string | undefined): Promise<Words> {
  const language = languageOf(locale);
  return wordsOf(language, await catalogIn(language));
}

/** The words of a language's texts. */
export function wordsOf(language: Language, catalog: Catalog): Words {
  const i18n = createInstance({
    lng: language,
    fallbackLng: 'en',
    initAsync: false,
    nsSeparator: false,
    resources: { en: { translation: english }, [language]: { translation: catalog } },
  });
  void i18n.init();
  const translate = (key: string, values: Values = {}): string =>
    filled(i18n.t(key, { ...values, skipInterpolation: true }), values, language);
  const t = (key: Key, values: Values = {}): string => translate(key, values);
  const recognize = recognizer(english.said);
  const said = (sentence: string): string => {
    const recognized = recognize(sentence);
    if (recognized === undefined) return sentence;
    const values = Object.entries(recognized.values).map(([name, value]) => [name, said(value)] as const);
    return translate(`said.${recognized.name}`, Object.fromEntries<string>(values));
  };
  return { language, t, said, ...formatsOf(language), duration: (seconds) => durationIn(t, seconds) };
}

/** Puts the values into their places, numbers with the language's separators. */
function filled(text: string, values: Values, language: Language): string {
  const format = new Intl.NumberFormat(language);
  return text.replace(/\{\{(\w+)\}\}/gu, (place, name: string) => {
    const value = values[name];
    return typeof value === 'number' ? format.format(value) : (value ?? place);
  });
}

function formatsOf(language: Language): Pick<Words, 'number' | 'percent' | 'moment' | 'day' | 'clock'> {
  const number = new Intl.NumberFormat(language);
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 });
  const moment = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'medium' });
  const clock = new Intl.DateTimeFormat(language, { timeStyle: 'medium' });
  return {
    number: (value) => number.format(value),
    percent: (share) => percent.format(Math.floor(share * 100) / 100),
    moment: (time) => moment.format(time),
    day: (time) => day.format(time),
    clock: (time) => clock.format(time),
  };
}

function durationIn(t: Words['t'], seconds: number): string {
  if (seconds < MINUTE) return t('time.seconds');
  if (seconds < 2 * HOUR) return t('time.minutes', { count: Math.round(seconds / MINUTE) });
  return t('time.hours', { count: Math.round(seconds / HOUR) });
}
