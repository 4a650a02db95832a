import { expect, it } from '@jest/globals';
import { askedBy, waitsForSomebody } from './by-hand.ts';
import { endingIn } from './testing/invented-run.ts';

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

it('tells which stored runs wait for somebody, and from when on somebody is to be reminded', () => {
  const rules = { byHand: { days: 30, remindAfterDays: 7 } };
  const at = new Date('2026-03-02T10:00:00Z');
  const approval = { digest: '', typed: '', by: 'dpo-1', at, acknowledged: [] };
  const ending = { ...endingIn('stopped'), reason: 'waiting-for-somebody' } as const;
  const waiting = { state: 'stopped', ending, approval } as const;
  const on = (day: string): unknown => waitsForSomebody(waiting, rules, new Date(day))?.remind;

  expect([on('2026-03-03'), on('2026-03-09T10:00:00Z')]).toEqual([false, true]);
  expect(waitsForSomebody({ ...waiting, state: 'done' }, rules, at)).toBe(undefined);
  expect(waitsForSomebody({ ...waiting, ending: endingIn('stopped') }, rules, at)).toBe(undefined);
});
