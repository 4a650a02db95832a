import type { Language } from '../companies.ts';
import type { Texts } from '../topic.ts';
import { german } from './de.ts';
import { phrases } from './en.ts';
import { topics } from './en-topics.ts';
import { swedish } from './sv.ts';

/** What people write, by language. */
export const texts: Readonly<Record<Language, Texts>> = { en: { phrases, topics }, de: german, sv: swedish };
