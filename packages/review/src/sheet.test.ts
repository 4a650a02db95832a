import { describe, expect, it } from '@jest/globals';
import { spotKinds } from '@lethe/core';
import type { Plan } from '@lethe/core';
import { generatedWorld, memoryGround, mint, reviewOf, virtualClock } from '@lethe/core/testing';
import type { MemoryOptions } from '@lethe/core/testing';
import fc from 'fast-check';
import { sheetOf } from './sheet.ts';

const cannot: MemoryOptions = {
  abilities: {
    'dossier.title': { can: 'nothing', because: 'It is closed.', instead: 'Delete it.', source: 'docs' },
    'message.envelope': { can: 'nothing', because: 'It is shown only.', source: 'docs' },
  },
};

async function planIn(picks: readonly number[], options: MemoryOptions = cannot): Promise<Plan> {
  const { host, target } = memoryGround(generatedWorld(picks), { clock: virtualClock(), options });
  return (await reviewOf(host, target)).plan;
}

describe('the sheet', () => {
  it('shows every spot of a plan once, under its kind, whatever the plan', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(40), { maxLength: 4 }), async (picks) => {
        const plan = await planIn(picks);
        const { rows, totals } = sheetOf(plan);
        const spots = plan.steps.length + plan.kept.length + plan.gaps.length;
        const details = rows.flatMap((row) => row.details);

        expect(totals.blanked + totals.kept + totals.cannot).toBe(spots);
        expect(details).toHaveLength(spots);
        for (const what of ['blanked', 'kept', 'cannot'] as const) {
          expect(rows.reduce((sum, row) => sum + row[what], 0)).toBe(totals[what]);
          for (const row of rows) expect(row.details.filter((detail) => detail.what === what)).toHaveLength(row[what]);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('has a row for each kind there is a spot of, in the order of the kinds', async () => {
    const plan = await planIn([0, 7]);
    const kinds = sheetOf(plan).rows.map(({ kind }) => kind);
    const there = new Set([...plan.steps, ...plan.kept, ...plan.gaps].map(({ kind }) => kind));

    expect(kinds).toEqual(spotKinds.filter((kind) => there.has(kind)));
  });

  it('says of each spot what is done, why it stays, or why the host cannot', async () => {
    const details = sheetOf(await planIn([0, 13])).rows.flatMap((row) => row.details);

    expect(details).toContainEqual({
      label: 'body of ticket-1/message-1',
      what: 'blanked',
      verb: 'clear',
      role: 'author',
    });
    expect(details).toContainEqual({ label: 'account-desk/name', what: 'kept', why: 'uninvolved' });
    expect(details).toContainEqual({
      label: 'title of ticket-1',
      what: 'cannot',
      because: 'It is closed.',
      instead: 'Delete it.',
      source: 'docs',
    });
    expect(details).toContainEqual({
      label: 'from of ticket-1/message-1',
      what: 'cannot',
      because: 'It is shown only.',
      source: 'docs',
    });
  });

  it('names a spot with an uncertain mention by its label if it is cut, else by its id', async () => {
    const plan = await planIn([0, 7]);
    const cut = plan.steps.find(({ verb }) => verb === 'cut')!;
    const kept = mint('spot', 'ticket-9/title');

    expect(sheetOf({ ...plan, ambiguous: [cut.spot, kept] }).ambiguous).toEqual([cut.label, 'ticket-9/title']);
  });

  it('hands on what remains, what else happens, what was not looked for and what was found', async () => {
    const plan = await planIn([0, 7], { changeLog: 'kept', scopes: ['person'] });
    const { gaps, remains, sideEffects, unreached, mentions } = sheetOf(plan);

    expect(remains.length).toBeGreaterThan(0);
    expect(unreached).toHaveLength(1);
    expect({ gaps, remains, sideEffects, unreached, mentions }).toEqual({
      gaps: plan.gaps,
      remains: plan.remains,
      sideEffects: plan.sideEffects,
      unreached: plan.unreached,
      mentions: plan.mentions,
    });
  });
});
