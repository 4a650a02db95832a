import { describe, expect, it } from '@jest/globals';
import { guardSettingsSchema, obstaclesFor } from '@lethe/core';
import { endUser, harmlessFacts, personId } from '@lethe/core/testing';
import { languages } from '../words/languages.ts';
import { placesWith } from './places-with.ts';
import { sayingIn, sentenceNames } from './said.ts';

const nameOf = await sentenceNames();
const settings = guardSettingsSchema.parse({ kinds: ['employee'] });

/** What the guards say of people who cannot be anonymized now. */
const sentences = [
  harmlessFacts({ settings, person: endUser({ kind: 'employee', active: true }) }),
  harmlessFacts({ person: endUser({ kind: 'agent', self: true, lastAdministrator: true, masteredBy: 'ldap' }) }),
  harmlessFacts({ holds: [{ person: 'person-7', reason: 'audit', reviewOn: '2027-03-01' }] }),
  harmlessFacts({ openRuns: [{ run: '17', person: personId('person-7'), kind: 'end-user', state: 'queued' }] }),
].flatMap((facts) =>
  obstaclesFor(facts, { phase: 'review', acknowledged: [] }).flatMap(({ says, remedy }) => [says, remedy]),
);

describe('fixed sentences of the server', () => {
  it.each(languages.filter((language) => language !== 'en'))(
    'are said in %s, with all that is in them',
    async (language) => {
      const say = await sayingIn(language);
      expect(sentences.length).toBeGreaterThan(12);
      expect(sentences.filter((sentence) => say(sentence) === sentence)).toEqual([]);
      expect(say('text of mail 3 on ticket 42')).toMatch(/3.*42/u);
      expect(say('text of mail 3 on ticket 42')).not.toContain('mail 3 on');
      expect(say('A sentence nobody wrote.')).toBe('A sentence nobody wrote.');
    },
  );

  it('are as they are in English', async () => {
    expect((await sayingIn('en'))('text of mail 3 on ticket 42')).toBe('text of mail 3 on ticket 42');
  });

  it('PI-08 PI-19 access that has to be removed first is known again, so that its instructions stand beside it', () => {
    expect(sentences.map(nameOf)).toContain('blockedAccess');
    expect(nameOf('This is your own account.')).not.toBe('blockedAccess');
  });
});

it('places are narrowed down by all words that are typed, in whatever case', () => {
  const labels = ['text of mail 3 on ticket 42', 'title of ticket 42', 'text of mail 3 on ticket 7'];
  expect(placesWith(labels, '')).toBe(labels);
  expect(placesWith(labels, ' TEXT 42')).toEqual(['text of mail 3 on ticket 42']);
});
