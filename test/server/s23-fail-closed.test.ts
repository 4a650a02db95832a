import { describe, expect, it } from '@jest/globals';
import { but, memoryGround, smallWorld, virtualClock } from '@lethe/core/testing';
import { HostError } from '@lethe/core';
import { ApiBench, TestGround } from '@lethe/server/testing';
import type { BenchPlan } from '@lethe/server/testing';
import { StorageError } from '@lethe/storage';
import type { RunQueue } from '@lethe/storage';
import fc from 'fast-check';
import { z } from 'zod';

const test = new TestGround();
const problem = z.object({ error: z.string() });
const approved = z.object({ id: z.string(), state: z.string(), run: z.string().optional() });
const broken = (): Promise<never> =>
  Promise.reject(new StorageError('unreachable', 'Nothing answers.', { remedy: 'Look at it.' }));

function desk() {
  return memoryGround(smallWorld(), { clock: virtualClock() });
}

/** The queue, which takes no run while that holds. */
function brokenWhile(queue: RunQueue, isDown: () => boolean): RunQueue {
  return {
    enqueue: async (...given) => (isDown() ? broken() : queue.enqueue(...given)),
    again: async (...given) => queue.again(...given),
    askToStop: async (...given) => queue.askToStop(...given),
    askAllToStop: async (...given) => queue.askAllToStop(...given),
    standing: async (...given) => queue.standing(...given),
    counts: async () => queue.counts(),
    clockIn: async (...given) => queue.clockIn(...given),
  };
}

describe('S23 what fails on the way denies', () => {
  it('S23 a queue that is down leaves an approval whose run is queued once it is up, and counts once', async () => {
    const ground = desk();
    const down = { on: true };
    const bench = await ApiBench.open(test, {
      hosts: { 'desk-1': ground.host },
      server: { caps: { perOperator: 1 } },
      through: (whole) => ({ ...whole, queue: brokenWhile(whole.queue, () => down.on) }),
    });
    const { browser } = await bench.operator({ groups: ['runners'] });
    const plan = await bench.planned(browser, 'desk-1', ground.target);
    const refused = await bench.approve(browser, plan);
    expect([refused.statusCode, problem.parse(refused.json()).error]).toEqual([503, 'not-queued']);
    expect(await bench.ground.store.runs({ host: 'desk-1' })).toEqual([]);
    down.on = false;
    expect(approved.parse((await bench.approve(browser, plan)).json())).toMatchObject({
      state: 'granted',
      run: expect.any(String),
    });
    expect(await bench.ground.store.runs({ host: 'desk-1' })).toHaveLength(1);
  });

  it('S23 without the ledger nothing is approved, changed or released', async () => {
    const ground = desk();
    const bench = await ApiBench.open(test, { hosts: { 'desk-2': ground.host } });
    const { browser } = await bench.operator({ administrator: true });
    const plan = await bench.planned(browser, 'desk-2', ground.target);
    await test.database.ask('alter table lethe.ledger rename to ledger_away');
    try {
      expect((await bench.approve(browser, plan)).statusCode).toBe(503);
      const change = { document: { perOperator: 1 }, seen: 0 };
      expect((await browser.change('PUT', '/api/v1/settings/caps', change)).statusCode).toBe(503);
      expect((await browser.change('POST', '/api/v1/kill-switch')).statusCode).toBe(503);
    } finally {
      await test.database.ask('alter table lethe.ledger_away rename to ledger');
    }
    expect(await bench.ground.store.runs({ host: 'desk-2' })).toEqual([]);
    expect((await browser.get('/api/v1/settings/caps')).json()).toMatchObject({ version: 0 });
    expect((await browser.get('/api/v1/kill-switch')).json()).toMatchObject({ thrown: false });
    expect((await bench.approve(browser, plan)).statusCode).toBe(201);
  });

  it('S23 permissions that cannot be read give nobody a right', async () => {
    const ground = desk();
    const bench = await ApiBench.open(test, { hosts: { 'desk-3': ground.host } });
    const { browser } = await bench.operator({ administrator: true });
    const write = `insert into lethe.setting (name, version, document, changed_by) values ('permissions', 99, '{"activation":"everybody"}', 'x')`;
    await test.database.ask(write);
    try {
      expect((await browser.get('/api/v1/hosts')).statusCode).toBe(500);
      const search = await browser.change('POST', '/api/v1/people/search', { texts: ['Ada King'] });
      expect(search.statusCode).toBe(500);
    } finally {
      await test.database.ask(`delete from lethe.setting where version = 99`);
    }
    expect(ground.calls().all).toBe(0);
  });

  it('S23 a host that is down ends a review with what is wrong, and keeps no other host from answering', async () => {
    const ground = desk();
    const dead = but(desk().host, {
      preflight: () => Promise.reject(new HostError('down', 'Nothing answers.')),
      findPeople: () => {
        throw new HostError('down', 'Nothing answers.');
      },
    });
    const bench = await ApiBench.open(test, { hosts: { 'desk-4': ground.host, 'desk-dead': dead } });
    const { browser } = await bench.operator({ groups: ['runners'] });
    expect(await bench.reviewed(browser, 'desk-dead', ground.target)).toMatchObject({
      ending: { at: 'trouble', code: 'down' },
    });
    const search = await browser.change('POST', '/api/v1/people/search', {
      texts: smallWorld().target.addresses.slice(0, 1),
    });
    expect(search.json()).toMatchObject({
      hosts: [
        { host: 'desk-4', answers: [{ people: [{ id: ground.target }] }] },
        { host: 'desk-dead', failed: { code: 'down' } },
      ],
    });
  });
});

/** Has not happened yet. */
function nothingYet(): BenchPlan | undefined {
  return undefined;
}

describe('S13 no step can be skipped', () => {
  /** What an operator may try, in any order and as often as they like. */
  const calls = [
    'review',
    'approve',
    'approve-wrong',
    'approve-other-digest',
    'withdraw',
    'grant-own',
    'grant',
    'call-off',
  ] as const;

  it('S13 over all orders of calls a run begins only after review, phrase and second person, and once', async () => {
    const serial = { last: 0 };
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...calls), { minLength: 1, maxLength: 9 }), async (order) => {
        serial.last += 1;
        const host = `model-${String(serial.last)}`;
        const ground = desk();
        const bench = await ApiBench.open(test, {
          hosts: { [host]: ground.host },
          server: { approvals: { second: 'always' }, caps: { velocity: { runs: 1_000 } } },
        });
        const asker = await bench.operator({ groups: ['approvers'] });
        const second = await bench.operator({ groups: ['approvers'] });
        const model = { plan: nothingYet(), open: '', queued: false };
        let runs = 0;
        for (const call of order) {
          const plan = model.plan ?? {
            plan: crypto.randomUUID(),
            digest: '0'.repeat(64),
            phrase: 'ANONYMIZE 1',
            steps: 1,
          };
          const request = model.open === '' ? crypto.randomUUID() : model.open;
          if (call === 'review' && !model.queued) {
            model.plan = await bench.planned(asker.browser, host, ground.target);
            model.open = '';
          } else if (call === 'approve') {
            const answer = await bench.approve(asker.browser, plan);
            expect([order, answer.statusCode === 201]).toEqual([
              order,
              model.plan !== undefined && model.open === '' && !model.queued,
            ]);
            if (answer.statusCode === 201) model.open = approved.parse(answer.json()).id;
          } else if (call === 'approve-wrong')
            expect((await bench.approve(asker.browser, plan, { typed: 'ANONYMIZE 0' })).statusCode).toBeGreaterThan(
              403,
            );
          else if (call === 'approve-other-digest')
            expect((await bench.approve(asker.browser, plan, { digest: 'f'.repeat(64) })).statusCode).toBeGreaterThan(
              403,
            );
          else if (call === 'withdraw') {
            const answer = await asker.browser.change('POST', `/api/v1/approvals/${request}/withdraw`);
            expect(answer.statusCode === 200).toBe(model.open !== '' && !model.queued);
            if (answer.statusCode === 200) model.open = '';
          } else if (call === 'grant-own')
            expect(
              (await asker.browser.change('POST', `/api/v1/approvals/${request}/grant`)).statusCode,
            ).toBeGreaterThan(400);
          else if (call === 'grant') {
            const answer = await second.browser.change('POST', `/api/v1/approvals/${request}/grant`);
            expect([order, answer.statusCode === 200]).toEqual([order, model.open !== '' && !model.queued]);
            if (answer.statusCode === 200) {
              model.queued = true;
              runs += 1;
            }
          } else if (call === 'call-off' && model.queued) {
            const [run] = await bench.ground.store.runs({ host, open: true });
            expect((await asker.browser.change('POST', `/api/v1/runs/${run?.id ?? ''}/call-off`)).statusCode).toBe(204);
            Object.assign(model, { plan: undefined, open: '', queued: false });
          }
          expect(await bench.ground.store.runs({ host })).toHaveLength(runs);
        }
        expect(ground.calls().writes).toBe(0);
        await bench.app.close();
      }),
      { numRuns: 12 },
    );
  }, 240_000);
});
