import assert from 'node:assert/strict';
import { administratorsOnly } from '@lethe/core';
import type { Rig, Seat } from './rig.ts';

/** What holds after every command, whatever it was. */
export async function assertLawful(rig: Rig): Promise<void> {
  assert.deepEqual(rig.broken, []);
  for (const at of [0, 1]) await assertTrue(rig.seat(at));
  await assertOneRunEach(rig);
  await assertLocksGivenBack(rig);
}

/** Nothing is under way any more, and what is shown is what is stored. */
async function assertTrue({ flow, desk }: Seat): Promise<void> {
  const { state } = flow;
  if (state.at === 'looking' || state.at === 'running') assert.fail(`Still ${state.at}.`);
  if (state.at === 'reviewed') assert.equal(state.confirming, undefined);
  if (state.at === 'blocked') assert.notEqual(state.obstacles.length, 0);
  if (state.at === 'trouble') assert.ok(state.says !== '' && state.remedy !== '');
  if (state.at === 'stopped') assert.equal(state.report.run, state.run.id);
  if (state.at !== 'finished') return;
  const stored = await desk.store.run(state.run.id);
  assert.ok(stored !== undefined);
  assert.equal(stored.state, state.run.state);
  assert.ok(stored.state === 'done' || stored.state === 'done-with-gaps');
  assert.equal(await desk.store.secretsOf(state.run.id), undefined);
}

async function assertOneRunEach({ disk, approved }: Rig): Promise<void> {
  const runs = [...disk.runs.values()].map(({ record }) => record);
  assert.equal(new Set(runs.map(({ plan }) => plan.id)).size, runs.length, 'A plan began two runs.');
  for (const { plan } of runs) assert.ok(approved.has(plan.plan.digest), 'A run began without its phrase.');
}

async function assertLocksGivenBack(rig: Rig): Promise<void> {
  const holder = rig.locks.holderOf(rig.scene.person);
  const living = [rig.seat(0).holder, rig.seat(1).holder];
  assert.ok(holder === undefined || !living.includes(holder), 'A lock was kept by somebody who does nothing.');
}

/** From wherever it got, the person can be finished once rights and host are well again; and nothing personal got out. */
export async function assertGoodEnd(rig: Rig): Promise<void> {
  rig.letGo();
  rig.scene.ground.faults.clear();
  const seat = rig.seat(0);
  seat.desk.allowed = administratorsOnly;
  for (let round = 0; round < 3 && seat.flow.state.at !== 'finished'; round += 1) await goOn(rig, seat);
  const { state } = seat.flow;
  assert.ok(state.at === 'finished', `It ends at ${state.at}: ${JSON.stringify(state).slice(0, 2_000)}`);
  if (!rig.isLost && state.run.state === 'done') assert.deepEqual(await rig.left(), []);
  await assertLawful(rig);
  assert.deepEqual(await rig.leaked(), []);
}

/** The open run first, whoever began it; where it cannot go on, the person anew. */
async function goOn(rig: Rig, { flow, desk }: Seat): Promise<void> {
  const [open] = await desk.store.runs({ open: true });
  if (open !== undefined) await flow.resume(open.id, { acceptRefused: true });
  if (flow.state.at === 'finished') return;
  await flow.review(rig.scene.person);
  if (flow.state.at === 'blocked') await flow.acknowledge(['already-anonymized']);
  if (flow.state.at !== 'reviewed') return;
  rig.approved.add(flow.state.record.plan.digest);
  await flow.confirm(flow.state.phrase);
}
