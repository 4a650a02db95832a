import { describe, expect, it } from '@jest/globals';
import { digestOf } from '@lethe/core';
import type { PlanRecord } from '@lethe/core';
import { approvalOfRecord, inventedRecord, inventedSecrets } from '@lethe/core/testing';

import { collect } from '../testing/collect.ts';
import { TestStorage } from '../testing/test-storage.ts';
import type { Caps } from './allowances.ts';

const ground = new TestStorage();
const now = new Date('2026-11-28T12:00:00Z');
const hourAgo = new Date('2026-11-28T11:00:00Z');

function caps(operator: string, changes: Partial<Caps> = {}): Caps {
  const velocity = { most: 1_000, since: hourAgo };
  return { operator, now, night: '2026-11-28', perOperator: 1_000, perNight: 100_000, velocity, ...changes };
}

async function reviewed(): Promise<PlanRecord> {
  const record = inventedRecord({ person: `person-${crypto.randomUUID()}` });
  await ground.storage.savePlan(record, inventedSecrets());
  return record;
}

async function ask(record: PlanRecord, limits: Caps, needsSecond = false): Promise<string | undefined> {
  const id = crypto.randomUUID();
  const approval = { ...approvalOfRecord(record), by: limits.operator, at: now };
  const taken = await ground.storage.api.approvals.ask({
    ...{ id, record, approval, needsSecond, caps: limits },
    notBefore: undefined,
  });
  return taken ? id : undefined;
}

describe('approvals', () => {
  it("S10 twenty at once stop exactly at an operator's cap, whichever came first", async () => {
    const records = await Promise.all(Array.from({ length: 20 }, reviewed));
    const taken = await Promise.all(records.map((record) => ask(record, caps('operator-cap', { perOperator: 7 }))));
    expect(taken.filter((id) => id !== undefined)).toHaveLength(7);
    const verdict = await ground.storage.api.allowances.verdict(caps('operator-cap', { perOperator: 7 }));
    expect(verdict).toBe('operator-cap');
  });

  it('S10 begins to count anew with the next night, and counts all operators together', async () => {
    const limits = { perOperator: 1, perNight: 2 };
    const night = (date: string) => ({ ...limits, night: date });
    expect(await ask(await reviewed(), caps('operator-a', night('2026-12-01')))).toBeDefined();
    expect(await ask(await reviewed(), caps('operator-a', night('2026-12-01')))).toBeUndefined();
    expect(await ask(await reviewed(), caps('operator-b', night('2026-12-01')))).toBeDefined();
    expect(await ask(await reviewed(), caps('operator-c', night('2026-12-01')))).toBeUndefined();
    expect(await ground.storage.api.allowances.verdict(caps('operator-c', night('2026-12-01')))).toBe('night-cap');
    expect(await ask(await reviewed(), caps('operator-a', night('2026-12-02')))).toBeDefined();
  });

  it('S10 holds an operator who asks too fast until somebody else lets them go on', async () => {
    const limits = caps('operator-fast', { velocity: { most: 2, since: hourAgo } });
    const taken = [];
    for (let asked = 0; asked < 3; asked += 1) taken.push(await ask(await reviewed(), limits));
    expect(taken.map((id) => id !== undefined)).toEqual([true, true, false]);
    const { allowances } = ground.storage.api;
    expect(await allowances.verdict(limits)).toBe('too-fast');
    expect(await allowances.hold('operator-fast')).toBe(true);
    expect(await allowances.hold('operator-fast')).toBe(false);
    expect(await ask(await reviewed(), caps('operator-fast'))).toBeUndefined();
    expect(await allowances.held()).toMatchObject([{ operator: 'operator-fast' }]);
    expect(await allowances.release('operator-fast', 'administrator-1')).toBe(true);
    const [released] = (await collect(ground.storage.ledger())).map(({ fact }) => fact).slice(-1);
    const digest = digestOf(['operator-fast']);
    expect(released).toEqual({ what: 'operator-released', actor: 'administrator-1', digest });
    expect(await ask(await reviewed(), limits)).toBeDefined();
  });

  it('S13 takes one word for one plan, and none for a plan that was reviewed again', async () => {
    const record = await reviewed();
    const both = await Promise.all([ask(record, caps('operator-1')), ask(record, caps('operator-2'))]);
    expect(both.filter((id) => id !== undefined)).toHaveLength(1);
    const older = await reviewed();
    await ground.storage.savePlan({ ...inventedRecord({ person: older.person }) }, inventedSecrets());
    expect(await ask(older, caps('operator-1'))).toBeUndefined();
  });

  it('S10 needs a second person who is another one, once', async () => {
    const id = (await ask(await reviewed(), caps('operator-1'), true)) ?? '';
    const { approvals } = ground.storage.api;
    const since = hourAgo;
    expect(await approvals.grant(id, { by: 'operator-1', since })).toBe(false);
    expect(await approvals.decline(id, 'operator-1')).toBe(false);
    expect(await approvals.withdraw(id, 'operator-2')).toBe(false);
    expect(await approvals.grant(id, { by: 'operator-2', since: new Date('2026-11-28T12:00:01Z') })).toBe(false);
    const both = await Promise.all(['operator-2', 'operator-3'].map((by) => approvals.grant(id, { by, since })));
    expect(both.filter(Boolean)).toHaveLength(1);
    expect(await approvals.find(id)).toMatchObject({ state: 'granted', needsSecond: true });
    const facts = (await collect(ground.storage.ledger())).filter(({ fact }) => fact.what === 'run-seconded');
    expect(facts).toHaveLength(1);
  });

  it('S10 takes nothing while the kill switch is thrown', async () => {
    const record = await reviewed();
    const waiting = (await ask(await reviewed(), caps('operator-1'), true)) ?? '';
    const { killSwitch, approvals } = ground.storage.api;
    expect(await killSwitch.set(true, 'administrator-1')).toBe(true);
    expect(await killSwitch.set(true, 'administrator-2')).toBe(false);
    expect(await ask(record, caps('operator-1'))).toBeUndefined();
    expect(await approvals.grant(waiting, { by: 'operator-2', since: hourAgo })).toBe(false);
    expect(await killSwitch.set(false, 'administrator-1')).toBe(true);
    expect(await killSwitch.state()).toMatchObject({ thrown: false, changedBy: 'administrator-1' });
    expect(await ask(record, caps('operator-1'))).toBeDefined();
  });
});
