import { i18n, view } from '@forge/bridge';
import type { Locale } from './catalogs.ts';
import { english, localeOf, sentencesIn } from './catalogs.ts';
import type { Texts, Words } from './words.ts';
import { wordsOf } from './words.ts';

/** English, until the language is known and where its texts cannot be had. */
export const englishWords = wordsOf('en-US', english);

/** Words in the language of whoever looks at the page. Never fails: English is always there. */
export async function loadWords(): Promise<Words> {
  const locale = localeOf(await toldLocale());
  if (locale === 'en-US') return englishWords;
  const [screens, sentences] = await Promise.all([screensIn(locale), sentencesIn(locale).catch(() => ({}))]);
  return wordsOf(locale, { ...screens, ...sentences });
}

async function toldLocale(): Promise<string | undefined> {
  try {
    return (await view.getContext()).locale;
  } catch {
    return undefined;
  }
}

/** The texts Forge keeps beside the app for a locale. */
async function screensIn(locale: Locale): Promise<Texts> {
  try {
    return (await i18n.getTranslations(locale, { fallback: false })).translations ?? {};
  } catch {
    return {};
  }
}
