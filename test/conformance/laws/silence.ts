import assert from 'node:assert/strict';
import { inspect } from 'node:util';
import { carryOut, faultKinds, memoryJournal, runOf } from '@lethe/core/testing';
import type { Fault, Testbed } from '@lethe/core/testing';
import { tiny, withScene } from '../scene.ts';
import type { Law } from './law.ts';

/** Law 11. */
export const silence: Law = {
  number: 11,
  says: 'logs, plan, journal, ledger, ending and errors contain no secret',
  check: async (testbed) => {
    await assertSilent(testbed);
    for (const kind of faultKinds)
      for (const fault of [
        { kind, on: 'all', after: 2, times: Infinity },
        { kind, on: 'writes', times: Infinity },
      ] as const)
        await assertSilent(testbed, fault);
  },
};

async function assertSilent(testbed: Testbed, fault?: Fault): Promise<void> {
  await withScene(testbed, { world: tiny }, async (scene) => {
    const { ground, host, review, recorder, clock } = scene;
    const journal = memoryJournal();
    if (fault !== undefined) ground.faults.set(fault);
    const { ending, progress } = await carryOut(runOf(host, review, { journal, clock }));
    const kept = [review.plan, journal.changes, ending, progress, host.profile];
    const printed = kept.flatMap((one) => [JSON.stringify(one), inspect(one, { depth: 9 })]);
    const { hits } = await scene.hunt([...printed, ...recorder.said, ...ground.logged()].map((line) => `${line}\n`));
    assert.deepEqual(hits, [], `These secrets got out${fault === undefined ? '' : ` under "${fault.kind}"`}.`);
  });
}
