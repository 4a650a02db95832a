import type { Language } from '@lethe/settings';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { sv } from './sv.ts';
import type { NoticeWords } from './words-of-notices.ts';

/** What mails say, by language. */
export const noticeWords: Readonly<Record<Language, NoticeWords>> = { en, de, fr, es, sv };
