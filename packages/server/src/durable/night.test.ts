import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isTimeZone, latestNight, tonight } from './night.ts';

const zones = Intl.supportedValuesOf('timeZone');
const HOUR = 3_600_000;

function next(now: string, zone: string, minutes?: number): string {
  const { date, at } = tonight(new Date(now), { zone, ...(minutes === undefined ? {} : { minutes }) });
  return `${date} ${at.toISOString()}`;
}

describe('tonight', () => {
  it.each([
    ['an ordinary night', '2026-07-01T12:00:00Z', 'Europe/Berlin', undefined, '2026-07-02 2026-07-01T23:00:00.000Z'],
    [
      'one that has not begun yet',
      '2026-07-01T22:59:59Z',
      'Europe/Berlin',
      undefined,
      '2026-07-02 2026-07-01T23:00:00.000Z',
    ],
    [
      'the next when it begins right now',
      '2026-07-01T23:00:00Z',
      'Europe/Berlin',
      undefined,
      '2026-07-03 2026-07-02T23:00:00.000Z',
    ],
    [
      "one o'clock that comes twice: the first",
      '2026-11-01T04:00:00Z',
      'America/New_York',
      undefined,
      '2026-11-01 2026-11-01T05:00:00.000Z',
    ],
    [
      'and not again at the second',
      '2026-11-01T05:30:00Z',
      'America/New_York',
      undefined,
      '2026-11-02 2026-11-02T06:00:00.000Z',
    ],
    [
      "one o'clock before the hour that is skipped",
      '2026-03-08T05:00:00Z',
      'America/New_York',
      undefined,
      '2026-03-08 2026-03-08T06:00:00.000Z',
    ],
    [
      'half past two that does not come: when it is skipped',
      '2026-03-29T00:00:00Z',
      'Europe/Berlin',
      150,
      '2026-03-29 2026-03-29T01:00:00.000Z',
    ],
    [
      'half past two that comes twice: the first',
      '2026-10-24T22:00:00Z',
      'Europe/Berlin',
      150,
      '2026-10-25 2026-10-25T00:30:00.000Z',
    ],
    [
      'a place where clocks change by half an hour',
      '2026-04-04T14:00:00Z',
      'Australia/Lord_Howe',
      105,
      '2026-04-05 2026-04-04T14:45:00.000Z',
    ],
    [
      'a midnight that does not come',
      '2018-11-03T12:00:00Z',
      'America/Sao_Paulo',
      0,
      '2018-11-04 2018-11-04T03:00:00.000Z',
    ],
  ])('%s', (...[, now, zone, minutes, expected]) => {
    expect(next(now, zone, minutes)).toBe(expected);
  });

  const anyMoment = fc.date({ min: new Date('1990-01-01'), max: new Date('2035-12-31'), noInvalidDate: true });
  const anyHours = fc.record({ zone: fc.constantFrom(...zones), minutes: fc.integer({ min: 0, max: 1439 }) });

  it('comes after now, within 49 hours, in every zone and year', () => {
    fc.assert(
      fc.property(anyMoment, anyHours, (now, hours) => {
        const wait = tonight(now, hours).at.getTime() - now.getTime();
        expect(wait).toBeGreaterThan(0);
        expect(wait).toBeLessThanOrEqual(49 * HOUR);
      }),
      { numRuns: 150 },
    );
  }, 120_000);

  it('gives every date one night and no night to two dates, over the days around every change of a clock', () => {
    fc.assert(
      fc.property(anyMoment, anyHours, (start, hours) => {
        const nights = [tonight(start, hours)];
        for (let count = 0; count < 5; count += 1) nights.push(tonight(nights.at(-1)!.at, hours));
        const dates = nights.map(({ date }) => date);
        expect(new Set(dates).size).toBe(nights.length);
        expect(dates).toEqual([...dates].sort());
      }),
      { numRuns: 60 },
    );
  }, 120_000);

  it('is the night that is the latest from its moment on until the next', () => {
    fc.assert(
      fc.property(anyMoment, anyHours, (now, hours) => {
        const night = tonight(now, hours);
        expect(latestNight(night.at, hours)).toEqual(night);
        expect(latestNight(new Date(night.at.getTime() - 1), hours).at.getTime()).toBeLessThan(night.at.getTime());
      }),
      { numRuns: 60 },
    );
  }, 120_000);
});

describe('a time zone', () => {
  it('is known by its name', () => {
    expect(['America/New_York', 'UTC', 'Mars/Olympus', ''].map(isTimeZone)).toEqual([true, true, false, false]);
  });
});
