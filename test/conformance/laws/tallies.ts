import { carryOut, runOf } from '@lethe/core/testing';
import { assertEnded, assertTalliesEqual } from '../checks.ts';
import { small, withScene } from '../scene.ts';
import type { Law } from './law.ts';

/** Law 4. */
export const tallies: Law = {
  number: 4,
  says: 'what reports count is equal before and after',
  check: async (testbed) => {
    await withScene(testbed, { world: small }, async (scene) => {
      const { ending } = await carryOut(runOf(scene.host, scene.review, { clock: scene.clock }));
      assertEnded(ending);
      await assertTalliesEqual(scene, ending);
    });
  },
};
