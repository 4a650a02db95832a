import assert from 'node:assert/strict';
import { carryOut, memoryJournal, runOf } from '@lethe/core/testing';
import type { MemoryJournal, Testbed } from '@lethe/core/testing';
import { assertEndState, assertJournalTrue } from '../checks.ts';
import { dyingAt, Killed, spread } from '../killing.ts';
import { tiny, withScene } from '../scene.ts';
import type { Scene } from '../scene.ts';
import type { Law } from './law.ts';

/** Law 6. */
export const resumption: Law = {
  number: 6,
  says: 'killed at any call and resumed, a run comes to the same end state, and nothing is done twice that hurts twice',
  check: async (testbed) => {
    const counted = await countsOf(testbed);
    for (const moment of spread(counted.moments, testbed.kills)) await killedAtCall(testbed, moment);
    for (const write of spread(counted.journalWrites, testbed.kills))
      for (const kept of [false, true]) await killedAtJournal(testbed, { write, kept });
    for (const call of spread(counted.calls, testbed.kills))
      for (const kind of ['down', 'time-out'] as const) await cutOffAt(testbed, { call, kind });
  },
};

/** How many moments an undisturbed run has. */
async function countsOf(testbed: Testbed): Promise<Record<'moments' | 'journalWrites' | 'calls', number>> {
  return withScene(testbed, { world: tiny }, async (scene) => {
    const { all } = scene.ground.calls();
    const { host, moments } = dyingAt(scene.host, Infinity);
    const { journal } = await carryOut(runOf(host, scene.review, { clock: scene.clock }));
    return { moments: moments(), journalWrites: journal.changes.length, calls: scene.ground.calls().all - all };
  });
}

async function killedAtCall(testbed: Testbed, moment: number): Promise<void> {
  await withScene(testbed, { world: tiny }, async (scene) => {
    const journal = memoryJournal();
    const run = runOf(dyingAt(scene.host, moment).host, scene.review, { journal, clock: scene.clock });
    await assert.rejects(carryOut(run), Killed, `The process lived on after moment ${moment}.`);
    await assertResumes(scene, journal);
  });
}

async function killedAtJournal(
  testbed: Testbed,
  at: { readonly write: number; readonly kept: boolean },
): Promise<void> {
  await withScene(testbed, { world: tiny }, async (scene) => {
    const journal = memoryJournal();
    journal.failAt(at.write, new Killed('The disk is full.'), at.kept);
    const run = runOf(scene.host, scene.review, { journal, clock: scene.clock });
    await assert.rejects(carryOut(run), Killed, `The run went on after journal write ${at.write} had failed.`);
    await assertResumes(scene, journal);
  });
}

/** The host is out of reach from a call on; that one takes effect or not. */
async function cutOffAt(
  testbed: Testbed,
  at: { readonly call: number; readonly kind: 'down' | 'time-out' },
): Promise<void> {
  await withScene(testbed, { world: tiny }, async (scene) => {
    const journal = memoryJournal();
    scene.ground.faults.set({ kind: at.kind, on: 'all', after: at.call, times: Infinity });
    const { ending } = await carryOut(runOf(scene.host, scene.review, { journal, clock: scene.clock }));
    assert.equal(ending.state, 'stopped', `The host was out of reach from call ${at.call} on and nobody noticed.`);
    scene.ground.faults.clear();
    await assertResumes(scene, journal);
  });
}

async function assertResumes(scene: Scene, journal: MemoryJournal): Promise<void> {
  await assertJournalTrue(scene, journal);
  const { ending } = await carryOut(runOf(scene.host, scene.review, { journal, clock: scene.clock }));
  await assertEndState(scene, ending);
}
