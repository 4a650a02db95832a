import { describe, expect, it } from '@jest/globals';
import { verifyLedger } from '@lethe/core';
import { endingIn, inventedRecord, inventedSecrets, stepIds } from '@lethe/core/testing';
import { begun } from '../../../../../test/conformance/store/begun.ts';
import { collect, FakeBrowser } from './fake-browser.suite.ts';

const DAY = 24 * 60 * 60 * 1000;

describe('what is forgotten', () => {
  it('is a plan nobody ran within a day, with its secrets', async () => {
    const browser = new FakeBrowser('unused');
    const tab = await browser.tab();
    const record = { ...inventedRecord(), reviewedAt: new Date('2026-04-01T09:00:00Z') };
    await tab.savePlan(record, inventedSecrets());
    browser.pass(DAY);
    expect(await tab.forgetOld(400)).toEqual({ plans: 0, runs: 0 });
    browser.pass(1);
    expect(await tab.forgetOld(400)).toEqual({ plans: 1, runs: 0 });
    expect(await tab.plan(record.id)).toBeUndefined();
    expect(await browser.rows('secrets')).toEqual([]);
    await tab.close();
  });

  it('is a run that ended so many days ago, with plan and journal, and never an open one; the ledger stays whole', async () => {
    const browser = new FakeBrowser('old');
    const tab = await browser.tab();
    const [ended, stopped] = [await begun(tab), await begun(tab)];
    for (const { journal } of [ended, stopped]) await journal.write({ intend: stepIds(3) });
    await ended.end(endingIn('done'));
    await stopped.end(endingIn('stopped'));
    const entries = (await collect(tab.ledger())).length;
    browser.pass(400 * DAY);
    expect(await tab.forgetOld(400)).toEqual({ plans: 0, runs: 0 });
    browser.pass(1);
    expect(await tab.forgetOld(400)).toEqual({ plans: 0, runs: 1 });
    expect(await tab.run(ended.record.id)).toBeUndefined();
    expect(await tab.plan(ended.record.plan.id)).toBeUndefined();
    expect(await collect(tab.outcomes(ended.record.id))).toEqual([]);
    expect(await collect(tab.outcomes(stopped.record.id))).toHaveLength(3);
    expect((await tab.takeOver(stopped.record.id)).secrets).toEqual(stopped.secrets);
    expect(await verifyLedger(tab.ledger())).toMatchObject({ ok: true, entries });
    await tab.close();
  });
});
