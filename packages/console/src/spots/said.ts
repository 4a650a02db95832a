import { recognizer } from '@lethe/review/said';
import type { Recognized } from '@lethe/review/said';
import type { Language } from '../words/languages.ts';

/** A fixed English sentence of core, of a host or of the server in another language; as it is where nobody translated it. */
export type Saying = (sentence: string) => string;

type Sentences = Readonly<Record<string, string>>;

/** The sentences in a language, fetched when they are wanted. Those of English tell which one is meant. */
export async function sayingIn(language: Language): Promise<Saying> {
  if (language === 'en') return (sentence) => sentence;
  const [english, others] = await Promise.all([sentencesIn('en'), sentencesIn(language)]);
  return sayingFrom(english, others);
}

/** The name a sentence has among those that are known, such as `blockedAccess`. */
export async function sentenceNames(): Promise<(sentence: string) => string | undefined> {
  const recognize = recognizer(await sentencesIn('en'));
  return (sentence) => recognize(sentence)?.name;
}

function sayingFrom(english: Sentences, others: Sentences): Saying {
  const recognize = recognizer(english);
  const say: Saying = (sentence) => {
    const known = recognize(sentence);
    const text = known === undefined ? undefined : others[known.name];
    return known === undefined || text === undefined ? sentence : filled(text, known.values, say);
  };
  return say;
}

/** What stands in a place may be such a text itself: "text of mail 3 on ticket 42". */
function filled(text: string, values: Recognized['values'], say: Saying): string {
  return text.replace(/\{\{(\w+)\}\}/gu, (place, name: string) => {
    const value = values[name];
    return value === undefined ? place : say(value);
  });
}

async function sentencesIn(language: Language): Promise<Sentences> {
  switch (language) {
    case 'en':
      return (await import('../words/en/said.json', { with: { type: 'json' } })).default;
    case 'de':
      return (await import('../words/de/said.json', { with: { type: 'json' } })).default;
    case 'fr':
      return (await import('../words/fr/said.json', { with: { type: 'json' } })).default;
    case 'es':
      return (await import('../words/es/said.json', { with: { type: 'json' } })).default;
    case 'sv':
      return (await import('../words/sv/said.json', { with: { type: 'json' } })).default;
  }
}
