import assert from 'node:assert/strict';
import type { Host, ReadyStep } from '@lethe/core';
import { carryOut, runOf } from '@lethe/core/testing';
import { assertEnded } from '../checks.ts';
import { small, withScene } from '../scene.ts';
import type { Scene } from '../scene.ts';
import type { Law } from './law.ts';

/** Law 9. */
export const grouping: Law = {
  number: 9,
  says: 'group is pure, complete and in order, and a run needs few calls more than the lower bound',
  check: async (testbed) => {
    await withScene(testbed, { world: small }, async (scene) => {
      const { ground, host, review, recorder, clock } = scene;
      const { all } = ground.calls();
      const { ending } = await carryOut(runOf(host, review, { clock }));
      const calls = ground.calls().all - all;
      for (const steps of recorder.asked) assertGroups(scene, steps);
      assertGroups(scene, []);
      assertEnded(ending);
      const most = ground.lowerBound(review.plan) + testbed.allowance;
      assert.ok(calls <= most, `The run made ${calls} calls; at most ${most} are allowed.`);
    });
  },
};

function assertGroups({ ground }: Scene, steps: readonly ReadyStep[]): void {
  const { host } = ground;
  const { all } = ground.calls();
  const orders = [steps, [...steps].reverse(), steps.filter((_, at) => at % 2 === 0), ...steps.map((step) => [step])];
  for (const order of orders) assertGroup(host, Object.freeze(order));
  assert.equal(ground.calls().all, all, '`group` called the host.');
}

function assertGroup(host: Host, steps: readonly ReadyStep[]): void {
  const groups = host.group(steps);
  const ids = groups.map((group) => group.steps.map((step) => step.id));
  assert.deepEqual(
    host.group(steps).map((group) => group.steps.map((step) => step.id)),
    ids,
    '`group` is not pure.',
  );
  assert.deepEqual(ids.flat().sort(), steps.map((step) => step.id).sort(), '`group` drops, adds or doubles steps.');
  assert.ok(
    groups.every((group) => group.steps.length > 0),
    'A group is empty.',
  );
  assert.ok(
    groups.flatMap((group) => group.steps).every((step) => steps.includes(step)),
    '`group` changes steps.',
  );
  const places = ids.map((group) => group.map((id) => steps.findIndex((step) => step.id === id)));
  assert.ok(places.every(isAscending), '`group` changes the order inside a call.');
  assert.ok(isAscending(places.map((group) => group[0] ?? 0)), '`group` changes the order of calls.');
}

function isAscending(numbers: readonly number[]): boolean {
  return numbers.every((number, at) => at === 0 || number > (numbers[at - 1] ?? -1));
}
