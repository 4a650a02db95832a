import { describe, expect, it } from '@jest/globals';
import type { Plan } from '@lethe/core';
import { generatedWorld, memoryGround, reviewOf, virtualClock } from '@lethe/core/testing';
import fc from 'fast-check';
import { shownSheet } from './sheet-shown.ts';

async function planIn(picks: readonly number[]): Promise<Plan> {
  const { host, target } = memoryGround(generatedWorld(picks), { clock: virtualClock() });
  return (await reviewOf(host, target)).plan;
}

describe('a plan on its way to a screen', () => {
  it('counts every spot once, whatever the plan, and never names one that has no label', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(40), { maxLength: 4 }), async (picks) => {
        const plan = await planIn(picks);
        const { rows, totals } = shownSheet(plan);
        const groups = rows.flatMap((row) => row.groups);
        const all = plan.steps.length + plan.kept.length + plan.gaps.length;
        expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(all);
        expect(totals.blanked + totals.kept + totals.cannot).toBe(all);
        for (const { what, count, places } of groups) expect(places).toHaveLength(what === 'kept' ? 0 : count);
      }),
      { numRuns: 15 },
    );
  });

  it('is cut where a person has very much, and still counts all of it', async () => {
    const plan = await planIn([0]);
    const [step] = plan.steps;
    const many = Array.from({ length: 5_000 }, () => ({ ...step!, label: 'comment 1 on issue HELP-7' }));
    const [row] = shownSheet({ ...plan, steps: many }).rows.filter(({ blanked }) => blanked > 0);
    expect(row).toMatchObject({ blanked: 5_000, groups: [{ count: 5_000 }] });
    expect(row?.groups[0]?.places).toHaveLength(50);
    expect(row?.groups[0]?.places[0]).toEqual({ label: 'comment 1 on issue HELP-7', href: '/browse/HELP-7' });
  });
});
