import { describe, expect, it } from '@jest/globals';
import { catalogIn } from './catalogs.ts';
import { languageAtFirst } from './language-choice.ts';
import { languages } from './languages.ts';
import type { Language } from './languages.ts';
import { wordsIn } from './words.ts';

const plural = /_(?:zero|one|two|few|many|other)$/u;

/** Every text of a language by its path, the feature first. */
async function textsOf(language: Language): Promise<ReadonlyMap<string, string>> {
  return new Map(textsIn(await catalogIn(language), ''));
}

function textsIn(branch: object, around: string): readonly (readonly [string, string])[] {
  return [...new Map<string, unknown>(Object.entries(branch))].flatMap(([name, value]) => {
    const path = around === '' ? name : `${around}.${name}`;
    if (typeof value === 'string') return [[path, value] as const];
    return typeof value === 'object' && value !== null ? textsIn(value, path) : [];
  });
}

function placesIn(text: string): readonly string[] {
  return [...new Set([...text.matchAll(/\{\{(\w+)\}\}/gu)].map(([, name = '']) => name))].sort();
}

const english = await textsOf('en');
const stems = (texts: ReadonlyMap<string, string>) =>
  [...new Set([...texts.keys()].map((key) => key.replace(plural, '')))].sort();

describe.each(languages)('the texts in %s', (language) => {
  it('are those there are in English', async () => {
    expect(stems(await textsOf(language))).toEqual(stems(english));
  });

  it('have the same places for values as in English, and every plural form of the language', async () => {
    const texts = await textsOf(language);
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    for (const [key, text] of texts) {
      const model = english.get(key) ?? english.get(key.replace(plural, '_other')) ?? '';
      expect([key, placesIn(text)]).toEqual([key, placesIn(model)]);
      if (!plural.test(key)) continue;
      const missing = forms.filter((form) => !texts.has(key.replace(plural, `_${form}`)));
      expect([key, missing]).toEqual([key, []]);
    }
  });

  it('are complete: none is blank or has a blank at its edge', async () => {
    const blank = [...(await textsOf(language))].filter(([, text]) => text === '' || text.trim() !== text);
    expect(blank).toEqual([]);
  });
});

it.each<[readonly string[], string | null, Language]>([
  [['de-AT', 'en'], null, 'de'],
  [['nl', 'fr-CA'], null, 'fr'],
  [['nl'], null, 'en'],
  [['de'], 'sv', 'sv'],
  [['es-419'], 'xx', 'es'],
])('of the languages %j with %s chosen before, %s is spoken', (wanted, chosen, spoken) => {
  expect(languageAtFirst(wanted, { getItem: () => chosen, setItem: () => undefined })).toBe(spoken);
});

it('puts values where they belong, numbers as the language writes them, and texts as they are', async () => {
  const de = await wordsIn('de');
  expect(de.say('hosts', 'obstacles', { count: 12_000 })).toBe('12.000 Hindernisse');
  expect(de.say('hosts', 'obstacles', { count: 1 })).toBe('1 Hindernis');
  expect(de.say('hosts', 'remove.title', { name: '<b>{{x}}$&' })).toBe('<b>{{x}}$& entfernen?');
  expect(de.sayOr('problem', 'says.no-such-code', 'As it is.')).toBe('As it is.');
});
