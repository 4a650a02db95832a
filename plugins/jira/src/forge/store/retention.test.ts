import { describe, expect, it } from '@jest/globals';
import { verifyLedger } from '@lethe/core';
import { endingIn, inventedRecord, inventedSecrets, stepIds } from '@lethe/core/testing';
import { begun, collect } from '../../../../../test/conformance/store/begun.ts';
import { StoreScene } from './store-scene.suite.ts';

const DAY = 24 * 60 * 60 * 1000;

describe('what is forgotten', () => {
  it('is a plan nobody ran within a day, with its secrets', async () => {
    const scene = await StoreScene.open();
    const store = scene.store();
    const record = { ...inventedRecord(), reviewedAt: scene.clock.now() };
    await store.savePlan(record, inventedSecrets());
    await scene.clock.wait(DAY);
    expect(await store.forgetOld(400)).toEqual({ plans: 0, runs: 0 });
    await scene.clock.wait(1);
    expect(await store.forgetOld(400)).toEqual({ plans: 1, runs: 0 });
    expect(await store.plan(record.id)).toBeUndefined();
    expect(scene.keys()).toEqual(['ledger:head', 'register-page:0', 'register:head']);
  });

  it('is a run that ended so many days ago, with plan and journal, and never an open one; the ledger stays whole', async () => {
    const scene = await StoreScene.open();
    const store = scene.store();
    const [ended, stopped] = [await begun(store), await begun(store)];
    for (const { journal } of [ended, stopped]) await journal.write({ intend: stepIds(400) });
    await ended.end(endingIn('done'));
    await stopped.end(endingIn('stopped'));
    const entries = (await collect(store.ledger())).length;
    await scene.clock.wait(400 * DAY);
    expect(await store.forgetOld(400)).toEqual({ plans: 0, runs: 0 });
    await scene.clock.wait(1);
    expect(await store.forgetOld(400)).toEqual({ plans: 0, runs: 1 });
    expect(await store.run(ended.record.id)).toBeUndefined();
    expect(await store.plan(ended.record.plan.id)).toBeUndefined();
    expect(await collect(store.outcomes(ended.record.id))).toEqual([]);
    const theirs = [ended.record.id, ended.record.plan.id];
    expect(scene.keys().filter((key) => theirs.some((id) => key.includes(id)))).toEqual([]);
    expect(await collect(store.outcomes(stopped.record.id))).toHaveLength(400);
    expect((await scene.store().takeOver(stopped.record.id)).secrets).toEqual(stopped.secrets);
    expect(await verifyLedger(store.ledger())).toMatchObject({ ok: true, entries });
  });

  it('leaves nothing behind of a plan that a newer one replaced', async () => {
    const scene = await StoreScene.open();
    const store = scene.store();
    const older = inventedRecord({ person: 'p1' });
    await store.savePlan(older, inventedSecrets());
    await store.savePlan(inventedRecord({ person: 'p1' }), inventedSecrets());
    await store.forgetOld(400);
    expect(scene.keys().filter((key) => key.includes(older.id))).toEqual([]);
  });
});
