import { describe, expect, it } from '@jest/globals';
import { spotKinds, verbs } from '@lethe/core';
import { insideProfile, restProfile } from './profile.ts';

describe.each([
  ['over REST', restProfile],
  ["through Lethe's part", insideProfile],
])('the profile %s', (_, profile) => {
  it.each(spotKinds)('says where it knows from what it can do to %s', (kind) => {
    const ability = profile.abilities[kind];
    expect(ability.source).toMatch(
      /^(?:https:\/\/(?:docs\.bestpractical\.com|github\.com\/bestpractical)\/|plugins\/request-tracker\/)/,
    );
    if (ability.can === 'nothing') expect(ability.because.length).toBeGreaterThan(10);
    else expect(verbs).toEqual(expect.arrayContaining([...ability.can]));
  });

  it('never empties a login: RT keeps the old one then, and says so with 200', () => {
    expect(profile.abilities['person.login'].can).not.toContain('clear');
  });
});

describe('the two profiles', () => {
  it("are told apart by mails: only Lethe's part changes them, and leaves nothing of what it changes", () => {
    expect(restProfile.abilities['message.body']).toMatchObject({
      can: 'nothing',
      instead: expect.stringContaining("Lethe's part"),
    });
    const remains = spotKinds.flatMap((kind) => {
      const ability = insideProfile.abilities[kind];
      return ability.can === 'nothing' ? [] : (ability.remains ?? []);
    });
    expect(remains).toEqual([]);
  });

  it('can do inside whatever they can do over REST', () => {
    for (const kind of spotKinds) {
      const [rest, inside] = [restProfile.abilities[kind].can, insideProfile.abilities[kind].can];
      if (rest !== 'nothing') expect(inside).toEqual(expect.arrayContaining([...rest]));
    }
  });
});
