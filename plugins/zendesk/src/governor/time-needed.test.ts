import { describe, expect, it } from '@jest/globals';
import { measureGovernor, personWith } from '../../test/governor-workloads.ts';
import { appLimits, oauthLimits } from './limits.ts';
import { timeNeeded } from './time-needed.ts';

const nothing = { reads: 0, searches: 0, redactionsByTicket: [], ticketUpdates: 0, userUpdates: 0, identities: 0 };

describe('the time a piece of work needs', () => {
  it.each([
    ['nothing', {}, 0],
    ['a hundred calls, which an app may make at once', { reads: 100 }, 25],
    ['one more: it waits for the minute of the first to be over', { reads: 101 }, 60.5],
    ['thirty redactions of one ticket', { redactionsByTicket: [30] }, 7.5],
    ['one more, after ten minutes', { redactionsByTicket: [31] }, 600.5],
    [
      'thirty-one redactions in either of two tickets, which wait at the same time',
      { redactionsByTicket: [31, 31] },
      608,
    ],
  ])('is that of %s', (_, work, seconds) => {
    expect(timeNeeded({ ...nothing, ...work }, appLimits(), 0.25)).toBe(seconds);
  });

  it('is less where the plan allows more', () => {
    const work = { ...nothing, reads: 3000 };
    const times = [appLimits(), oauthLimits('team'), oauthLimits('enterprise')].map((limits) =>
      timeNeeded(work, limits, 0),
    );
    expect(times).toEqual([1740, 840, 240]);
  });

  it.each([[[6, 6, 6]], [[70, 3, 3]], [Array.from({ length: 60 }, () => 6)]])(
    'is what a run with redactions of %j takes, to a fiftieth',
    async (redactionsByTicket) => {
      const tasks = personWith(redactionsByTicket);
      const { seconds } = await measureGovernor({ name: '', tasks, signIn: 'app', handedIn: 'in-turn', latency: 300 });
      const work = {
        reads: redactionsByTicket.length,
        searches: 2,
        redactionsByTicket,
        ticketUpdates: 1,
        userUpdates: 2,
        identities: 2,
      };
      expect(Math.abs(timeNeeded(work, appLimits()) - seconds)).toBeLessThanOrEqual(seconds / 50 + 1);
    },
  );
});
