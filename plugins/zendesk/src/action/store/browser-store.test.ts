import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
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
  virtualClock,
} from '@lethe/core/testing';
import { describeStore } from '../../../../../test/conformance/store.suite.ts';
import { begun } from '../../../../../test/conformance/store/begun.ts';
import type { BrowserStore } from './browser-store.ts';
import { collect, FakeBrowser } from './fake-browser.suite.ts';
import type { SecretRow } from './schema.ts';

// The database of the tests keeps its indexes in lists: it is slow where a browser's is not.
jest.setTimeout(60_000);

const browser = new FakeBrowser('lethe');
const tabs: BrowserStore[] = [];

beforeAll(async () => {
  tabs.push(await browser.tab());
});
afterAll(async () => tab().close());

function tab(): BrowserStore {
  return tabs[0]!;
}

async function secretRow(plan: string): Promise<SecretRow | undefined> {
  return (await browser.rows('secrets')).find((row) => row.plan === plan);
}

describeStore("the agent's browser", {
  get store() {
    return tab();
  },
  open: async () => browser.tab(),
  hasSecrets: async (plan) => (await secretRow(plan)) !== undefined,
});

describe('what is known about the person', () => {
  it('is nowhere in the database of the browser in a form anybody can read, from the review to the end', async () => {
    const world = smallWorld();
    const clock = virtualClock();
    const { host, target } = memoryGround(world, { clock });
    const { plan, who, key } = await reviewOf(host, target);
    const record = { ...inventedRecord(), person: target, plan };
    await tab().savePlan(record, { identifiers: plainIdentifiers(who), key });
    const run = await tab().begin(record.id, { ...approvalOfRecord(record), by: 'reviewer-3' });
    await run.journal.write({ intend: plan.steps.slice(0, 3).map(({ id }) => id) });
    const control = { label: 'control', text: plan.digest, in: [] };
    const { hits, bytes } = await hunterFor([...world.secrets, control])(browser.dump());
    expect(new Set(hits.map(({ secret }) => secret))).toEqual(new Set(['control']));
    expect(bytes).toBeGreaterThan(5_000);
    expect(world.secrets.length).toBeGreaterThan(10);
    await run.end(endingIn('done'));
  });

  it('is sealed under a key no script can export', async () => {
    const record = inventedRecord();
    await tab().savePlan(record, inventedSecrets());
    const { key } = (await secretRow(record.id))!;
    expect(key).toMatchObject({ extractable: false, algorithm: { name: 'AES-GCM', length: 256 } });
    await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow(/not extractable/);
  });

  it('goes with its key when the run ends, and while it is stopped it stays', async () => {
    const run = await begun(tab());
    const { id } = run.record.plan;
    await run.end(endingIn('stopped'));
    expect(await secretRow(id)).toBeDefined();
    await (await tab().takeOver(run.record.id)).end(endingIn('done'));
    expect(await secretRow(id)).toBeUndefined();
  });

  it('does not open in the place of another plan, nor when a bit of it was changed', async () => {
    const [one, other] = [await begun(tab()), await begun(tab())];
    const [mine, theirs] = [(await secretRow(one.record.plan.id))!, (await secretRow(other.record.plan.id))!];
    await browser.forge('secrets', { ...theirs, plan: mine.plan });
    await expect(tab().secretsOf(one.record.id)).rejects.toMatchObject({ code: 'key' });
    const sealed = mine.sealed.slice(0);
    new Uint8Array(sealed)[3]! ^= 1;
    await browser.forge('secrets', { ...mine, sealed });
    await expect(tab().takeOver(one.record.id)).rejects.toMatchObject({ code: 'key' });
    await browser.forge('secrets', mine);
    expect(await tab().secretsOf(one.record.id)).toEqual(one.secrets);
  });
});

describe('a tab that was killed between a call and its outcome', () => {
  it('leaves a run another tab goes on with: it sees the call that was begun, and the dead one writes nothing more', async () => {
    const dead = await browser.tab();
    const run = await begun(dead);
    const [first] = stepIds(1);
    await run.journal.write({ intend: [first!] });
    const other = await browser.tab();
    const resumed = await other.takeOver(run.record.id);
    expect(resumed.secrets).toEqual(run.secrets);
    expect(await collect(resumed.journal.entries())).toEqual([{ step: first, attempts: 1 }]);
    await expect(run.journal.write({ settle: [{ step: first!, outcome: 'clean' }] })).rejects.toThrow(Fenced);
    await expect(run.end(endingIn('done'))).rejects.toThrow(Fenced);
    await resumed.journal.write({ settle: [{ step: first!, outcome: 'already-clean' }] });
    expect(await resumed.end(endingIn('done'))).toMatchObject({ state: 'done' });
    await Promise.all([dead.close(), other.close()]);
  });

  it('fences one of two tabs that take the same run over at once', async () => {
    const run = await begun(tab());
    await run.end(endingIn('stopped'));
    const rivals = [await browser.tab(), await browser.tab()];
    const taken = await Promise.all(rivals.map(async (rival) => rival.takeOver(run.record.id)));
    const writes = taken.map(async ({ journal }) => journal.write({ intend: stepIds(1) }));
    const results = await Promise.allSettled(writes);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await collect(tab().outcomes(run.record.id))).toEqual([{ step: stepIds(1)[0], attempts: 1 }]);
    await Promise.all(rivals.map(async (rival) => rival.close()));
  });
});

describe('the ledger in the browser', () => {
  it('is never written over, and shows when somebody changed it with the tools of the browser', async () => {
    await tab().note({ what: 'rules-changed', actor: 'operator-1' });
    const last = (await collect(tab().ledger())).at(-1)!;
    await browser.forge('ledger', { ...last, fact: { ...last.fact, actor: 'operator-2' } });
    expect(await verifyLedger(tab().ledger())).toEqual({ ok: false, at: last.seq, because: 'changed' });
    await browser.forge('ledger', last);
    expect(await verifyLedger(tab().ledger())).toMatchObject({ ok: true });
  });
});

describe('what the account was not told of yet', () => {
  it('is each run whose state changed since', async () => {
    const run = await begun(tab());
    const told = await isUntold(run.record.id);
    await tab().markTold(run.record);
    const after = await isUntold(run.record.id);
    const ended = await run.end(endingIn('done'));
    expect([told, after, await isUntold(run.record.id)]).toEqual([true, false, true]);
    await tab().markTold({ id: ended.id, state: 'running' });
    expect(await isUntold(ended.id)).toBe(true);
  });

  async function isUntold(id: string): Promise<boolean> {
    return (await tab().untold()).some((run) => run.id === id);
  }
});
