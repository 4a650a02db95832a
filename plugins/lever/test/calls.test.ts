import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { counted, emptyLever, examples, fill } from './counted-run.ts';
import { fewestCalls, mostVerified } from './fewest-calls.ts';
import { sizesOfPlan } from './sizes-of-plan.ts';

describe('calls of a run', () => {
  it.each(examples)(
    '%j: at most the fewest there can be and three more, and with verification what is promised',
    async (example, fewest) => {
      const { seed, clock } = emptyLever();
      const { all, proving, review } = await counted(seed, clock, fill(seed, example));
      const sizes = sizesOfPlan(review.plan);
      expect(fewestCalls(sizes)).toBe(fewest);
      expect(all - proving).toBeLessThanOrEqual(fewest + 3);
      expect(all).toBeLessThanOrEqual(mostVerified(sizes));
    },
    120_000,
  );

  it('of any candidate: at most the fewest there can be and three more, and with verification what is promised', async () => {
    const opportunity = fc.record({
      applied: fc.boolean(),
      tag: fc.constantFrom('Backend', 'Friend of Ada Quellstone'),
      notes: fc.nat(3),
      files: fc.nat(3),
      resumes: fc.nat(2),
      referred: fc.boolean(),
    });
    const account = fc.record({
      opportunities: fc.array(opportunity, { minLength: 1, maxLength: 6 }),
      linked: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(account, async ({ opportunities, linked }) => {
        const { seed, clock } = emptyLever();
        const links = linked ? ['https://ada.test/'] : [];
        const contact = seed.contact({ name: 'Ada Quellstone', emails: ['ada@quill.test'], links });
        for (const { applied, tag, notes, files, resumes, referred } of opportunities) {
          const id = seed.opportunity(contact, { tags: [tag] });
          if (applied) seed.application(id, { name: 'Ada Quellstone' });
          if (referred) seed.referral(id, 'A former colleague.');
          for (let one = 0; one < notes; one += 1) seed.note(id, 'Good.');
          for (let one = 0; one < files; one += 1) seed.file(id, 'letter.txt');
          for (let one = 0; one < resumes; one += 1) seed.resume(id, 'resume.pdf');
        }
        const { all, proving, review } = await counted(seed, clock, contact);
        const sizes = sizesOfPlan(review.plan);
        expect(sizes.opportunities).toHaveLength(opportunities.length);
        expect(all - proving).toBeLessThanOrEqual(fewestCalls(sizes) + 3);
        expect(all).toBeLessThanOrEqual(mostVerified(sizes));
      }),
      { numRuns: 25 },
    );
  }, 300_000);
});
