import { describe, expect, it } from '@jest/globals';
import type { SpotId, StepId } from '@lethe/core';
import fc from 'fast-check';
import { bulkEdits } from './bulk-plan.ts';
import type { BulkEdit } from './bulk-plan.ts';
import type { Change } from './field-change.ts';

/** Changes of the summary (`s`), the description (`d`), and what is not the same anywhere (`x`), by issue. */
function changesOf(shapes: readonly string[]): readonly Change[] {
  return shapes.flatMap((shape, issue) => [...shape].map((letter) => changeOf(String(issue), letter)));
}

function changeOf(issue: string, field: string): Change {
  const id = `i${issue}/${field}`;
  const step = {
    step: { id: id as StepId, spot: id as SpotId, kind: 'dossier.field', verb: field === 'x' ? 'cut' : 'clear' },
    place: { is: 'summary', issue },
  } as const;
  return { issue, field, step, how: 'line', value: null, ...(field === 'x' ? {} : { shared: field }) };
}

function planned(
  shapes: readonly string[],
  {
    cost = 0,
    takes = (): boolean => true,
  }: { readonly cost?: number; readonly takes?: (field: string) => boolean } = {},
): readonly BulkEdit[] {
  return bulkEdits(changesOf(shapes), { takes, marking: cost });
}

const shown = (edits: readonly BulkEdit[]): readonly string[] =>
  edits.map(({ issues, changes }) => `${String(issues.length)}${changes.map(({ field }) => field).join('')}`);

describe('bulk edits', () => {
  it.each([
    [['s'], []],
    [['sd', 'sd'], []],
    [['sd', 'sd', 'sd'], ['3sd']],
    [['s', 's', 's', 'x'], ['3s']],
    [['s', 's', 's', 'sd'], ['3s']],
    [
      ['s', 's', 's', 'd', 'd', 'd', 'sd', 'sd', 'sd'],
      ['6s', '6d'],
    ],
    [['sx', 'sx', 'sx', 'sx'], []],
  ])('%j: %j', (shapes, edits) => {
    expect(shown(planned(shapes))).toEqual(edits);
  });

  it('are not worth it for three issues where a mark is a call of its own', () => {
    expect(planned(['s', 's', 's'], { cost: 1 })).toEqual([]);
    expect(shown(planned(['s', 's', 's', 's'], { cost: 1 }))).toEqual(['4s']);
  });

  it('leave out issues with a field that Jira does not offer', () => {
    expect(shown(planned(['s', 's', 's', 'sd'], { takes: (field) => field !== 'd' }))).toEqual(['3s']);
  });

  it('carry each change once, only those that are the same, and never take more calls than an edit an issue', () => {
    const shape = fc.constantFrom('s', 'd', 'sd', 'x', 'sx', 'sdx');
    fc.assert(
      fc.property(fc.array(shape, { maxLength: 30 }), fc.nat(1), (shapes, cost) => {
        const edits = planned(shapes, { cost });
        const carried = edits.flatMap(({ carries }) => carries);
        expect(new Set(carried.map(({ step }) => step.step.id)).size).toBe(carried.length);
        expect(carried.filter(({ shared }) => shared === undefined)).toEqual([]);
        const covered = new Set(edits.flatMap(({ issues }) => issues));
        const whole = changesOf(shapes).filter(({ issue }) => covered.has(issue));
        expect(carried).toHaveLength(whole.length);
        const calls = 2 * edits.length + (edits.length > 0 ? cost : 0) + shapes.length - covered.size;
        expect(calls).toBeLessThanOrEqual(shapes.length);
      }),
    );
  });
});
