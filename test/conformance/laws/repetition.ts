import assert from 'node:assert/strict';
import { carryOut, reviewOf, runOf } from '@lethe/core/testing';
import type { MemoryJournal, Review } from '@lethe/core/testing';
import { assertEnded } from '../checks.ts';
import { small, withScene } from '../scene.ts';
import type { Scene } from '../scene.ts';
import type { Law } from './law.ts';

/** Law 5. */
export const repetition: Law = {
  number: 5,
  says: 'the same plan again writes nothing, and a new plan has nothing to do',
  check: async (testbed) => {
    await withScene(testbed, { world: small }, async (scene) => {
      const { ending, journal } = await carryOut(runOf(scene.host, scene.review, { clock: scene.clock }));
      assertEnded(ending);
      await assertNoWrite(scene, journal);
      const again = await reviewOf(scene.host, scene.ground.target, { who: scene.review.who });
      assert.deepEqual(readable(again), [], 'A plan made after the run still finds something to do.');
      if (hidden(scene.review).length === 0) await assertNoWrite(scene);
    });
  },
};

async function assertNoWrite({ host, ground, review, clock }: Scene, journal?: MemoryJournal): Promise<void> {
  const { writes } = ground.calls();
  const texts = await ground.texts();
  await carryOut(runOf(host, review, { clock, ...(journal === undefined ? {} : { journal }) }));
  assert.equal(ground.calls().writes, writes, 'The same plan wrote again.');
  assert.deepEqual(await ground.texts(), texts, 'The same plan changed something again.');
}

/** Steps whose result can be read; of the others nobody can tell whether there is anything to do. */
function readable(review: Review): readonly string[] {
  return review.plan.steps.map((step) => step.label).filter((label) => !hidden(review).includes(label));
}

function hidden({ spots }: Review): readonly string[] {
  return spots.filter((spot) => spot.content.form === 'hidden').map((spot) => spot.label);
}
