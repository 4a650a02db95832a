import { describe, expect, it } from '@jest/globals';
import { approvalObstacle, phraseFor } from './confirmation.ts';
import type { Plan } from './plan.ts';
import { carryOut, reviewOf, runOf } from './testing/journey.ts';
import { memoryGround } from './testing/memory/memory-testbed.ts';
import { virtualClock } from './testing/virtual-clock.ts';
import { generatedWorld } from './testing/worlds/build-world.ts';

async function planOfSmallWorld(): Promise<Plan> {
  const { host, target } = memoryGround(generatedWorld([0]), { clock: virtualClock() });
  return (await reviewOf(host, target)).plan;
}

describe('the typed confirmation', () => {
  it('is the word and the number of steps', async () => {
    const plan = await planOfSmallWorld();

    expect(phraseFor(plan)).toBe(`ANONYMIZE ${plan.steps.length}`);
    expect(phraseFor(plan, 'VERGISS')).toBe(`VERGISS ${plan.steps.length}`);
    expect(phraseFor({ steps: [] })).toBe('ANONYMIZE 0');
  });

  it.each([['ANONYMIZE 0'], [' ANONYMIZE 0\n']])('holds when it is typed: %j', (typed) => {
    expect(approvalObstacle({ steps: [], digest: 'd' }, { digest: 'd', typed })).toBeUndefined();
  });

  it.each([[''], ['ANONYMIZE'], ['anonymize 0'], ['ANONYMIZE 1'], ['ANONYMIZE  0'], ['yes']])(
    'does not hold when something else is typed: %j',
    (typed) => {
      expect(approvalObstacle({ steps: [], digest: 'd' }, { digest: 'd', typed })).toEqual({
        code: 'confirmation-wrong',
        says: 'What was typed is not the phrase of this plan.',
        remedy: 'Type ANONYMIZE 0 to confirm this plan.',
      });
    },
  );

  it('asks for the word of the rules', () => {
    const plan = { steps: [], digest: 'd' };

    expect(approvalObstacle(plan, { digest: 'd', typed: 'VERGISS 0' }, 'VERGISS')).toBeUndefined();
    expect(approvalObstacle(plan, { digest: 'd', typed: 'ANONYMIZE 0' }, 'VERGISS')?.remedy).toBe(
      'Type VERGISS 0 to confirm this plan.',
    );
  });

  it('is worth nothing for another plan, even with the right phrase', () => {
    expect(approvalObstacle({ steps: [], digest: 'd' }, { digest: 'e', typed: 'ANONYMIZE 0' })).toEqual({
      code: 'confirmation-outdated',
      says: 'The confirmation was given for another plan.',
      remedy: 'Review the plan as it is now and confirm that one.',
    });
  });

  it('is checked by the run itself, before anything is read or written', async () => {
    const ground = memoryGround(generatedWorld([0]), { clock: virtualClock() });
    const review = await reviewOf(ground.host, ground.target);
    const { all } = ground.calls();
    const run = runOf(ground.host, review);
    const { ending } = await carryOut({ ...run, approval: { ...run.approval, typed: 'yes' } });

    expect(ending).toMatchObject({ state: 'stopped', reason: 'not-approved' });
    expect(ground.calls().all).toBe(all);
  });
});
