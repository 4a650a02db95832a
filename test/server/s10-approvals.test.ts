import { describe, expect, it } from '@jest/globals';
import type { PersonId } from '@lethe/core';
import { memoryGround, smallWorld, virtualClock } from '@lethe/core/testing';
import { ApiBench, TestGround } from '@lethe/server/testing';
import { z } from 'zod';

const test = new TestGround();
const problem = z.object({ error: z.string() });
const approved = z.object({ id: z.string(), state: z.string(), run: z.string().optional() });

function desk() {
  return memoryGround(smallWorld(), { clock: virtualClock() });
}

/** Whoever asks for anything that is refused. */
function codeOf(answer: { json(): unknown }): string {
  return problem.parse(answer.json()).error;
}

describe('S10 caps, second persons and the kill switch', () => {
  it('S10 a thousand requests of one operator end at the cap, whatever the order they come in', async () => {
    const ground = desk();
    const bench = await ApiBench.open(test, {
      hosts: { 'desk-1': ground.host },
      server: { caps: { perOperator: 3, velocity: { runs: 10_000 } }, limits: { operatorPerMinute: 100_000 } },
    });
    const { browser, id: operator } = await bench.operator({ groups: ['runners'] });
    const { store } = bench.ground;
    const { plan: first } = await bench.planned(browser, 'desk-1', ground.target);
    const record = await store.plan(first);
    if (record === undefined) throw new RangeError('It was reviewed.');
    const secrets = { identifiers: {}, key: new Uint8Array(32) };
    const plans = Array.from({ length: 40 }, (_, index) => ({
      ...record,
      id: crypto.randomUUID(),
      person: `p${String(index)}` as PersonId,
    }));
    for (const one of plans) await store.savePlan(one, secrets);
    const { digest } = record.plan;
    const typed = `ANONYMIZE ${String(record.plan.steps.length)}`;
    const answers: number[] = [];
    for (let round = 0; round < 50; round += 1) {
      const some = plans.slice((round % 2) * 20, (round % 2) * 20 + 20);
      const asked = some.map((one) => browser.change('POST', '/api/v1/approvals', { plan: one.id, digest, typed }));
      answers.push(...(await Promise.all(asked)).map(({ statusCode }) => statusCode));
    }
    expect(answers.filter((status) => status === 201)).toHaveLength(3);
    // What began a run is used up; everything else is over the cap.
    expect(new Set(answers)).toEqual(new Set([201, 409, 429]));
    expect(answers).toHaveLength(1_000);
    expect((await store.runs()).filter(({ approval }) => approval.by === operator)).toHaveLength(3);
  }, 180_000);

  it('S10 whoever asks cannot approve, by any way; somebody else can, once', async () => {
    const ground = desk();
    const bench = await ApiBench.open(test, {
      hosts: { 'desk-2': ground.host },
      server: { approvals: { second: 'always' } },
    });
    const asker = await bench.operator({ groups: ['approvers'] });
    const second = await bench.operator({ groups: ['approvers'] });
    const looker = await bench.operator({ groups: ['lookers'] });
    const plan = await bench.planned(asker.browser, 'desk-2', ground.target);
    const asked = approved.parse((await bench.approve(asker.browser, plan)).json());
    expect(asked).toMatchObject({ state: 'open' });
    expect(asked.run).toBeUndefined();
    const grant = `/api/v1/approvals/${asked.id}/grant`;
    expect(codeOf(await asker.browser.change('POST', grant))).toBe('second-person');
    expect(codeOf(await asker.browser.change('POST', `/api/v1/approvals/${asked.id}/decline`))).toBe('second-person');
    expect(codeOf(await looker.browser.change('POST', grant))).toBe('right-missing');
    expect(codeOf(await bench.approve(second.browser, plan))).toBe('reviewer-only');
    const granted = approved.parse((await second.browser.change('POST', grant)).json());
    expect(granted).toMatchObject({ state: 'granted', run: expect.any(String) });
    expect(codeOf(await second.browser.change('POST', grant))).toBe('approval-closed');
    expect(codeOf(await bench.approve(asker.browser, plan))).toMatch(/plan-outdated|conflict/);
    expect((await bench.ground.store.runs()).filter(({ plan: { id } }) => id === plan.plan)).toHaveLength(1);
  });

  it('S10 a run stops before it writes once the second person has lost the right to approve', async () => {
    const ground = desk();
    const bench = await ApiBench.open(test, {
      hosts: { 'desk-3': ground.host },
      server: { approvals: { second: { aboveSteps: 0 } } },
    });
    const asker = await bench.operator({ groups: ['runners'] });
    const second = await bench.operator({ groups: ['approvers'] });
    const plan = await bench.planned(asker.browser, 'desk-3', ground.target);
    const asked = approved.parse((await bench.approve(asker.browser, plan)).json());
    const granted = approved.parse((await second.browser.change('POST', `/api/v1/approvals/${asked.id}/grant`)).json());
    await bench.ground.store.signIn.revoke(second.id, 'administrator-1');
    const worker = await bench.worker();
    expect(await bench.settled(asker.browser, granted.run ?? '')).toBe('stopped');
    await worker.stop();
    expect(ground.calls().writes).toBe(0);
  });

  it('S10 the kill switch stops what waits and what runs, and nothing begins until it is released', async () => {
    const ground = desk();
    const bench = await ApiBench.open(test, { hosts: { 'desk-4': ground.host } });
    const { browser } = await bench.operator({ groups: ['runners'] });
    const administrator = await bench.operator({ administrator: true });
    const plan = await bench.planned(browser, 'desk-4', ground.target);
    const { run = '' } = approved.parse((await bench.approve(browser, plan)).json());
    expect((await browser.change('POST', '/api/v1/kill-switch')).json()).toMatchObject({
      thrown: true,
      stopping: expect.any(Number),
    });
    expect(codeOf(await browser.change('DELETE', '/api/v1/kill-switch'))).toBe('right-missing');
    const worker = await bench.worker();
    expect(await bench.settled(browser, run)).toBe('stopped');
    expect(codeOf(await browser.change('POST', `/api/v1/runs/${run}/resume`, {}))).toBe('runs-forbidden');
    await bench.ground.queue.again(run);
    expect(await bench.settled(browser, run)).toBe('stopped');
    expect(ground.calls().writes).toBe(0);
    expect((await administrator.browser.change('DELETE', '/api/v1/kill-switch')).json()).toMatchObject({
      thrown: false,
    });
    expect((await browser.change('POST', `/api/v1/runs/${run}/resume`, {})).statusCode).toBe(204);
    expect(await bench.settled(browser, run)).toMatch(/^done/);
    await worker.stop();
  });

  it('S10 whoever asks too fast is held, and cannot let themselves go on', async () => {
    const ground = desk();
    const bench = await ApiBench.open(test, {
      hosts: { 'desk-5': ground.host },
      server: { caps: { velocity: { runs: 1 } } },
    });
    const { browser, id } = await bench.operator({ administrator: true });
    const other = await bench.operator({ administrator: true });
    expect((await bench.approve(browser, await bench.planned(browser, 'desk-5', ground.target))).statusCode).toBe(201);
    const [{ id: run } = { id: '' }] = (await bench.ground.store.runs()).filter(({ approval }) => approval.by === id);
    expect((await browser.change('POST', `/api/v1/runs/${run}/call-off`)).statusCode).toBe(204);
    const plan = await bench.planned(browser, 'desk-5', ground.target);
    expect(codeOf(await bench.approve(browser, plan))).toBe('held');
    expect(codeOf(await bench.approve(browser, plan))).toBe('held');
    expect(codeOf(await browser.change('DELETE', `/api/v1/held-operators/${id}`))).toBe('second-person');
    expect((await other.browser.change('DELETE', `/api/v1/held-operators/${id}`)).statusCode).toBe(204);
    expect((await bench.approve(browser, plan)).statusCode).toBe(201);
  });
});
