import screens from '../../../locales/en-US.json' with { type: 'json' };
import sentences from '../../../locales/sentences/en-US.json' with { type: 'json' };

/** Every locale of Forge there are texts in: https://developer.atlassian.com/platform/forge/manifest-reference/translations/ */
export const locales = ['en-US', 'de-DE', 'fr-FR', 'es-ES', 'sv-SE'] as const;
/** A locale there are texts in. */
export type Locale = (typeof locales)[number];

/** The texts of the screens, which Forge keeps: all locales together may have 100 KB. English decides which there are. */
export type Screens = typeof screens;
/** The words for what core and the plugin name, and their sentences: kept beside the screens, as Forge has no room for them. */
export type Sentences = typeof sentences;
/** All texts of a language. */
export type Catalog = Screens & Sentences;

type WithoutPlural<Key extends string> = Key extends `${infer Stem}_${'zero' | 'one' | 'many' | 'other'}` ? Stem : Key;
type KeysOf<Branch, Path extends string> = {
  [Name in keyof Branch & string]: Branch[Name] extends string
    ? `${Path}${WithoutPlural<Name>}`
    : KeysOf<Branch[Name], `${Path}${Name}.`>;
}[keyof Branch & string];

/** Names of the texts of the screens: `confirm.start`. Plural forms are left out. */
export type Key = KeysOf<Omit<Catalog, 'said' | 'module'>, ''>;

/** English is always at hand: its sentences are what the others are translations of. */
export const english: Catalog = { ...screens, ...sentences };

/** The locale for what Jira calls the user's, such as `de_AT`; English where there are no texts in it. */
export function localeOf(told: string | undefined): Locale {
  const [language = ''] = (told ?? '').toLowerCase().split(/[-_]/u);
  return locales.find((locale) => locale.startsWith(`${language}-`)) ?? 'en-US';
}

/** The sentences of a locale; only those that are wanted are fetched, where the bundle was cut in pieces. */
export async function sentencesIn(locale: Locale): Promise<Sentences> {
  switch (locale) {
    case 'en-US':
      return sentences;
    case 'de-DE':
      return (await import('../../../locales/sentences/de-DE.json', { with: { type: 'json' } })).default;
    case 'fr-FR':
      return (await import('../../../locales/sentences/fr-FR.json', { with: { type: 'json' } })).default;
    case 'es-ES':
      return (await import('../../../locales/sentences/es-ES.json', { with: { type: 'json' } })).default;
    case 'sv-SE':
      return (await import('../../../locales/sentences/sv-SE.json', { with: { type: 'json' } })).default;
  }
}
