import en from '../../../app/translations/en.json' with { type: 'json' };

/** Every language there are texts in. */
export const languages = ['en', 'de', 'fr', 'es', 'sv'] as const;
/** A language there are texts in. */
export type Language = (typeof languages)[number];

/** The texts of the screens; Zendesk reads the part `app`. English decides which there are, a test holds the others to it. */
export type Catalog = Omit<typeof en, 'app'>;
type WithoutPlural<Key extends string> = Key extends `${infer Stem}_${'zero' | 'one' | 'many' | 'other'}` ? Stem : Key;
type KeysOf<Branch, Path extends string> = {
  [Name in keyof Branch & string]: Branch[Name] extends string
    ? `${Path}${WithoutPlural<Name>}`
    : KeysOf<Branch[Name], `${Path}${Name}.`>;
}[keyof Branch & string];

/** Names of the texts of the screens: `confirm.start`. Plural forms are left out. */
export type Key = KeysOf<Omit<Catalog, 'said'>, ''>;

/** The language for a locale such as `de-AT`; English where there are no texts in it. */
export function languageOf(locale: string | undefined): Language {
  const [primary = ''] = (locale ?? '').toLowerCase().split(/[-_]/u);
  return languages.find((language) => language === primary) ?? 'en';
}

/** English is always at hand: its sentences are what the others are translations of. */
export const english: Catalog = en;

/** The texts in a language; all but English are fetched only where they are wanted. */
export async function catalogIn(language: Language): Promise<Catalog> {
  switch (language) {
    case 'en':
      return english;
    case 'de':
      return (await import('../../../app/translations/de.json', { with: { type: 'json' } })).default;
    case 'fr':
      return (await import('../../../app/translations/fr.json', { with: { type: 'json' } })).default;
    case 'es':
      return (await import('../../../app/translations/es.json', { with: { type: 'json' } })).default;
    case 'sv':
      return (await import('../../../app/translations/sv.json', { with: { type: 'json' } })).default;
  }
}
