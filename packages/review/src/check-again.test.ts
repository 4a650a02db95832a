import { describe, expect, it } from '@jest/globals';
import { identifiersFrom } from '@lethe/core';
import type { RunRecord } from '@lethe/core';
import { mint } from '@lethe/core/testing';
import { checkAgain, huntAgain } from './check-again.ts';
import { ReviewFlow } from './flow/review-flow.ts';
import { StandIn } from './testing/index.ts';
import type { DeskInMemory } from './testing/index.ts';

const nobody = identifiersFrom({});

async function finished(): Promise<{ readonly scene: StandIn; readonly desk: DeskInMemory; readonly run: RunRecord }> {
  const scene = new StandIn();
  const desk = scene.desk();
  const flow = new ReviewFlow(desk);
  await flow.review(scene.person);
  if (flow.state.at === 'reviewed') await flow.confirm(flow.state.phrase);
  if (flow.state.at !== 'finished') throw new RangeError('The run did not finish.');
  return { scene, desk, run: flow.state.run };
}

function targetOf({ world }: StandIn): ReturnType<typeof identifiersFrom> {
  return identifiersFrom({ names: [world.target.name], addresses: world.target.addresses });
}

describe('looking again', () => {
  it('finds everything as the run left it, and says what cannot be told without knowing whom', async () => {
    const { desk, run, scene } = await finished();
    const cuts = run.plan.plan.steps.filter(({ verb }) => verb === 'cut').length;

    const blind = await checkAgain(desk, { run, who: nobody });
    expect(blind).toEqual({ counts: { clean: run.plan.plan.steps.length - cuts }, notClean: [], unchecked: cuts });
    const knowing = await checkAgain(desk, { run, who: targetOf(scene) });
    expect(knowing).toEqual({ counts: { clean: run.plan.plan.steps.length }, notClean: [], unchecked: 0 });
  });

  it('names what came back', async () => {
    const { desk, run, scene } = await finished();
    await scene.ground.edit(mint('spot', 'ticket-1/title'), `Call ${scene.world.target.name}`);

    expect((await checkAgain(desk, { run, who: nobody })).notClean).toEqual(['title of ticket-1']);
  });

  it('hunts only for whom it is told, and finds what came up since', async () => {
    const { desk, run, scene } = await finished();
    await scene.ground.edit(mint('spot', 'ticket-1/title'), `Call ${scene.world.target.name}`);

    expect(await huntAgain(desk, { run, who: nobody })).toBeUndefined();
    const hunted = await huntAgain(desk, { run, who: targetOf(scene) });
    expect(hunted?.steps.map(({ label }) => label)).toEqual(['title of ticket-1']);
  });
});
