import { describe, expect, it } from '@jest/globals';
import { identifiersFrom, parseRules, Personal } from '@lethe/core';
import { generatedWorld, mint } from '@lethe/core/testing';
import { existingPerson } from './lookup.ts';
import { reviewPerson } from './review-person.ts';
import type { Reviewed } from './review-person.ts';
import { ReviewFlow } from './flow/review-flow.ts';
import { StandIn } from './testing/index.ts';
import type { DeskInMemory } from './testing/index.ts';

const also = identifiersFrom({});
const acknowledged = ['already-anonymized'] as const;

describe('a review', () => {
  it('stores the plan under a key of its own, with who reviewed it and when', async () => {
    const scene = new StandIn();
    const desk = scene.desk();
    const person = await existingPerson(scene.host, scene.person);
    const one = await reviewPerson(desk, person, { acknowledged, also });
    const other = await reviewPerson(desk, person, { acknowledged, also });

    const [first, second] = [one, other].map((reviewed) => ('record' in reviewed ? reviewed.record : undefined));
    expect(await desk.store.latestPlan(desk.name, scene.person)).toEqual(second);
    expect(second).toMatchObject({
      host: 'invented',
      person: scene.person,
      personKind: 'end-user',
      reviewedBy: 'agent-1',
    });
    expect(second?.reviewedAt).toEqual(scene.clock.now());
    expect(second?.id).not.toBe(first?.id);
    expect(second?.plan.steps.map(({ seen }) => seen)).not.toEqual(first?.plan.steps.map(({ seen }) => seen));
  });

  it('LV-08 stores nothing while a case of a candidate is still active, and names it', async () => {
    const scene = new StandIn();
    const desk = scene.desk();
    const person = { ...(await existingPerson(scene.host, scene.person)), kind: 'candidate' as const };
    const reviewed = await reviewPerson(desk, person, { acknowledged, also });

    expect(reviewed.obstacles.map(({ code }) => code)).toContain('case-open');
    expect(reviewed.obstacles.every(({ says }) => says.startsWith('Still active: '))).toBe(true);
    expect(await desk.store.latestPlan(desk.name, scene.person)).toBe(undefined);
  });

  it('LV-12 of one case plans nothing on the account and in no other case', async () => {
    const scene = new StandIn();
    const desk = scene.desk();
    const person = await existingPerson(scene.host, scene.person);
    const whole = await reviewPerson(desk, person, { acknowledged, also });
    const only = mint('dossier', 'ticket-1');
    const one = await reviewPerson(desk, person, { acknowledged, also, only });

    const spots = (reviewed: Reviewed): readonly string[] =>
      'record' in reviewed ? reviewed.record.plan.steps.map(({ spot }) => spot) : ['blocked'];
    expect(spots(one)).toEqual(spots(whole).filter((spot) => spot.startsWith('ticket-1/')));
    expect(spots(one).length).toBeGreaterThan(0);
    expect(spots(one).length).toBeLessThan(spots(whole).length);
  });

  it('LR-22 gives a kind of people the name the rules have for it', async () => {
    const rules = parseRules({ replacement: { nameFor: { 'end-user': 'Anonymized customer' } } });
    const scene = new StandIn();
    const desk = scene.desk({ rules });
    expect(await runOn(scene, desk)).toBe('finished');

    expect((await existingPerson(scene.host, scene.person)).name.equals(Personal.of('Anonymized customer'))).toBe(true);
  });

  it('of somebody who was anonymized leaves everybody else called Anonymized alone', async () => {
    const scene = new StandIn(world);
    const desk = scene.desk();
    expect(await runOn(scene, desk)).toBe('finished');
    await scene.ground.edit(mint('spot', 'ticket-2/title'), 'Anonymized asked for Anonymized');

    const person = await existingPerson(scene.host, scene.person);
    const reviewed = await reviewPerson(desk, person, { acknowledged, also });
    const steps = 'record' in reviewed ? reviewed.record.plan.steps.map(({ spot }) => spot) : ['blocked'];
    expect(steps).not.toContain('ticket-2/title');
    expect(steps).not.toContain('blocked');
  });

  it('looks for what a run that stopped half-way knew: by now the host has forgotten the old address', async () => {
    const whole = new StandIn(world);
    expect(await runOn(whole, whole.desk())).toBe('finished');
    const last = whole.ground.calls().writes;

    const scene = new StandIn(world);
    const desk = scene.desk();
    scene.beforeWrite = (write) => {
      if (write === last) scene.ground.faults.set({ kind: 'signed-out', on: 'all', after: 1, times: Infinity });
    };
    expect(await runOn(scene, desk)).toBe('stopped');
    scene.ground.faults.clear();
    const person = await existingPerson(scene.host, scene.person);
    expect(person.identifiers.addresses).toEqual([]);
    await scene.ground.edit(mint('spot', 'ticket-2/title'), `Please call ${scene.world.target.addresses[0]!}`);

    const reviewed = await reviewPerson(desk, person, { acknowledged, also });
    expect('record' in reviewed && reviewed.record.plan.steps.map(({ label }) => label)).toContain('title of ticket-2');
  });
});

const world = generatedWorld([0, 13]);

async function runOn({ person }: StandIn, desk: DeskInMemory): Promise<string> {
  const flow = new ReviewFlow(desk);
  await flow.review(person);
  if (flow.state.at === 'reviewed') await flow.confirm(flow.state.phrase);
  return flow.state.at;
}
