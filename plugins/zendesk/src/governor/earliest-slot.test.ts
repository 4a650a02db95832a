import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { earliestSlot } from './earliest-slot.ts';

const span = { calls: 2, milliseconds: 10 };

/** Whether any stretch holds more than it may. */
function isTooFull(times: readonly number[], { calls, milliseconds }: typeof span): boolean {
  const sorted = [...times].sort((one, other) => one - other);
  return sorted.some((time, index) => (sorted[index + calls] ?? Infinity) - time < milliseconds);
}

describe('the earliest place for one more call', () => {
  it.each([
    ['at once where there is room', [], 5, 5],
    ['at once beside one other', [5], 5, 5],
    ['when the first of two is over', [1, 5], 6, 11],
    ['before calls to come, where it makes no stretch too full', [20], 5, 5],
    ['not before calls to come that fill the stretch', [12, 13], 5, 22],
    ['between, where just the end of one stretch is free', [0, 1, 21, 22], 2, 10],
  ])('is %s', (_, times, ...[from, at]) => {
    expect(earliestSlot(times, span, from)).toBe(at);
  });

  it('makes no stretch too full, and no earlier one would do', () => {
    const any = fc.record({
      calls: fc.integer({ min: 1, max: 4 }),
      milliseconds: fc.integer({ min: 1, max: 12 }),
      wishes: fc.array(fc.nat(40), { maxLength: 12 }),
      from: fc.nat(40),
    });
    fc.assert(
      fc.property(any, ({ calls, milliseconds, wishes, from }) => {
        const rule = { calls, milliseconds };
        const times: number[] = [];
        for (const wish of wishes)
          times.push(
            earliestSlot(
              [...times].sort((one, other) => one - other),
              rule,
              wish,
            ),
          );
        const sorted = times.sort((one, other) => one - other);
        const at = earliestSlot(sorted, rule, from);
        expect(isTooFull([...sorted, at], rule)).toBe(false);
        for (let earlier = from; earlier < at; earlier += 1) expect(isTooFull([...sorted, earlier], rule)).toBe(true);
      }),
    );
  });
});
