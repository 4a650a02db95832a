import { describe, expect, it } from '@jest/globals';
import { spotKinds, verbs } from '@lethe/core';
import { insideProfile, restProfile } from './profile.ts';

describe.each([
  ['over REST', restProfile],
  ["through Lethe's part", insideProfile],
])('the profile %s', (_, profile) => {
  it.each(spotKinds)('says where it knows from what it can do to %s', (kind) => {
    const ability = profile.abilities[kind];
    expect(ability.source).toMatch(/^(?:https:\/\/www\.redmine\.org\/|plugins\/redmine\/)/);
    if (ability.can === 'nothing') expect(ability.because.length).toBeGreaterThan(10);
    else expect(verbs).toEqual(expect.arrayContaining([...ability.can]));
  });

  it('never empties a note', () => {
    expect(profile.abilities['message.body'].can).not.toContain('clear');
  });
});

describe('the two profiles', () => {
  it("are told apart by the history: only Lethe's part changes it, and leaves nothing of what it changes", () => {
    expect(restProfile.abilities['dossier.history'].can).toBe('nothing');
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
