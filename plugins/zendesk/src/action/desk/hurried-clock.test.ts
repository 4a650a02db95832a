import { describe, expect, it } from '@jest/globals';
import { HurriedClock } from './hurried-clock.ts';

/** A clock on which nothing ever ends by itself. */
const standing = { now: () => new Date('2026-04-01T08:00:00Z'), wait: () => new Promise<void>(() => undefined) };

describe('a clock that can be hurried', () => {
  it('ends all waits there are, and none that come after', async () => {
    const clock = new HurriedClock(standing);
    const waits = [clock.wait(60_000), clock.wait(600_000)];
    clock.hurry();
    await Promise.all(waits);
    const later = clock.wait(1).then(() => 'over');
    const sooner = new Promise((idle) => setImmediate(idle)).then(() => 'still waiting');
    expect(await Promise.race([later, sooner])).toBe('still waiting');
  });
});
