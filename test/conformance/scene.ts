import type { Host, Rules } from '@lethe/core';
import { generatedWorld, hunterFor, mistakableWorld, reviewOf, smallWorld, virtualClock } from '@lethe/core/testing';
import type { Ground, Review, Testbed, VirtualClock, World } from '@lethe/core/testing';
import { Recorder } from './recorder.ts';

/** A host with a world in it, reviewed, and everything that stood in it before the run. */
export interface Scene {
  readonly world: World;
  readonly ground: Ground;
  /** The ground's host, with an ear at the door. */
  readonly host: Host;
  readonly recorder: Recorder;
  readonly clock: VirtualClock;
  readonly review: Review;
  readonly hunt: ReturnType<typeof hunterFor>;
  readonly before: {
    readonly texts: Readonly<Record<string, string>>;
    readonly tallies: Readonly<Record<string, string>>;
    /** Labels of secrets found. */
    readonly found: ReadonlySet<string>;
  };
}

/** A world for laws that build it many times: a ticket by mail and one from the web, with files, lists and history. */
export const tiny = generatedWorld([0, 7]);
/** The world most laws are tried in. */
export const small = smallWorld();
/** The same with people who look like the target. */
export const mistakable = mistakableWorld();
const hunters = new WeakMap<World, Scene['hunt']>();

/** Puts a world into a host, reviews the target, does something with it, and closes the host whatever happens. */
export async function withScene<T>(
  testbed: Testbed,
  { world, rules }: { readonly world: World; readonly rules?: Rules },
  act: (scene: Scene) => Promise<T>,
): Promise<T> {
  const clock = virtualClock();
  const ground = await testbed.build(world, clock);
  try {
    const recorder = new Recorder();
    const host = recorder.listeningTo(ground.host);
    const review = await reviewOf(host, ground.target, rules === undefined ? {} : { rules });
    const hunt = hunterIn(world);
    const found = new Set((await hunt(ground.dump())).hits.map((hit) => hit.secret));
    const before = { texts: await ground.texts(), tallies: await ground.tallies(), found };
    return await act({ world, ground, host, recorder, clock, review, hunt, before });
  } finally {
    await ground.close();
  }
}

/** Making a hunter takes longer than hunting through a small world. */
function hunterIn(world: World): Scene['hunt'] {
  const hunter = hunters.get(world) ?? hunterFor(world.secrets);
  hunters.set(world, hunter);
  return hunter;
}
