import type * as english from './en/index.ts';
import type { Language } from './languages.ts';

/** All texts of a language, a namespace for each feature. English decides which there are, a test holds the others to it. */
export type Catalog = typeof english;

/** One feature's texts. */
export type Namespace = keyof Catalog;

type WithoutPlural<Key extends string> =
  Key extends `${infer Stem}_${'zero' | 'one' | 'two' | 'few' | 'many' | 'other'}` ? Stem : Key;
type KeysOf<Branch, Path extends string> = {
  [Name in keyof Branch & string]: Branch[Name] extends string
    ? `${Path}${WithoutPlural<Name>}`
    : KeysOf<Branch[Name], `${Path}${Name}.`>;
}[keyof Branch & string];

/** Names of the texts of a feature: `form.start`. Plural forms are left out. */
export type Key<N extends Namespace> = KeysOf<Catalog[N], ''>;

/** The texts of a language, fetched when it is wanted. */
export async function catalogIn(language: Language): Promise<Readonly<Record<Namespace, object>>> {
  switch (language) {
    case 'en':
      return import('./en/index.ts');
    case 'de':
      return import('./de/index.ts');
    case 'fr':
      return import('./fr/index.ts');
    case 'es':
      return import('./es/index.ts');
    case 'sv':
      return import('./sv/index.ts');
  }
}
