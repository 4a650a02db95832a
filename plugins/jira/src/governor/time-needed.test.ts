import { describe, expect, it } from '@jest/globals';
import { measureGovernor, personWith } from '../../test/governor-workloads.ts';
import { timeNeeded } from './time-needed.ts';

const nothing = { inTurn: 0, writesByIssue: [], points: 0 };
const HOUR = 3_600;

function evenly(issues: number, writes: number): readonly number[] {
  return Array.from({ length: issues }, () => writes);
}

describe('the time a piece of work needs', () => {
  it.each([
    ['nothing', {}, 0],
    ['calls one after the other', { inTurn: 40 }, 10],
    ['writes side by side', { writesByIssue: [10, 10, 20] }, 1],
    ['a hundred writes to one issue, twenty in two seconds', { writesByIssue: [100] }, 8],
    ['one more, after half a minute', { writesByIssue: [101] }, 30],
    ['a long issue among others, which are written meanwhile', { writesByIssue: [150, ...evenly(500, 10)] }, 128.75],
  ])('is that of %s', (_, work, seconds) => {
    expect(timeNeeded({ ...nothing, ...work }, { secondsACall: 0.25 })).toBe(seconds);
  });

  it('is no less than fifty writes a second, however fast Jira answers', () => {
    expect(timeNeeded({ ...nothing, writesByIssue: evenly(100, 10) }, { secondsACall: 0.01 })).toBe(20);
  });

  it.each([
    ['they suffice', 1000, { share: 1000 }, 100],
    ['there are none but those of the hours to come', 1500, { share: 1000 }, HOUR + 100 / 3],
    ['some of this hour are left', 1500, { share: 1000, left: { points: 500, seconds: 600 } }, 600 + 200 / 3],
    ['it takes several hours', 3500, { share: 1000, left: { points: 0, seconds: 60 } }, 60 + 3 * HOUR + 100 / 7],
  ])('counts the waits for points: %s', (...[, points, pace, seconds]) => {
    expect(timeNeeded({ ...nothing, inTurn: 100, points }, { secondsACall: 1, ...pace })).toBeCloseTo(seconds, 6);
  });

  it.each([[[3, 3, 3]], [evenly(200, 3)], [[350, ...evenly(900, 5)]]])(
    'is what a run with comments of %j takes, to a tenth',
    async (comments) => {
      const { seconds } = await measureGovernor({
        name: '',
        tasks: personWith(comments),
        handedIn: 'as-a-run',
        latency: 300,
      });
      const work = { inTurn: Math.ceil(comments.length / 100), writesByIssue: comments, points: 0 };
      expect(Math.abs(timeNeeded(work) - seconds)).toBeLessThanOrEqual(seconds / 10 + 1);
    },
  );
});
