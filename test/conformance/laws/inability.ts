import assert from 'node:assert/strict';
import { changedHost, planFor, verbs } from '@lethe/core';
import type { Ability, Host, Plan, Spot, SpotKind, Verb } from '@lethe/core';
import { carryOut, runOf, streamOf } from '@lethe/core/testing';
import type { Testbed } from '@lethe/core/testing';
import { assertEnded } from '../checks.ts';
import { tiny, withScene } from '../scene.ts';
import type { Scene } from '../scene.ts';
import type { Law } from './law.ts';

const source = 'test/conformance/laws/inability.ts';
const cannot: Ability = { can: 'nothing', because: 'This test says so.', source };

/** Law 8. */
export const inability: Law = {
  number: 8,
  says: 'a kind that can do nothing yields a gap and no write',
  check: async (testbed) => {
    const kinds = await withScene(testbed, { world: tiny }, async (scene) => {
      const listed = new Set(scene.review.spots.map((spot) => spot.kind));
      for (const kind of listed) await assertGaps(scene, kind);
      for (const kind of listed) for (const verb of verbs) await assertOnly(scene, kind, verb);
      return new Set(scene.review.plan.steps.map((step) => step.kind));
    });
    for (const kind of ['message.body', 'dossier.description', 'person.name'] as const)
      if (kinds.has(kind)) await assertNoWrite(testbed, kind);
  },
};

/** With the kind out of reach, its steps become gaps and nothing else changes. */
async function assertGaps(scene: Scene, kind: SpotKind): Promise<void> {
  const before = scene.review.plan;
  const plan = await replanned(scene, scene.review.spots, { kind, ability: cannot });
  const of = (some: Plan['steps'] | Plan['gaps']): readonly string[] =>
    some.filter((one) => one.kind === kind).map((one) => one.spot);
  assert.deepEqual(of(plan.steps), [], `A step on a ${kind} that nothing can be done to.`);
  const wanted = [...of(before.steps), ...of(before.gaps)].sort();
  const gaps = new Set(of(plan.gaps));
  assert.deepEqual(
    wanted.filter((spot) => !gaps.has(spot)),
    [],
    `A ${kind} that cannot be blanked is not a gap.`,
  );
  const others = (one: Plan): readonly string[] =>
    one.steps.filter((step) => step.kind !== kind).map((step) => step.id);
  assert.deepEqual(others(plan), others(before), `What cannot be done to ${kind} changed steps on other kinds.`);
}

/** With one verb left, steps of the kind use it or are gaps. */
async function assertOnly(scene: Scene, kind: SpotKind, verb: Verb): Promise<void> {
  const spots = scene.review.spots.filter((spot) => spot.kind === kind);
  const plan = await replanned(scene, spots, { kind, ability: { can: [verb], provable: true, source } });
  const used = plan.steps.filter((step) => step.kind === kind).map((step) => step.verb);
  assert.deepEqual(
    used.filter((one) => one !== verb),
    [],
    `The host can only ${verb} a ${kind}.`,
  );
}

async function replanned(
  { host, ground, review }: Scene,
  spots: readonly Spot[],
  { kind, ability }: { readonly kind: SpotKind; readonly ability: Ability },
): Promise<Plan> {
  const { profile } = limited(host, kind, ability);
  const input = { ...review, profile, person: ground.target };
  return planFor(input, streamOf(spots.map((spot) => limitedSpot(spot, kind, ability))));
}

async function assertNoWrite(testbed: Testbed, kind: SpotKind): Promise<void> {
  const lame: Testbed = {
    ...testbed,
    build: async (world, clock) => {
      const ground = await testbed.build(world, clock);
      return { ...ground, host: limited(ground.host, kind, cannot) };
    },
  };
  await withScene(lame, { world: tiny }, async ({ host, review, recorder, clock, ground, before }) => {
    const { ending } = await carryOut(runOf(host, review, { clock }));
    assertEnded(ending);
    assert.equal(ending.state, 'done-with-gaps', `Nothing could be done to ${kind}, and the run says all is done.`);
    const written = recorder.applied.flatMap((group) => group.steps).filter((step) => step.kind === kind);
    assert.deepEqual(
      written.map((step) => step.spot),
      [],
      `Something was done to a ${kind}.`,
    );
    const after = await ground.texts();
    for (const { spot } of review.plan.gaps)
      if (spot in after || !goesAlong(review, spot))
        assert.equal(after[spot], before.texts[spot], 'A gap has changed.');
  });
}

/** Whether a spot is part of something that another step removes as a whole, such as an account, or that goes by hand as a whole. */
function goesAlong({ plan, spots }: Scene['review'], gap: string): boolean {
  const ownerOf = (id: string): string | undefined => spots.find((spot) => spot.id === id)?.of.id;
  return plan.steps.some(({ verb, spot }) => (verb === 'remove' || verb === 'ask') && ownerOf(spot) === ownerOf(gap));
}

function limited(host: Host, kind: SpotKind, ability: Ability): Host {
  const { profile } = host;
  return changedHost(host, {
    profile: { ...profile, abilities: { ...profile.abilities, [kind]: ability } },
    spots: async function* (scopes) {
      for await (const spot of host.spots(scopes)) yield limitedSpot(spot, kind, ability);
    },
  });
}

function limitedSpot(spot: Spot, kind: SpotKind, ability: Ability): Spot {
  return spot.kind === kind ? { ...spot, ability } : spot;
}
