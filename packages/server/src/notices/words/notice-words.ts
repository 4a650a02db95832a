import type { Language } from '@lethe/settings';
import type { NewNotice } from '@lethe/storage';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { sv } from './sv.ts';

/** What mails say in one language. What stands in braces is a count, a time, a host's name or a link, and nothing else ever is. */
export interface NoticeWords {
  readonly subject: string;
  readonly hello: string;
  readonly more: string;
  readonly hosts: string;
  readonly runs: string;
  readonly where: string;
  readonly stop: string;
  readonly about: Readonly<Record<NewNotice['kind'], { readonly subject: string; readonly text: string }>>;
}

/** What mails say, by language. */
export const noticeWords: Readonly<Record<Language, NoticeWords>> = { en, de, fr, es, sv };
