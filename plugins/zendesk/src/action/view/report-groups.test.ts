import { describe, expect, it } from '@jest/globals';
import { outcomes } from '@lethe/core';
import type { Outcome, ReportedStep } from '@lethe/core';
import fc from 'fast-check';
import { endGroups, endRows, keptCounts, leavesNothing } from '@lethe/review/shown';
import { sampleReport, sampleRun, stepId } from './sample-runs.suite.ts';

const STEPS = 12;
const run = sampleRun({ state: 'done', steps: STEPS });
const settled = (ends: readonly Outcome[]): readonly ReportedStep[] =>
  ends.map((outcome, at) => ({ step: stepId(at), attempts: 1, outcome }));
const someEnds = fc.array(fc.constantFrom(...outcomes), { maxLength: STEPS });

describe('a report on the screen', () => {
  it('counts every step once: proven, only claimed, or neither', () => {
    fc.assert(
      fc.property(someEnds, (ends) => {
        const report = sampleReport(run, settled(ends));
        const [row] = endRows(report);
        expect(row?.proven).toBe(report.steps.proven);
        expect(row?.claimed).toBe(report.steps.claimed);
        expect((row?.proven ?? 0) + (row?.claimed ?? 0) + (row?.rest ?? 0)).toBe(STEPS);
      }),
    );
  });

  it('names every step that was not seen to work, once', () => {
    fc.assert(
      fc.property(someEnds, (ends) => {
        const report = sampleReport(run, settled(ends));
        const labels = endGroups(report).flatMap((group) => group.labels);
        expect([...labels].sort()).toEqual(report.notProven.map(({ label }) => label).sort());
        expect(new Set(labels).size).toBe(labels.length);
      }),
    );
  });

  it('says that nothing is left only if nothing is', () => {
    const clean = sampleReport(run, settled(Array.from({ length: STEPS }, () => 'clean')));
    expect(leavesNothing(clean)).toBe(true);
    expect(leavesNothing(sampleReport(run))).toBe(false);
    for (const left of ['gaps', 'grown', 'residue', 'remains', 'unreached'] as const)
      expect([left, leavesNothing({ ...clean, [left]: [{}] })]).toEqual([left, false]);
  });

  it('tells what was kept, the most first, and nothing of what was not', () => {
    expect(keptCounts({ kept: { rule: 2, uninvolved: 40, ambiguous: 0 } })).toEqual([
      ['uninvolved', 40],
      ['rule', 2],
    ]);
  });
});
