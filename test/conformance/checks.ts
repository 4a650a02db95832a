import assert from 'node:assert/strict';
import { abilityOf, verdictOn } from '@lethe/core';
import type { Ending, Spot, SpotId } from '@lethe/core';
import type { MemoryJournal } from '@lethe/core/testing';
import { parseFragment } from 'parse5';
import type { DefaultTreeAdapterTypes } from 'parse5';
import { textOf, textsOf } from './contents.ts';
import type { Scene } from './scene.ts';

/** The run came to its end. */
export function assertEnded(ending: Ending): void {
  assert.notEqual(ending.state, 'stopped', `The run stopped: ${JSON.stringify(ending)}`);
}

/** All that must hold once a run is over, however often it was interrupted. */
export async function assertEndState(scene: Scene, ending: Ending): Promise<void> {
  assertEnded(ending);
  await assertNoSecretLeft(scene);
  await assertOthersUntouched(scene);
  await assertTalliesEqual(scene, ending);
}

/** No secret is anywhere in the host, except in what the plan said would stay. */
export async function assertNoSecretLeft(scene: Scene): Promise<void> {
  const announced = await announcedBy(scene);
  const { hits } = await scene.hunt(scene.ground.dump());
  const left = hits.filter(({ secret }) => !announced.has(secret));
  assert.deepEqual(left, [], 'These secrets are still in the host, and the plan did not say so.');
}

/** What the journal calls clean is not what it was, seen past the port. */
export async function assertEachStepTook({ ground, review, before }: Scene, journal: MemoryJournal): Promise<void> {
  const after = await ground.texts();
  const steps = new Map(review.plan.steps.map((step) => [step.id, step]));
  for await (const { step: id, outcome } of journal.entries()) {
    const step = steps.get(id);
    const text = step === undefined ? undefined : before.texts[step.spot];
    if (step === undefined || outcome !== 'clean' || text === undefined || text === '') continue;
    assert.notEqual(after[step.spot], text, `${step.label} is called clean and is as it was.`);
  }
}

/** Texts that no step is about are as they were; where mentions were cut, every other character is. */
export async function assertOthersUntouched({ host, ground, review, before }: Scene): Promise<void> {
  const after = await ground.texts();
  const steps = new Map<string, (typeof review.plan.steps)[number]>(review.plan.steps.map((step) => [step.spot, step]));
  const others = (texts: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
    Object.fromEntries(Object.entries(texts).filter(([key]) => !steps.has(key)));
  const isLogged = review.plan.remains.length > 0;
  const now = others(after);
  const known = Object.fromEntries(Object.entries(now).filter(([key]) => !isLogged || key in before.texts));
  assert.deepEqual(known, others(before.texts), 'A text that no step is about has changed.');
  for (const spot of review.spots) {
    const text = after[spot.id];
    const ability = abilityOf(spot, host.profile.abilities);
    const masks = ability.can === 'nothing' ? undefined : ability.masks;
    const expected = cutText(spot, steps.get(spot.id)?.verb, { review, masks });
    if (expected === undefined || before.texts[spot.id] !== textOf(spot) || text === undefined) continue;
    const seen = (some: string): string => (masks === undefined ? some : readAround(masks, some, spot));
    assert.equal(seen(text), seen(expected), `More or less than the mentions was cut out of ${spot.label}.`);
  }
}

/** What reports count is as it was. */
export async function assertTalliesEqual({ ground, before }: Scene, ending?: Ending): Promise<void> {
  assert.deepEqual(await ground.tallies(), before.tallies, 'What reports count has changed.');
  assert.deepEqual(ending?.tallies.changed ?? [], [], 'The run itself saw tallies change.');
}

/** What the journal calls clean is clean when read again, and what it calls stale was left alone. */
export async function assertJournalTrue({ ground, review, before }: Scene, journal: MemoryJournal): Promise<void> {
  const steps = new Map(review.plan.steps.map((step) => [step.id, step]));
  const readings = new Map<SpotId, Parameters<typeof verdictOn>[1]['reading']>();
  for await (const reading of ground.host.reread(review.plan.steps.map((step) => step.spot)))
    readings.set(reading.spot, reading);
  const after = await ground.texts();
  for await (const { step: id, outcome } of journal.entries()) {
    const step = steps.get(id);
    assert.ok(step, 'The journal holds a step that is not in the plan.');
    const reading = readings.get(step.spot);
    if (outcome === 'clean' || outcome === 'already-clean') {
      assert.ok(reading, `${step.label} was not read again.`);
      const verdict = verdictOn(step, { reading, receipt: undefined }, review);
      assert.equal(verdict, 'already-clean', `The journal says ${outcome}, a fresh reading of ${step.label} does not.`);
    }
    if (outcome === 'refused') assert.equal(after[step.spot], before.texts[step.spot], `${step.label} was "refused".`);
  }
}

/**
 * Labels of secrets the plan said would stay: those in gaps, in what the rules keep, and where old values remain. Where the
 * host cannot be searched or does not show what it holds, the plan says that it cannot know: then also whatever is in no step.
 */
async function announcedBy({ world, host, review, hunt }: Scene): Promise<ReadonlySet<string>> {
  const { plan, spots } = review;
  const steps = new Set(plan.steps.map((step) => step.spot));
  const gaps = new Set(plan.gaps.map((gap) => gap.spot));
  const kept = new Set(plan.kept.flatMap(({ spot, why }) => (why === 'rule' || why === 'ambiguous' ? [spot] : [])));
  const staying = spots.filter((spot) => {
    const ability = abilityOf(spot, host.profile.abilities);
    const remains = ability.can !== 'nothing' && ability.remains !== undefined;
    return gaps.has(spot.id) || kept.has(spot.id) || (steps.has(spot.id) && remains);
  });
  const foundIn = async (some: readonly Spot[]): Promise<readonly string[]> =>
    (await hunt(some.map(({ content }) => `${textsOf(content).join('\n')}\n`))).hits.map((hit) => hit.secret);
  const files = new Set(staying.filter(({ content }) => content.form === 'file').map(({ kind }) => kind));
  const inFiles = world.secrets.filter((secret) => secret.in.some((kind) => files.has(kind)));
  const isBlind = plan.unreached.length > 0 || staying.some(({ content }) => content.form === 'hidden');
  const inSteps = new Set(await foundIn(spots.filter((spot) => steps.has(spot.id))));
  const unknown = isBlind
    ? world.secrets.filter(({ in: kinds, label }) => kinds.some(isAccount) || !inSteps.has(label))
    : [];
  return new Set([...(await foundIn(staying)), ...[...inFiles, ...unknown].map((secret) => secret.label)]);
}

function isAccount(kind: string): boolean {
  return kind.startsWith('person.');
}

function cutText(
  { content }: Spot,
  verb: string | undefined,
  { review: { finder, rules }, masks }: { readonly review: Scene['review']; readonly masks: string | undefined },
): string | undefined {
  if (verb !== 'cut' || (content.form !== 'plain' && content.form !== 'html')) return undefined;
  return finder.cut(content.text, content.form, masks ?? rules.replacement.mention).text.reveal();
}

/** What is left to read of a text in which the host put its own sign in place of each character that was cut out. */
function readAround(masks: string, text: string, { content }: Spot): string {
  const read = content.form === 'html' ? readableIn(parseFragment(text)) : text;
  return read.replaceAll(masks, '');
}

function readableIn(node: DefaultTreeAdapterTypes.Node): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(readableIn).join('') : '';
}
