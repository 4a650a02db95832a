import { languageOf } from './catalogs.ts';
import type { Language } from './catalogs.ts';

/** What agents type before the number of steps: one word in capital letters. */
export const confirmationWords: Readonly<Record<Language, string>> = {
  en: 'ANONYMIZE',
  de: 'ANONYMISIEREN',
  fr: 'ANONYMISER',
  es: 'ANONIMIZAR',
  sv: 'ANONYMISERA',
};

/** The word in the language of the account, so that it is the same for all of its agents. */
export function confirmationWordFor(accountLocale: string | undefined): string {
  return confirmationWords[languageOf(accountLocale)];
}
