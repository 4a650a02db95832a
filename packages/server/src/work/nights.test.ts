import { describe, expect, it } from '@jest/globals';
import { nightOf } from './nights.ts';

describe('nights', () => {
  it.each([
    ['2026-11-28T22:30:00Z', 'Europe/Berlin', '2026-11-28'],
    ['2026-11-29T10:59:00Z', 'Europe/Berlin', '2026-11-28'],
    ['2026-11-29T11:00:00Z', 'Europe/Berlin', '2026-11-29'],
    ['2026-03-01T16:59:00Z', 'America/New_York', '2026-02-28'],
  ])('%s in %s belongs to the night of %s', (moment, zone, night) => {
    expect(nightOf(new Date(moment), zone)).toBe(night);
  });
});
