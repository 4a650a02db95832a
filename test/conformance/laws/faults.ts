import assert from 'node:assert/strict';
import type { Ending, Outcome } from '@lethe/core';
import { carryOut, memoryJournal, runOf } from '@lethe/core/testing';
import type { Fault, FaultKind, Testbed } from '@lethe/core/testing';
import { assertEnded, assertEndState, assertJournalTrue } from '../checks.ts';
import { tiny, withScene } from '../scene.ts';
import type { Law } from './law.ts';

/** A fault, and what a run under it must come to. */
interface Case {
  readonly fault: Fault;
  /** `done`, or the reason it stops with. */
  readonly comes: 'done' | Ending['reason'];
  /** An outcome some step must have meanwhile. */
  readonly leaves?: Outcome;
  readonly waits?: boolean;
}

const always = Infinity;
const cases: readonly Case[] = [
  { fault: { kind: 'too-fast', on: 'writes' }, comes: 'done', waits: true },
  { fault: { kind: 'too-fast-dated', on: 'writes', times: 2 }, comes: 'done', waits: true },
  { fault: { kind: 'too-fast', on: 'all', after: 3 }, comes: 'done', waits: true },
  { fault: { kind: 'too-fast', on: 'writes', times: always }, comes: 'too-fast', waits: true },
  { fault: { kind: 'down', on: 'writes' }, comes: 'done', waits: true },
  { fault: { kind: 'down', on: 'all', after: 5, times: 2 }, comes: 'done', waits: true },
  { fault: { kind: 'down', on: 'writes', after: 2, times: always }, comes: 'down', waits: true },
  { fault: { kind: 'time-out', on: 'writes' }, comes: 'done', waits: true },
  { fault: { kind: 'time-out', on: 'writes', after: 4, times: 3 }, comes: 'done', waits: true },
  { fault: { kind: 'locked', on: 'writes' }, comes: 'done', waits: true },
  { fault: { kind: 'locked', on: 'writes', times: always }, comes: 'locked', waits: true },
  { fault: { kind: 'gone', on: 'writes' }, comes: 'done' },
  { fault: { kind: 'lie', on: 'writes' }, comes: 'done' },
  { fault: { kind: 'lie', on: 'writes', times: always }, comes: 'unfinished-steps', leaves: 'still-there' },
  { fault: { kind: 'half', on: 'writes', times: always }, comes: 'unfinished-steps', leaves: 'refused' },
  { fault: { kind: 'rejected', on: 'writes', times: always }, comes: 'unfinished-steps', leaves: 'refused' },
  { fault: { kind: 'not-permitted', on: 'writes', times: always }, comes: 'unfinished-steps', leaves: 'refused' },
  { fault: { kind: 'garbage', on: 'writes', times: always }, comes: 'unfinished-steps', leaves: 'refused' },
  { fault: { kind: 'garbage', on: 'all', times: always }, comes: 'unreadable' },
  { fault: { kind: 'signed-out', on: 'all', times: always }, comes: 'signed-out' },
  { fault: { kind: 'signed-out', on: 'writes', after: 2, times: always }, comes: 'signed-out' },
];

/** Law 10. */
export const faults: Law = {
  number: 10,
  says: 'slow-downs, failures, time-outs, half-done calls and lying answers become the right ending and leave the journal true',
  check: async (testbed) => {
    const some = testbed.isVariant === true ? cases.filter((_, at) => at % 3 === 0) : cases;
    for (const one of some) await assertCase(testbed, one);
    await assertDiskFull(testbed);
  },
};

async function assertCase(testbed: Testbed, { fault, comes, leaves, waits = false }: Case): Promise<void> {
  await withScene(testbed, { world: tiny }, async (scene) => {
    const { ground, host, review, clock } = scene;
    if (isImpossible(fault.kind, ground.faults.impossible)) return;
    const journal = memoryJournal();
    ground.faults.set(fault);
    const { writes } = ground.calls();
    const { ending } = await carryOut(runOf(host, review, { journal, clock }));
    ground.faults.clear();
    // A host that takes few calls for everything may have made all of them before a late fault strikes.
    const isStruck = fault.on !== 'writes' || ground.calls().writes - writes > (fault.after ?? 0);
    const name = `${fault.kind} on ${fault.on}`;
    assert.equal(ending.reason ?? 'done', comes, `${name}: ${JSON.stringify(ending)}`);
    if (waits && isStruck)
      assert.ok(
        clock.waited.some((wait) => wait > 0),
        `${name}: nobody waited.`,
      );
    await assertJournalTrue(scene, journal);
    const outcomes = journal.changes.flatMap((change) => change.settle ?? []).map((one) => one.outcome);
    if (leaves !== undefined) assert.ok(outcomes.includes(leaves), `${name}: no step is ${leaves}.`);
    const resumed = await carryOut(runOf(host, review, { journal, clock }));
    // Where nothing can be read again a lie cannot be found out, and the outcome says so.
    if (fault.kind === 'lie' && outcomes.includes('unprovable')) assertEnded(resumed.ending);
    else await assertEndState(scene, resumed.ending);
  });
}

async function assertDiskFull(testbed: Testbed): Promise<void> {
  await withScene(testbed, { world: tiny }, async (scene) => {
    const journal = memoryJournal();
    journal.failAt(3, new RangeError('The disk is full.'), false);
    const { writes } = scene.ground.calls();
    await assert.rejects(carryOut(runOf(scene.host, scene.review, { journal, clock: scene.clock })), RangeError);
    assert.ok(
      scene.ground.calls().writes - writes <= 3,
      'The run went on writing after its journal could not be written.',
    );
    await assertJournalTrue(scene, journal);
  });
}

function isImpossible(kind: FaultKind, impossible: Readonly<Partial<Record<string, string>>>): boolean {
  return impossible[kind] !== undefined;
}
