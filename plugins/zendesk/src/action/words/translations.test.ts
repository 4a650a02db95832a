import { describe, expect, it } from '@jest/globals';
import { rulesSchema } from '@lethe/core';
import * as abilities from '../../abilities.ts';
import { zendeskProfile } from '../../profile.ts';
import { catalogIn, english, languages, languageOf } from './catalogs.ts';
import type { Language } from './catalogs.ts';
import { confirmationWordFor, confirmationWords } from './confirmation-word.ts';
import { recognizer } from '@lethe/review/said';

/** Every text of a catalog by its path. */
function textsIn(branch: object, path = ''): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const [name, value] of new Map<string, unknown>(Object.entries(branch))) {
    const here = path === '' ? name : `${path}.${name}`;
    if (typeof value === 'string') texts.set(here, value);
    if (typeof value !== 'object' || value === null) continue;
    for (const [key, text] of textsIn(value, here)) texts.set(key, text);
  }
  return texts;
}

async function textsOf(language: Language): Promise<ReadonlyMap<string, string>> {
  return new Map([...textsIn(await catalogIn(language))].filter(([key]) => !key.startsWith('app.')));
}

const plural = /_(zero|one|two|few|many|other)$/u;
const englishTexts = await textsOf('en');

/** The texts without their plural forms, and those that have some. */
function stemsOf(texts: ReadonlyMap<string, string>): {
  readonly all: ReadonlySet<string>;
  readonly counted: ReadonlySet<string>;
} {
  const keys = [...texts.keys()];
  return {
    all: new Set(keys.map((key) => key.replace(plural, ''))),
    counted: new Set(keys.filter((key) => plural.test(key)).map((key) => key.replace(plural, ''))),
  };
}

function placesIn(text: string): readonly string[] {
  return [...text.matchAll(/\{\{(\w+)\}\}/gu)].map(([, name = '']) => name).sort();
}

describe.each(languages)('the texts in %s', (language) => {
  it('are those there are in English', async () => {
    expect(stemsOf(await textsOf(language))).toEqual(stemsOf(englishTexts));
  });

  it('have every plural form of the language, and no other', async () => {
    const texts = await textsOf(language);
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    for (const stem of stemsOf(texts).counted) {
      const found = [...texts.keys()].filter((key) => key.replace(plural, '') === stem && plural.test(key));
      expect([stem, found.map((key) => key.slice(stem.length + 1)).sort()]).toEqual([stem, [...forms].sort()]);
    }
  });

  it('have the same places for values as in English', async () => {
    for (const [key, text] of await textsOf(language)) {
      const model = englishTexts.get(key) ?? englishTexts.get(key.replace(plural, '_other')) ?? '';
      const wanted = new Set(placesIn(model));
      expect([key, new Set(placesIn(text))]).toEqual([key, wanted]);
    }
  });

  it('are complete: none is blank, none has a blank at its edge, none ends without what ends a sentence', async () => {
    for (const [key, text] of await textsOf(language)) {
      expect([key, text]).toEqual([key, text.trim()]);
      expect([key, text.length]).not.toEqual([key, 0]);
      const model = englishTexts.get(key) ?? englishTexts.get(key.replace(plural, '_other')) ?? '';
      const isSentence = /[.?:…]$/u.test(model);
      expect([key, !isSentence || /[.?:…)]$/u.test(text)]).toEqual([key, true]);
    }
  });

  it('have an own word to confirm with, that the rules take', () => {
    const { confirmation } = rulesSchema.shape;
    expect(confirmation.safeParse(confirmationWordFor(language)).success).toBe(true);
    expect(Object.values(confirmationWords).filter((word) => word === confirmationWordFor(language))).toHaveLength(1);
  });
});

describe('languages', () => {
  it('are told apart: few texts are the same in two of them', async () => {
    for (const language of languages) {
      if (language === 'en') continue;
      const texts = await textsOf(language);
      const same = [...texts].filter(([key, text]) => /[a-z]{4}/u.test(text) && englishTexts.get(key) === text);
      expect(same.length / texts.size).toBeLessThan(0.06);
    }
  });

  it.each([
    ['de', 'de'],
    ['de-AT', 'de'],
    ['fr_CA', 'fr'],
    ['es-419', 'es'],
    ['SV-SE', 'sv'],
    ['en-GB', 'en'],
    ['nl', 'en'],
    ['dev', 'en'],
    ['', 'en'],
    [undefined, 'en'],
  ])('for the locale %s the language is %s', (locale, language) => {
    expect(languageOf(locale)).toBe(language);
  });
});

describe('what Zendesk can and cannot do', () => {
  const recognize = recognizer(english.said);
  const all = [...Object.values(zendeskProfile.abilities), ...Object.values(abilities)];
  const sentences = all.flatMap((ability) => sentencesIn(ability));

  it('is said in every language: each of its sentences is known', () => {
    expect(sentences.length).toBeGreaterThan(20);
    expect([...new Set(sentences)].filter((sentence) => recognize(sentence) === undefined)).toEqual([]);
  });
});

function sentencesIn(ability: object): readonly string[] {
  return ['because', 'instead', 'remains', 'sideEffect'].flatMap((name) => {
    const value = new Map<string, unknown>(Object.entries(ability)).get(name);
    return typeof value === 'string' ? [value] : [];
  });
}
