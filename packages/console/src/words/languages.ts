/** Every language there are texts in. */
export const languages = ['en', 'de', 'fr', 'es', 'sv'] as const;

/** A language there are texts in. */
export type Language = (typeof languages)[number];

/** What each language calls itself. */
export const languageNames: Readonly<Record<Language, string>> = {
  en: 'English',
  de: 'Deutsch',
  fr: 'Français',
  es: 'Español',
  sv: 'Svenska',
};

/** The language for a locale such as `de-AT`; nothing where there are no texts in it. */
export function languageOf(locale: string): Language | undefined {
  const [primary = ''] = locale.toLowerCase().split(/[-_]/u);
  return languages.find((language) => language === primary);
}
