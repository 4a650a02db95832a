import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { inARow, outcomesOf, runsOf } from './weeks.ts';

const week = { week: '2026-11-23', runs: { done: 2, stopped: 1, 'called-off': 1 }, outcomes: { clean: 7, refused: 2 } };

describe('figures by week', () => {
  it('are in a row, with weeks in which nothing was', () => {
    const row = inARow([week], new Date('2026-11-29T23:59:00Z'), 3);
    expect(row.map((one) => one.week)).toEqual(['2026-11-09', '2026-11-16', '2026-11-23']);
    expect(row[2]).toBe(week);
    expect(row[0]).toEqual({ week: '2026-11-09', runs: {}, outcomes: {} });
  });

  it('begin on Mondays, whatever the day', () => {
    const now = fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(now, (date) => {
        const last = inARow([], date, 2).at(-1)?.week ?? '';
        expect(new Date(`${last}T00:00:00Z`).getUTCDay()).toBe(1);
        expect(date.getTime() - Date.parse(last)).toBeLessThan(7 * 86_400_000);
      }),
    );
  });

  it('count each run and each step once', () => {
    expect(runsOf(week)).toEqual({ week: '2026-11-23', done: 2, gaps: 0, open: 1, ended: 1 });
    expect(outcomesOf(week)).toEqual({ week: '2026-11-23', proven: 7, claimed: 0, rest: 2 });
  });
});
