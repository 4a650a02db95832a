import { carryOut, runOf } from '@lethe/core/testing';
import { assertEnded, assertOthersUntouched } from '../checks.ts';
import { mistakable, withScene } from '../scene.ts';
import type { Law } from './law.ts';

/** Law 3. */
export const bystanders: Law = {
  number: 3,
  says: "bystanders' text is untouched, byte for byte, a namesake's and a longer address's too",
  check: async (testbed) => {
    await withScene(testbed, { world: mistakable }, async (scene) => {
      const { ending } = await carryOut(runOf(scene.host, scene.review, { clock: scene.clock }));
      assertEnded(ending);
      await assertOthersUntouched(scene);
    });
  },
};
