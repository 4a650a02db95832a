import assert from 'node:assert/strict';
import type { Host, Reading, SpotId } from '@lethe/core';
import { carryOut, reviewOf, runOf } from '@lethe/core/testing';
import { opened } from '../contents.ts';
import { assertFindable } from '../finding.ts';
import { mistakable, withScene } from '../scene.ts';
import type { Scene } from '../scene.ts';
import type { Law } from './law.ts';

/** Law 1. */
export const accounting: Law = {
  number: 1,
  says: 'steps, kept and gaps are the spots, each exactly once, and every step has an outcome',
  check: async (testbed) => {
    await withScene(testbed, { world: mistakable }, async (scene) => {
      await assertFindable(scene);
      assertEachOnce(scene);
      await assertListedAlike(scene);
      await assertReadAlike(scene);
      await assertEachSettled(scene);
    });
  },
};

function assertEachOnce({ review: { plan, spots } }: Scene): void {
  const listed = spots.map((spot) => spot.id);
  const accounted = [...plan.steps, ...plan.kept, ...plan.gaps].map(({ spot }) => spot);
  assert.deepEqual(repeated(listed), [], 'The host lists a spot twice.');
  assert.deepEqual(sorted(accounted), sorted(listed), 'The plan does not account for each spot exactly once.');
  assert.ok(plan.steps.length > 0, 'There is nothing to do in this world.');
}

async function assertListedAlike({ host, ground, review }: Scene): Promise<void> {
  const again = await reviewOf(host, ground.target);
  assert.equal(again.plan.digest, review.plan.digest, 'The same host, listed again, gives another plan.');
}

async function assertReadAlike({ host, review: { spots } }: Scene): Promise<void> {
  const readings = await readingsOf(
    host,
    spots.map((spot) => spot.id),
  );
  assert.deepEqual(
    sorted(readings.map(({ spot }) => spot)),
    sorted(spots.map((spot) => spot.id)),
    'Not each spot was read.',
  );
  const contents = new Map(readings.map(({ spot, content }) => [spot, content]));
  for (const { id, content, label } of spots)
    assert.deepEqual(opened(contents.get(id)), opened(content), `${label} reads otherwise than it was listed.`);
}

async function assertEachSettled(scene: Scene): Promise<void> {
  const { journal } = await carryOut(runOf(scene.host, scene.review, { clock: scene.clock }));
  const settled: string[] = [];
  for await (const { step, outcome } of journal.entries()) if (outcome !== undefined) settled.push(step);
  const steps = scene.review.plan.steps.map((step) => step.id);
  assert.deepEqual(sorted(settled), sorted(steps), 'Not every step has an outcome.');
}

async function readingsOf(host: Host, spots: readonly SpotId[]): Promise<readonly Reading[]> {
  const readings: Reading[] = [];
  for await (const reading of host.reread(spots)) readings.push(reading);
  return readings;
}

function repeated(ids: readonly string[]): readonly string[] {
  return ids.filter((id, at) => ids.indexOf(id) !== at);
}

function sorted(ids: readonly string[]): readonly string[] {
  return [...ids].sort();
}
