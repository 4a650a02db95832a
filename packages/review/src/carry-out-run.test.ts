import { describe, expect, it } from '@jest/globals';
import { but } from '@lethe/core/testing';
import { ReviewFlow } from './flow/review-flow.ts';
import { StandIn } from './testing/index.ts';
import type { DeskInMemory } from './testing/index.ts';

/** A desk whose host has the account no more from a write on, as where the run itself deleted it; the process dies there. */
async function stoppedAt(
  write: number,
): Promise<{ readonly scene: StandIn; readonly desk: DeskInMemory; readonly run: string }> {
  const scene = new StandIn();
  let gone = false;
  scene.beforeWrite = (at) => {
    if (at !== write) return;
    scene.ground.faults.set({ kind: 'signed-out', on: 'all', after: 1, times: Infinity });
    gone = true;
  };
  const host = but(scene.host, {
    findPeople: async function* (query) {
      if (!gone) yield* scene.host.findPeople(query);
    },
  });
  const desk = scene.desk({ host });
  const flow = new ReviewFlow(desk);
  await flow.review(scene.person);
  if (flow.state.at === 'reviewed') await flow.confirm(flow.state.phrase);
  scene.ground.faults.clear();
  const [open] = await desk.store.runs({ open: true });
  return { scene, desk, run: open?.id ?? 'none' };
}

describe('a run whose account is gone', () => {
  it('goes on when it is resumed: it may have deleted the account itself', async () => {
    const { desk, run } = await stoppedAt(3);
    const flow = new ReviewFlow(desk);
    await flow.resume(run);

    expect(flow.state.at).toBe('finished');
  });

  it('does not begin: somebody else deleted or merged it', async () => {
    const scene = new StandIn();
    let gone = false;
    const host = but(scene.host, {
      findPeople: async function* (query) {
        if (!gone) yield* scene.host.findPeople(query);
      },
    });
    const flow = new ReviewFlow(scene.desk({ host }));
    await flow.review(scene.person);
    gone = true;
    if (flow.state.at === 'reviewed') await flow.confirm(flow.state.phrase);

    expect(flow.state).toMatchObject({ at: 'stopped', report: { reason: 'gone' } });
    expect(scene.ground.calls().writes).toBe(0);
  });
});
