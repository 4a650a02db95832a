import type { CertificateLanguage, CertificateWords } from './certificate-words.ts';
import { english } from './en.ts';
import { french } from './fr.ts';
import { german } from './de.ts';
import { spanish } from './es.ts';
import { swedish } from './sv.ts';

/** A certificate's words by language. */
export const certificateWords: Readonly<Record<CertificateLanguage, CertificateWords>> = {
  en: english,
  de: german,
  fr: french,
  es: spanish,
  sv: swedish,
};
