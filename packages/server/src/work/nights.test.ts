import { describe, expect, it } from '@jest/globals';
import { nightOf, tonight } from './nights.ts';

describe('nights', () => {
  it.each([
    ['2026-11-28T22:30:00Z', 'Europe/Berlin', '2026-11-28'],
    ['2026-11-29T10:59:00Z', 'Europe/Berlin', '2026-11-28'],
    ['2026-11-29T11:00:00Z', 'Europe/Berlin', '2026-11-29'],
    ['2026-03-01T16:59:00Z', 'America/New_York', '2026-02-28'],
  ])('%s in %s belongs to the night of %s', (moment, zone, night) => {
    expect(nightOf(new Date(moment), zone)).toBe(night);
  });

  it.each([
    ['2026-11-28T12:00:00Z', 'Europe/Berlin', '2026-11-29T00:00:00.000Z'],
    ['2026-11-28T23:59:00Z', 'Europe/Berlin', '2026-11-29T00:00:00.000Z'],
    ['2026-11-29T00:00:00Z', 'Europe/Berlin', '2026-11-30T00:00:00.000Z'],
    // The clock goes back at 2: one o'clock comes twice, and the first counts.
    ['2026-10-31T20:00:00Z', 'America/New_York', '2026-11-01T05:00:00.000Z'],
    ['2026-03-08T00:00:00Z', 'America/New_York', '2026-03-08T06:00:00.000Z'],
    // It goes forward from 1 to 2: there is no one o'clock that night.
    ['2026-03-28T20:00:00Z', 'Europe/London', '2026-03-29T01:00:00.000Z'],
    ['2026-11-28T12:00:00Z', 'UTC', '2026-11-29T01:00:00.000Z'],
  ])('after %s in %s the next run begins at %s', (now, zone, begins) => {
    expect(tonight(new Date(now), zone).toISOString()).toBe(begins);
  });
});
