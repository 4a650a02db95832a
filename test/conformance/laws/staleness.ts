import assert from 'node:assert/strict';
import { abilityOf } from '@lethe/core';
import type { HostProfile, Kept, Spot, SpotKind } from '@lethe/core';
import { carryOut, reviewOf, runOf } from '@lethe/core/testing';
import type { Testbed } from '@lethe/core/testing';
import { assertEnded } from '../checks.ts';
import { small, tiny, withScene } from '../scene.ts';
import type { Scene } from '../scene.ts';
import type { Law } from './law.ts';

/** What people edit in most hosts. */
const usual: readonly SpotKind[] = ['dossier.title', 'dossier.description', 'message.body'];

/** Law 7. */
export const staleness: Law = {
  number: 7,
  says: 'text edited after the review is stale and untouched, and what newly names the person goes back to review',
  check: async (testbed) => {
    let edited = 0;
    const editable = await withScene(testbed, { world: tiny }, async ({ ground }) => ground.editable ?? usual);
    for (const kind of editable) edited += (await staysAsEdited(testbed, kind)) ? 1 : 0;
    assert.ok(edited > 0, 'No step of this world is about a text that people can edit.');
    await growsBack(testbed);
  },
};

async function staysAsEdited(testbed: Testbed, kind: SpotKind): Promise<boolean> {
  return withScene(testbed, { world: small }, async (scene) => {
    const { ground, host, review, world, clock } = scene;
    const step = review.plan.steps.find(
      (one) => one.kind === kind && one.verb !== 'remove' && one.verb !== 'ask' && isShown(scene, one.spot),
    );
    if (step === undefined) return false;
    const text = `Called again: ${world.target.name}, second thoughts.`;
    await ground.edit(step.spot, text);
    const { ending, journal } = await carryOut(runOf(host, review, { clock }));
    const settled = journal.changes.flatMap((change) => change.settle ?? []).filter((one) => one.step === step.id);
    assert.deepEqual(
      settled.map((one) => one.outcome),
      ['stale'],
      `The edited ${step.label} is not called stale.`,
    );
    assert.ok((await ground.texts())[step.spot]?.includes(text), `The edit of ${step.label} was overwritten.`);
    assert.equal(ending.reason, 'unfinished-steps', 'The person was closed although something is stale.');
    const fresh = await reviewOf(host, ground.target);
    assert.ok(
      fresh.plan.steps.some((one) => one.spot === step.spot),
      `A new plan forgets ${step.label}.`,
    );
    assertEnded((await carryOut(runOf(host, fresh, { clock }))).ending);
    return true;
  });
}

async function growsBack(testbed: Testbed): Promise<void> {
  await withScene(testbed, { world: small }, async ({ ground, host, review, world, clock }) => {
    const editable = ground.editable ?? usual;
    const isHarmless = ({ spot, kind, why }: Kept): boolean =>
      why === 'uninvolved' &&
      editable.includes(kind) &&
      canBeCut(
        host.profile,
        review.spots.find((one) => one.id === spot),
      );
    const contents = new Map(review.spots.map((spot) => [spot.id, spot.content]));
    // A host that empties lines and cuts nothing grows where something is written into an empty one.
    const isEmptyLine = ({ spot, kind, why }: Kept): boolean =>
      why === 'already-clean' && editable.includes(kind) && isBlank(contents.get(spot));
    const harmless = review.plan.kept.find(isHarmless) ?? review.plan.kept.find(isEmptyLine);
    assert.ok(harmless, 'No text in this world is free of the person.');
    await ground.edit(harmless.spot, `Please ask ${world.target.name}.`);
    const { writes } = ground.calls();
    const { ending } = await carryOut(runOf(host, review, { clock }));
    assert.equal(ending.reason, 'plan-grew', 'The plan grew after the review and the run went on.');
    assert.ok(ending.grown.includes(harmless.spot), 'The ending does not name the spot that came up.');
    assert.equal(ground.calls().writes, writes, 'Something was written although the plan grew.');
  });
}

function isShown({ review }: Scene, id: string): boolean {
  const spot: Spot | undefined = review.spots.find((one) => one.id === id);
  return spot !== undefined && spot.content.form !== 'hidden';
}

function isBlank(content: Spot['content'] | undefined): boolean {
  return content?.form === 'plain' && content.text.isBlank;
}

function canBeCut({ abilities }: HostProfile, spot: Spot | undefined): boolean {
  if (spot === undefined) return false;
  const ability = abilityOf(spot, abilities);
  return ability.can !== 'nothing' && ability.can.includes('cut');
}
