import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { administratorsOnly, missingRight, obstaclesFor } from '@lethe/core';
import type { GuardFacts, Obstacle } from '@lethe/core';
import { endUser, harmlessFacts, personId } from '@lethe/core/testing';
import fc from 'fast-check';
import { z } from 'zod';
import * as restrictions from '../../src/restrictions.ts';
import { jiraProfile } from '../../src/profile.ts';
import { english, localeOf, locales, sentencesIn } from '../../src/screens/words/catalogs.ts';
import type { Locale } from '../../src/screens/words/catalogs.ts';
import { recognizer } from '@lethe/review/said';
import { wordsOf } from '../../src/screens/words/words.ts';

const folder = new URL('../../locales/', import.meta.url);

async function screensIn(locale: Locale): Promise<object> {
  return z.record(z.string(), z.unknown()).parse(JSON.parse(await readFile(new URL(`${locale}.json`, folder), 'utf8')));
}

async function catalogIn(locale: Locale): Promise<object> {
  return { ...(await screensIn(locale)), ...(await sentencesIn(locale)) };
}

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

const plural = /_(zero|one|two|few|many|other)$/u;
const englishTexts = textsIn(english);

/** The texts without their plural forms, and those that have some. */
function stemsOf(texts: ReadonlyMap<string, string>): { readonly all: Set<string>; readonly counted: Set<string> } {
  const keys = [...texts.keys()];
  return {
    all: new Set(keys.map((key) => key.replace(plural, ''))),
    counted: new Set(keys.filter((key) => plural.test(key)).map((key) => key.replace(plural, ''))),
  };
}

/** The English a text is a translation of. */
function modelOf(key: string): string {
  return englishTexts.get(key) ?? englishTexts.get(key.replace(plural, '_other')) ?? '';
}

function placesIn(text: string): ReadonlySet<string> {
  return new Set([...text.matchAll(/\{\{(\w+)\}\}/gu)].map(([, name = '']) => name));
}

describe.each(locales)('the texts in %s', (locale) => {
  it('are those there are in English', async () => {
    expect(stemsOf(textsIn(await catalogIn(locale)))).toEqual(stemsOf(englishTexts));
  });

  it('have every plural form of the language, and no other', async () => {
    const texts = textsIn(await catalogIn(locale));
    const forms = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
    for (const stem of stemsOf(texts).counted) {
      const found = [...texts.keys()].filter((key) => key.replace(plural, '') === stem && plural.test(key));
      expect([stem, found.map((key) => key.slice(stem.length + 1)).sort()]).toEqual([stem, [...forms].sort()]);
    }
  });

  it('have the same places for values as in English', async () => {
    for (const [key, text] of textsIn(await catalogIn(locale)))
      expect([key, placesIn(text)]).toEqual([key, placesIn(modelOf(key))]);
  });

  it('are complete: none is blank or has a blank at its edge, and what is a sentence ends like one', async () => {
    for (const [key, text] of textsIn(await catalogIn(locale))) {
      expect([key, text]).toEqual([key, text.trim()]);
      expect([key, text.length]).not.toEqual([key, 0]);
      expect([key, !/[.?:…]$/u.test(modelOf(key)) || /[.?:…)]$/u.test(text)]).toEqual([key, true]);
    }
  });
});

describe('the languages', () => {
  it('are told apart: few texts are the same in two of them', async () => {
    for (const locale of locales.filter((other) => other !== 'en-US')) {
      const texts = textsIn(await catalogIn(locale));
      const same = [...texts].filter(([key, text]) => /[a-z]{4}/u.test(text) && englishTexts.get(key) === text);
      expect([locale, same.length / texts.size < 0.05]).toEqual([locale, true]);
    }
  });

  it('fit into what Forge takes: 100 KB for all files the manifest names', async () => {
    const sizes = await Promise.all(
      locales.map(async (locale) => (await readFile(new URL(`${locale}.json`, folder))).length),
    );
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(100_000);
  });

  it.each([
    ['de-DE', 'de-DE'],
    ['de_AT', 'de-DE'],
    ['FR', 'fr-FR'],
    ['es-419', 'es-ES'],
    ['sv_SE', 'sv-SE'],
    ['en-GB', 'en-US'],
    ['pt-BR', 'en-US'],
    ['', 'en-US'],
    [undefined, 'en-US'],
  ])('for the locale %s the texts are those in %s', (told, locale) => {
    expect(localeOf(told)).toBe(locale);
  });
});

describe('words', () => {
  const en = wordsOf('en-US', english);

  it('count in the language', async () => {
    const [de, fr] = await Promise.all([catalogIn('de-DE'), catalogIn('fr-FR')]);
    expect(en.t('showPlaces', { count: 1 })).toBe('Show 1 place');
    expect(en.t('showPlaces', { count: 0 })).toBe('Show 0 places');
    expect(wordsOf('de-DE', { ...de }).t('showPlaces', { count: 12_000 })).toMatch(/12\.000 Stellen/u);
    expect(wordsOf('fr-FR', { ...fr }).t('showPlaces', { count: 0 })).toMatch(/0 endroit$/u);
    expect(wordsOf('fr-FR', { ...fr }).t('showPlaces', { count: 1_000_000 })).toMatch(/endroits$/u);
  });

  it('take a value as it is, with whatever signs', () => {
    expect(en.t('confirm.label', { phrase: '<b>&{{x}}$&' })).toBe('Type <b>&{{x}}$& to confirm');
  });

  it('are English where a language lacks them', () => {
    expect(wordsOf('de-DE', {}).t('confirm.start')).toBe('Anonymize now');
    expect(wordsOf('de-DE', { confirm: 'broken' }).t('showPlaces', { count: 2 })).toBe('Show 2 places');
  });

  it.each([
    [0, 'less than a minute'],
    [59, 'less than a minute'],
    [60, 'about 1 minute'],
    [7199, 'about 120 minutes'],
    [7200, 'about 2 hours'],
  ])('%s seconds are %s', (seconds, text) => {
    expect(en.duration(seconds)).toBe(text);
  });
});

/** Everything the guards may say. */
function allObstacles(): readonly Obstacle[] {
  const admin = endUser({ kind: 'administrator' });
  const run = { run: '17', person: personId('person-7'), kind: 'end-user' as const };
  const changes: readonly Partial<GuardFacts>[] = [
    { person: endUser({ self: true }) },
    { person: endUser({ kind: 'agent' }), alsoKnownAs: ['administrator', 'agent'] },
    { person: admin, otherAdministrators: 0, alsoKnownAs: ['employee'] },
    { person: admin, otherAdministrators: undefined },
    { person: endUser({ kind: 'unknown', lastAdministrator: true }) },
    { person: endUser({ kind: 'employee' }) },
    { alsoKnownAs: undefined, askedBy: undefined, openRuns: undefined, holds: undefined },
    { askedBy: personId('person-7') },
    { sharesAddress: true },
    { holds: [{ person: 'person-7', reason: 'litigation', reviewOn: '2027-03-01' }] },
    ...(['sso', 'ldap', 'scim', 'import'] as const).map((masteredBy) => ({ person: endUser({ masteredBy }) })),
    ...(['queued', 'in-progress', 'stopped'] as const).map((state) => ({ openRuns: [{ ...run, state }] })),
    { person: endUser({ active: false, name: harmlessFacts().person.name }), replacementName: 'Ada King' },
  ];
  const right = missingRight({ rights: [] }, 'run');
  return [
    ...changes.flatMap((change) => obstaclesFor(harmlessFacts(change), { phase: 'review', acknowledged: [] })),
    ...(right === undefined ? [] : [right]),
  ];
}

function sentencesOf(ability: object): readonly string[] {
  const fields = new Map<string, unknown>(Object.entries(ability));
  return ['because', 'instead', 'remains', 'sideEffect'].flatMap((name) => {
    const value = fields.get(name);
    return typeof value === 'string' ? [value] : [];
  });
}

describe('fixed sentences', () => {
  const recognize = recognizer(english.said);
  const unknownOf = (sentences: readonly string[]): readonly string[] =>
    [...new Set(sentences)].filter((sentence) => recognize(sentence) === undefined);

  it('of what Jira can and cannot do are known, so that every language says them', () => {
    const abilities = [...Object.values(jiraProfile.abilities), ...Object.values(restrictions)];
    const sentences = abilities.filter((one) => typeof one === 'object').flatMap(sentencesOf);
    expect(sentences.length).toBeGreaterThan(30);
    expect(unknownOf(sentences)).toEqual([]);
  });

  it('of the app about what stands in the way, and what to do about it, are known', async () => {
    const source = fileURLToPath(new URL('../../src/', import.meta.url));
    const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /(?<!\.test)\.ts$/u.test(name),
    );
    const texts = await Promise.all(files.map(async (name) => readFile(join(source, name), 'utf8')));
    const said = texts.flatMap((text) => [...text.matchAll(/\b(?:says|remedy)(?:: | = )\s*'([A-Z][^'\n]+\.)'/gu)]);
    expect(said.length).toBeGreaterThan(15);
    expect(unknownOf(said.map(([, sentence = '']) => sentence))).toEqual([]);
  });

  it.each([
    ['comment 3 on issue HELP-42', 'Kommentar 3 zu Vorgang HELP-42'],
    ['file 5 on issue HELP-42', 'Datei 5 an Vorgang HELP-42'],
    ['summary of issue HELP-42', 'Zusammenfassung, Vorgang HELP-42'],
    ['field 10042 of issue HELP-42', 'Feld 10042, Vorgang HELP-42'],
    ['place in the participants of issue HELP-42', 'Eintrag in: Teilnehmer, Vorgang HELP-42'],
    ['place in field 10042 of issue HELP-42', 'Eintrag in: Feld 10042, Vorgang HELP-42'],
    ['history entry 7 of issue HELP-42', 'Verlaufseintrag 7 von Vorgang HELP-42'],
    ['email of the account', 'E-Mail-Adresse des Kontos'],
    ['detail 2 of the account', 'Angabe 2 des Kontos'],
    ['Type ANONYMIZE 4 to confirm this plan.', 'Geben Sie ANONYMIZE 4 ein, um diesen Plan zu bestätigen.'],
  ])('that name a place or a value keep it: %s', async (sentence, german) => {
    expect(wordsOf('de-DE', { ...(await catalogIn('de-DE')) }).said(sentence)).toBe(german);
  });

  it('of core about what may stand in the way are known', () => {
    const sentences = allObstacles().flatMap(({ says, remedy }) => [says, remedy]);
    expect(administratorsOnly.activation).not.toBe('off');
    expect(sentences.length).toBeGreaterThan(40);
    expect(unknownOf(sentences)).toEqual([]);
  });

  it('take the template with more words where two fit', () => {
    const told = recognizer({ file: 'file of {{place}}', field: 'field {{n}} of issue {{t}}', of: '{{x}} of {{y}}' });
    expect(told('file of issue 3')?.name).toBe('file');
    expect(told('field 4 of issue 3')).toEqual({ name: 'field', values: { n: '4', t: '3' } });
    expect(told('vote of issue 3')?.name).toBe('of');
  });

  it('give back what stood in their places, whatever it was', () => {
    const told = recognizer({ one: 'Run {{run}} (of {{all}}) is *still* [open].' });
    const word = fc.string({ minLength: 1 }).filter((text) => !/[\n\r\u2028\u2029]/u.test(text));
    fc.assert(
      fc.property(word, fc.nat(), (run, all) => {
        const found = told(`Run ${run} (of ${String(all)}) is *still* [open].`);
        expect(`${found?.values['run']} (of ${found?.values['all']}`).toBe(`${run} (of ${String(all)}`);
      }),
    );
  });

  it('nobody knows are said as they are', () => {
    expect(wordsOf('de-DE', {}).said('A sentence nobody wrote.')).toBe('A sentence nobody wrote.');
  });
});
