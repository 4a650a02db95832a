import { describe, expect, it } from '@jest/globals';
import { administratorsOnly, missingRight, obstaclesFor } from '@lethe/core';
import type { GuardFacts, Obstacle } from '@lethe/core';
import { endUser, harmlessFacts, personId } from '@lethe/core/testing';
import { english, languages } from './catalogs.ts';
import { recognizer } from '@lethe/review/said';
import { wordsFor } from './words.ts';

const de = await wordsFor('de-AT');
const en = await wordsFor('en');
const fr = await wordsFor('fr');

describe('words', () => {
  it('count in the language', () => {
    expect(en.t('review.places', { count: 1 })).toBe('1 place');
    expect(en.t('review.places', { count: 0 })).toBe('0 places');
    expect(de.t('review.places', { count: 1 })).toBe('1 Stelle');
    expect(de.t('review.places', { count: 12_000 })).toBe('12.000 Stellen');
    expect(fr.t('review.places', { count: 0 })).toBe('0 endroit');
    expect(fr.t('review.places', { count: 1_000_000 })).toMatch(/endroits$/u);
  });

  it('take a value as it is, with whatever signs', () => {
    expect(en.t('confirm.label', { phrase: '<b>&{{x}}$&' })).toBe('Type <b>&{{x}}$& to confirm');
  });

  it.each([
    [0, 'less than a minute'],
    [59, 'less than a minute'],
    [60, 'about 1 minute'],
    [424, 'about 7 minutes'],
    [7199, 'about 120 minutes'],
    [7200, 'about 2 hours'],
  ])('%s seconds are %s', (seconds, text) => {
    expect(en.duration(seconds)).toBe(text);
  });

  it('never say that all is done before it is', () => {
    expect(en.percent(0.999)).toBe('99%');
    expect(en.percent(1)).toBe('100%');
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

describe('sentences of core', () => {
  const recognize = recognizer(english.said);

  it('are said in the language: everything that may stand in the way is known', () => {
    const sentences = allObstacles().flatMap(({ says, remedy }) => [says, remedy]);
    expect(administratorsOnly.activation).not.toBe('off');
    expect(sentences.length).toBeGreaterThan(40);
    expect([...new Set(sentences)].filter((sentence) => recognize(sentence) === undefined)).toEqual([]);
  });

  it.each(languages)('keep what is in them, in %s', async (locale) => {
    const { said } = await wordsFor(locale);
    expect(said('comment 3 on ticket 42')).toMatch(/3.*42/u);
    expect(said('The host refused 9 of the steps; the report names them.')).toContain('9');
  });

  it('are said as they are where nobody knows them', () => {
    expect(de.said('A sentence nobody wrote.')).toBe('A sentence nobody wrote.');
  });

  it.each([
    ['file of comment 3 on ticket 42', 'Datei: Kommentar 3 zu Ticket 42'],
    ['addresses of comment 1 on ticket 7', 'Adressen: Kommentar 1 zu Ticket 7'],
    ['CC list of ticket 42', 'CC-Liste von Ticket 42'],
    ['field 360001 of ticket 42', 'Feld 360001 von Ticket 42'],
    ['email identity 9 of user 7', 'Identität 9 (email) von Benutzer 7'],
    ['name of user 7', 'Name von Benutzer 7'],
    [
      'Run r-1 on this person has not ended: it is stopped.',
      'Lauf r-1 zu dieser Person ist nicht beendet: angehalten.',
    ],
    ['Type ANONYMISIEREN 4 to confirm this plan.', 'Geben Sie ANONYMISIEREN 4 ein, um diesen Plan zu bestätigen.'],
  ])('%s', (sentence, german) => {
    expect(de.said(sentence)).toBe(german);
  });
});
