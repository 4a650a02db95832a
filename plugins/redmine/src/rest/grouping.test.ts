import { describe, expect, it } from '@jest/globals';
import type { ReadyStep, SpotId, StepId } from '@lethe/core';
import { groupForRest } from './grouping.ts';

function steps(...spots: readonly string[]): readonly ReadyStep[] {
  return spots.map((spot) => ({
    id: `step:${spot}` as StepId,
    spot: spot as SpotId,
    kind: 'dossier.field',
    verb: 'clear',
  }));
}

describe('groups over REST', () => {
  it.each([
    ['all texts of an issue go in one call', ['issue:1/subject', 'issue:1/field:6', 'issue:1/description'], 1],
    ['two issues in two', ['issue:1/subject', 'issue:2/subject', 'issue:1/description'], 2],
    ['each note by itself', ['issue:1/note:7', 'issue:1/note:8'], 2],
    ['each file and watcher by itself', ['issue:1/file:7', 'issue:1/file:8', 'issue:1/watcher:7'], 3],
    [
      'an account is changed in one call, and locked in another',
      ['user:1/access', 'user:1/name', 'user:1/mail', 'user:1/field:3'],
      2,
    ],
    [
      'spent time, news, pages and projects by themselves',
      ['time:1@2/comments', 'news:1/title', 'news:1/summary', 'project:1/name'],
      3,
    ],
  ])('%s', (_, spots, count) => {
    expect(groupForRest(steps(...spots))).toHaveLength(count);
  });

  it('names its call in numbers and fixed words', () => {
    const calls = groupForRest(steps('issue:1/subject', 'issue:1/note:7', 'issue:1/watcher:3', 'user:2/access')).map(
      ({ call }) => call,
    );
    expect(calls).toEqual(['change issue 1', 'change note 7', 'remove watcher 3 of issue 1', 'lock user 2']);
  });
});
