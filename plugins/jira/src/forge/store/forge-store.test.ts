import { randomBytes } from 'node:crypto';
import { afterAll, describe, expect, it } from '@jest/globals';
import { Fenced, plainIdentifiers, verifyLedger } from '@lethe/core';
import {
  approvalOfRecord,
  endingIn,
  hunterFor,
  inventedRecord,
  inventedSecrets,
  memoryGround,
  reviewOf,
  smallWorld,
  stepIds,
} from '@lethe/core/testing';
import { describeStore } from '../../../../../test/conformance/store.suite.ts';
import { begun, collect } from '../../../../../test/conformance/store/begun.ts';
import { StoreScene } from './store-scene.suite.ts';

const scene = await StoreScene.open();
const { rig } = scene;
const store = scene.store();
afterAll(() => rig.close());

describeStore('the storage of Forge', {
  store,
  open: async () => Promise.resolve(scene.store()),
  hasSecrets: async (plan) => Promise.resolve(scene.hasSecrets(plan)),
});

describe('what is known about the person', () => {
  it('is nowhere in the storage in a form anybody can read, from the review to the end', async () => {
    const world = smallWorld();
    const { host, target } = memoryGround(world, { clock: scene.clock });
    const { plan, who, key } = await reviewOf(host, target);
    const record = { ...inventedRecord(), person: target, plan };
    await store.savePlan(record, { identifiers: plainIdentifiers(who), key });
    const run = await store.begin(record.id, { ...approvalOfRecord(record), by: 'reviewer-3' });
    await run.journal.write({ intend: plan.steps.map(({ id }) => id) });
    await run.journal.write({ intend: stepIds(400) });
    const control = { label: 'control', text: plan.steps[0]!.seen, in: [] };
    const hunt = hunterFor([...world.secrets, control]);
    const during = await hunt([scene.readable()]);
    await run.end(endingIn('done'));
    const after = await hunt([scene.readable()]);
    for (const { hits, bytes } of [during, after]) {
      expect(new Set(hits.map(({ secret }) => secret))).toEqual(new Set(['control']));
      expect(bytes).toBeGreaterThan(5_000);
    }
    expect(world.secrets.length).toBeGreaterThan(10);
  });

  it('does not open in the place of another plan, nor when a bit of it was changed', async () => {
    const [one, other] = [await begun(store), await begun(store)];
    const before = rig.kvs.dump();
    const sealOf = ({ record }: typeof one): string =>
      String(before.find(({ key }) => key === `sealed:${record.plan.id}`)?.value);
    const forged = [sealOf(other), `AAAA${sealOf(one).slice(4)}`];
    for (const value of forged) {
      rig.kvs.restore(before.map((item) => (item.key === `sealed:${one.record.plan.id}` ? { ...item, value } : item)));
      await expect(store.secretsOf(one.record.id)).rejects.toMatchObject({ code: 'key' });
    }
    rig.kvs.restore(before);
    expect(await store.secretsOf(one.record.id)).toEqual(one.secrets);
  });
});

describe('an invocation that was killed between a call and its outcome', () => {
  it('leaves a run that counts as stopped once Forge has ended the invocation, and is gone on with by another', async () => {
    const run = await begun(scene.store());
    const [first] = stepIds(1);
    await run.journal.write({ intend: [first!] });
    await scene.clock.wait(899_000);
    expect(await store.run(run.record.id)).toMatchObject({ state: 'running' });
    await scene.clock.wait(1000);
    expect(await store.run(run.record.id)).toMatchObject({ state: 'stopped' });
    const resumed = await scene.store().takeOver(run.record.id);
    expect(await collect(resumed.journal.entries())).toEqual([{ step: first, attempts: 1 }]);
    await expect(run.journal.write({ settle: [{ step: first!, outcome: 'clean' }] })).rejects.toThrow(Fenced);
    await resumed.journal.write({ settle: [{ step: first!, outcome: 'already-clean' }] });
    expect(await resumed.end(endingIn('done'))).toMatchObject({ state: 'done' });
  });

  it('fences one of two that take the same run over at once', async () => {
    const run = await begun(store);
    const taken = await Promise.all([scene.store(), scene.store()].map(async (one) => one.takeOver(run.record.id)));
    const writes = taken.map(async ({ journal }) => journal.write({ intend: stepIds(1) }));
    const results = await Promise.allSettled(writes);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await collect(store.outcomes(run.record.id))).toEqual([{ step: stepIds(1)[0], attempts: 1 }]);
  });
});

describe('a list of runs', () => {
  it('says of each what a run says, the newest first, and reads one row for it', async () => {
    const alone = await StoreScene.open();
    const own = alone.store();
    for (const state of ['done', 'stopped', 'done-with-gaps'] as const) {
      await (await begun(own)).end(endingIn(state));
      await alone.clock.wait(1000);
    }
    await begun(own);
    const before = alone.rig.kvs.spent.requests;
    const lines = await own.runLines();
    expect(alone.rig.kvs.spent.requests - before).toBe(2 + 4);
    const runs = (await own.runs()).map(({ id, plan, state, startedAt, endedAt }) => ({
      id,
      plan: plan.id,
      person: plan.person,
      state,
      steps: plan.plan.steps.length,
      startedAt,
      ...(endedAt === undefined ? {} : { endedAt }),
    }));
    expect(lines).toEqual(runs);
    expect(lines.map(({ state }) => state)).toEqual(['running', 'done-with-gaps', 'stopped', 'done']);
    expect((await own.runLines({ open: true, host: 'helpdesk' })).map(({ state }) => state)).toEqual([
      'running',
      'stopped',
    ]);
    expect(await own.runLines({ host: 'other' })).toEqual([]);
    rig.install();
  });
});

describe("the storage's limits", () => {
  it('cost one write of 10 KB for each call of a run, and a few for what is settled', async () => {
    const run = await begun(store);
    const ids = stepIds(1000);
    const before = rig.kvs.spent.writes;
    for (const step of ids) await run.journal.write({ intend: [step] });
    const intents = rig.kvs.spent.writes - before;
    for (let at = 0; at < ids.length; at += 200) {
      const settle = ids.slice(at, at + 200).map((step) => ({ step, outcome: 'clean' as const }));
      await run.journal.write({
        settle,
        facts: [{ what: 'steps-settled', run: run.record.id, counts: { clean: 200 } }],
      });
    }
    expect(intents).toBe(1000);
    expect(rig.kvs.spent.writes - before - intents).toBeLessThanOrEqual(20);
    expect((await collect(run.journal.entries())).map(({ outcome }) => outcome)).toEqual(ids.map(() => 'clean'));
  });

  it('hold a plan of 20,000 steps, with its journal', async () => {
    const record = inventedRecord({ steps: 20_000 });
    await store.savePlan(record, inventedSecrets());
    const run = await store.begin(record.id, approvalOfRecord(record));
    await run.journal.write({ intend: stepIds(20_000) });
    expect(run.record.plan).toEqual(record);
    expect(await collect(run.journal.entries())).toHaveLength(20_000);
  });

  it('refuse a plan that is larger in words that say what to do, and store nothing of it', async () => {
    const record = inventedRecord();
    const steps = stepIds(100).map((id) => ({
      ...record.plan.steps[0]!,
      id,
      seen: randomBytes(40_000).toString('hex'),
    }));
    const before = scene.keys().length;
    const saving = store.savePlan({ ...record, plan: { ...record.plan, steps } }, inventedSecrets());
    await expect(saving).rejects.toMatchObject({ code: 'too-big', remedy: expect.stringContaining('companion') });
    expect(scene.keys()).toHaveLength(before);
  });
});

describe('a plan whose storing was thought lost', () => {
  it('is stored once however often it is asked for, and whole when the storage is tidied', async () => {
    const record = { ...inventedRecord(), reviewedAt: scene.clock.now() };
    const before = (await collect(store.ledger())).length;
    for (let n = 0; n < 3; n += 1) await store.savePlan(record, inventedSecrets());
    await store.forgetOld(400);
    expect(await store.latestPlan(record.host, record.person)).toEqual(record);
    expect((await collect(store.ledger())).length).toBe(before + 1);
  });
});

describe('the ledger in the storage', () => {
  it('lies on few pages, none of which is too big, however it grows', async () => {
    const fact = { what: 'rules-changed', actor: 'operator-1' } as const;
    const alone = await StoreScene.open();
    for (let n = 0; n < 60; n += 1) await alone.store().note(...Array.from({ length: 20 }, () => fact));
    const pages = alone.rig.kvs.dump().filter(({ place, key }) => place === 'plain' && key.startsWith('ledger:'));
    expect(pages.map(({ key }) => key)).toEqual([0, 1, 2, 3, 4, 5].map((page) => `ledger:${page}`));
    expect(await verifyLedger(alone.store().ledger())).toMatchObject({ ok: true, entries: 1200 });
    rig.install();
  });

  it('shows when somebody changed it', async () => {
    await store.note({ what: 'rules-changed', actor: 'operator-1' }, { what: 'rules-changed', actor: 'operator-9' });
    const before = rig.kvs.dump();
    const forged = before.map((item) => ({ ...item, value: renamed(item.value) }));
    rig.kvs.restore(forged);
    expect(await verifyLedger(store.ledger())).toMatchObject({ ok: false, because: 'changed' });
    rig.kvs.restore(before);
    expect(await verifyLedger(store.ledger())).toMatchObject({ ok: true });
  });
});

function renamed(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value).replace('operator-9', 'operator-8'));
}
