import { createInstance } from 'i18next';
import { catalogIn } from './catalogs.ts';
import type { Key, Namespace } from './catalogs.ts';
import { formatsOf } from './formats.ts';
import type { Formats } from './formats.ts';
import type { Language } from './languages.ts';

/** What stands in the places of a text; `count` chooses the plural form. */
export type Values = Readonly<Record<string, string | number>>;

/** Everything the console can say in one language. */
export interface Speech extends Formats {
  readonly language: Language;
  /** A text by the name of its feature and its own: `('hosts', 'list.title')`. */
  readonly say: <N extends Namespace>(namespace: N, key: Key<N>, values?: Values) => string;
  /** Whether there is a text of that name, for words that come from the server by a code. */
  readonly knows: (namespace: Namespace, key: string) => boolean;
  /** Such a text; the other one where there is none. */
  readonly sayOr: (namespace: Namespace, key: string, otherwise: string) => string;
}

/** Texts, numbers and times in a language. */
export async function wordsIn(language: Language): Promise<Speech> {
  const catalog = await catalogIn(language);
  const i18n = createInstance({
    lng: language,
    fallbackLng: false,
    initAsync: false,
    resources: { [language]: Object.fromEntries(Object.entries(catalog)) },
  });
  await i18n.init();
  const translate = (ns: string, key: string, values: Values = {}): string =>
    filled(i18n.t(key, { ...values, ns, skipInterpolation: true }), values, language);
  const knows = (ns: string, key: string): boolean => i18n.exists(key, { ns });
  return {
    language,
    say: translate,
    knows,
    sayOr: (ns, key, otherwise) => (knows(ns, key) ? translate(ns, key) : otherwise),
    ...formatsOf(language),
  };
}

/** Puts the values into their places, numbers with the language's separators. What is put there is text, whatever signs it has. */
function filled(text: string, values: Values, language: Language): string {
  const format = new Intl.NumberFormat(language);
  return text.replace(/\{\{(\w+)\}\}/gu, (place, name: string) => {
    const value = values[name];
    return typeof value === 'number' ? format.format(value) : (value ?? place);
  });
}
