import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { resultsOf } from './results.ts';
import type { Report } from '@lethe/core';

type NotProven = Report['notProven'][number];

function ended(label: string, end: NotProven['end'], remedy?: string): NotProven {
  const step = { spot: label, kind: 'message.body' as const, label, verb: 'clear' as const, end };
  return remedy === undefined ? step : { ...step, remedy };
}

describe('the result for each place', () => {
  it('is seen gone, or how it ended, with what to do', () => {
    const planned = [{ kind: 'message.body' as const, labels: ['text 1', 'text 2', 'text 3'] }];
    expect(resultsOf(planned, [ended('text 2', 'refused', 'Give the right.')])).toEqual([
      {
        kind: 'message.body',
        proven: ['text 1', 'text 3'],
        others: [{ end: 'refused', remedy: 'Give the right.', labels: ['text 2'] }],
      },
    ]);
  });

  it('names every place of the plan exactly once, also where labels are the same', () => {
    const labels = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 12 });
    fc.assert(
      fc.property(labels, fc.nat(12), (all, many) => {
        const rest = all.slice(0, many).map((label) => ended(label, 'open'));
        const [result] = resultsOf([{ kind: 'message.body', labels: all }], rest);
        const named = [...(result?.proven ?? []), ...(result?.others ?? []).flatMap((other) => other.labels)];
        expect(named.sort()).toEqual([...all].sort());
      }),
    );
  });
});
