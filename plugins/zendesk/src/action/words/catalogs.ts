import de from '../../../app/translations/de.json' with { type: 'json' };
import en from '../../../app/translations/en.json' with { type: 'json' };
import es from '../../../app/translations/es.json' with { type: 'json' };
import fr from '../../../app/translations/fr.json' with { type: 'json' };
import sv from '../../../app/translations/sv.json' with { type: 'json' };

/** The texts in each language; Zendesk reads the part `app`, the screens read the rest. */
export const catalogs = { en, de, fr, es, sv } as const;
/** A language there are texts in. */
export type Language = keyof typeof catalogs;

/** English decides which texts there are; a test holds the others to it. */
type Catalog = Omit<typeof en, 'app' | 'said'>;
type WithoutPlural<Key extends string> = Key extends `${infer Stem}_${'zero' | 'one' | 'many' | 'other'}` ? Stem : Key;
type KeysOf<Branch, Path extends string> = {
  [Name in keyof Branch & string]: Branch[Name] extends string
    ? `${Path}${WithoutPlural<Name>}`
    : KeysOf<Branch[Name], `${Path}${Name}.`>;
}[keyof Branch & string];

/** Names of the texts of the screens: `confirm.start`. Plural forms are left out. */
export type Key = KeysOf<Catalog, ''>;

/** The language for a locale such as `de-AT`; English where there are no texts in it. */
export function languageOf(locale: string | undefined): Language {
  const [primary = ''] = (locale ?? '').toLowerCase().split(/[-_]/u);
  return languages.find((language) => language === primary) ?? 'en';
}

/** Every language there are texts in. */
export const languages = ['en', 'de', 'fr', 'es', 'sv'] as const satisfies readonly Language[];

/** The word agents type to confirm, in the language of the account, so that it is the same for all of them. */
export function confirmationWordFor(accountLocale: string | undefined): string {
  return catalogs[languageOf(accountLocale)].confirmation.word;
}
