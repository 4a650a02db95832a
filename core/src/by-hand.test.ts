import { expect, it } from '@jest/globals';
import { askedBy } from './by-hand.ts';

it('reminds before the time is over, and never after it', () => {
  const at = new Date('2026-03-02T10:00:00Z');

  expect(askedBy({ at }, { byHand: { days: 30, remindAfterDays: 7 } })).toEqual({
    due: new Date('2026-04-01T10:00:00Z'),
    remindAt: new Date('2026-03-09T10:00:00Z'),
  });
  expect(askedBy({ at }, { byHand: { days: 3, remindAfterDays: 7 } }).remindAt).toEqual(
    new Date('2026-03-05T10:00:00Z'),
  );
});
