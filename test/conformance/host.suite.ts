import { describe, expect, it } from '@jest/globals';
import type { Testbed } from '@lethe/core/testing';
import { laws } from './laws/all.ts';

/**
 * Tries every law on a host that is only set up otherwise than one that was held to all of them: what calls it makes may differ, how
 * it makes them does not, and so kills and faults strike at fewer places.
 */
export function describeVariant(name: string, testbed: Testbed): void {
  describeHost(name, { ...testbed, kills: Math.min(testbed.kills, 2), isVariant: true });
}

/** Tries every law on a host. `name` is what the failures call it. */
export function describeHost(name: string, testbed: Testbed): void {
  describe(`${name} obeys`, () => {
    for (const law of laws) {
      it(`law ${law.number}: ${law.says}`, async () => {
        await expect(law.check(testbed)).resolves.toBeUndefined();
      }, 60_000);
    }
  });
}
