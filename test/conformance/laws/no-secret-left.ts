import assert from 'node:assert/strict';
import { carryOut, runOf } from '@lethe/core/testing';
import { assertEachStepTook, assertEnded, assertNoSecretLeft } from '../checks.ts';
import { assertNotFindable } from '../finding.ts';
import { small, withScene } from '../scene.ts';
import type { Law } from './law.ts';

/** Law 2. */
export const noSecretLeft: Law = {
  number: 2,
  says: 'after a run no secret is anywhere in the host, except where the plan said so beforehand',
  check: async (testbed) => {
    await withScene(testbed, { world: small }, async (scene) => {
      const missing = scene.ground.placed.filter((label) => !scene.before.found.has(label));
      assert.deepEqual(
        missing,
        [],
        'The hunt does not find these secrets before the run, so it proves nothing after it.',
      );
      for (const label of ['name 1', 'address 1'])
        assert.ok(scene.ground.placed.includes(label), `No ${label} is placed.`);
      const { ending, journal } = await carryOut(runOf(scene.host, scene.review, { clock: scene.clock }));
      assertEnded(ending);
      await assertNoSecretLeft(scene);
      await assertEachStepTook(scene, journal);
      await assertNotFindable(scene);
    });
  },
};
