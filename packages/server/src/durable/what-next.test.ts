import { describe, expect, it } from '@jest/globals';
import type { StopReason } from '@lethe/core';
import { triedAgainAt } from './what-next.ts';

const now = new Date('2026-11-29T01:00:00Z');

function minutes(reason: StopReason | undefined, tries: number, lot = 0): number | undefined {
  const at = triedAgainAt({ reason, tries }, now, lot);
  return at && (at.getTime() - now.getTime()) / 60_000;
}

describe('a run that stopped', () => {
  it.each<[StopReason | undefined]>([
    ['not-approved'],
    ['obstacles'],
    ['plan-grew'],
    ['interrupted'],
    ['unfinished-steps'],
    ['signed-out'],
    ['not-permitted'],
    ['gone'],
    ['rejected'],
    ['unreadable'],
    [undefined],
  ])('needs a person as %s', (reason) => {
    expect(minutes(reason, 0)).toBeUndefined();
  });

  it.each<[StopReason, readonly number[]]>([
    ['too-fast', [1, 2]],
    ['locked', [1, 2]],
    ['down', [1, 2, 4, 8, 16, 32, 60, 60]],
    ['waiting-for-somebody', [60, 120, 240, 480, 720, 720]],
  ])('as %s waits twice as long each time, up to a limit', (reason, expected) => {
    expect(expected.map((_, tries) => minutes(reason, tries))).toEqual(expected);
  });

  it('never waits longer than that', () => {
    expect([minutes('down', 10_000), minutes('waiting-for-somebody', 10_000)]).toEqual([60, 720]);
  });

  it('comes back at another time than those that stopped with it', () => {
    expect(minutes('down', 0, 1)).toBe(1.25);
  });
});
