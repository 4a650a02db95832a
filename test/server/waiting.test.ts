import { afterEach, describe, expect, it } from '@jest/globals';
import { reportSchema, verifyLedger } from '@lethe/core';
import type { Host, PersonId } from '@lethe/core';
import { but, memoryGround, smallWorld, virtualClock } from '@lethe/core/testing';
import { ApiBench, TestGround } from '@lethe/server/testing';
import type { BenchOptions } from '@lethe/server/testing';
import { z } from 'zod';

const test = new TestGround();
const waits = z.object({ for: z.string(), until: z.string().optional() }).optional();
const approved = z.object({ id: z.string(), state: z.string(), run: z.string().optional(), waits }).loose();
const runShape = z.object({ state: z.string(), waits, reason: z.string().optional() }).loose();
const problem = z.object({ error: z.string() });
const serial = { last: 0 };

async function scene(server: BenchOptions['server'], wrap: (host: Host) => Host = (host) => host) {
  const ground = memoryGround(smallWorld(), { clock: virtualClock(), wrap });
  serial.last += 1;
  const host = `waiting-${String(serial.last)}`;
  const bench = await ApiBench.open(test, {
    hosts: { [host]: ground.host },
    ...(server === undefined ? {} : { server }),
  });
  const asker = await bench.operator({ groups: ['runners'] });
  return { ground, host, bench, asker: asker.browser, askerId: asker.id };
}

type Scene = Awaited<ReturnType<typeof scene>>;

/** Reviews and confirms. Answers the request. */
async function asked({ bench, asker, host, ground }: Scene, otherwise: object = {}) {
  const plan = await bench.planned(asker, host, ground.target);
  const answer = await bench.approve(asker, plan, otherwise);
  return approved.parse(answer.json());
}

async function runOf({ asker }: Scene, run = ''): Promise<z.infer<typeof runShape>> {
  return runShape.parse((await asker.get(`/api/v1/runs/${run}`)).json());
}

/** The Sunday with that place in a month of the year after this one: the database's own clock is before it. */
function sunday(month: number, place: number): string {
  const year = new Date().getFullYear() + 1;
  const first = new Date(Date.UTC(year, month - 1, 1)).getUTCDay();
  const day = 1 + ((7 - first) % 7) + (place - 1) * 7;
  return `${String(year)}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function dayBefore(date: string): string {
  return new Date(Date.parse(`${date}T12:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}

function at(moment: string): void {
  test.ahead = Date.parse(moment) - Date.now();
}

afterEach(() => {
  test.ahead = 0;
});

const spring = sunday(3, 2);
const autumn = sunday(11, 1);

describe('a run of the night', () => {
  it.each([
    ['at two in the afternoon', `${dayBefore(spring)}T19:00:00Z`, `${spring}T06:00:00.000Z`],
    ['a minute before one', `${spring}T05:59:00Z`, `${spring}T06:00:00.000Z`],
    ['on the night the clocks are put back', `${dayBefore(autumn)}T18:00:00Z`, `${autumn}T05:00:00.000Z`],
    ['at the first of two one o’clocks', `${autumn}T05:00:30Z`, `${dayAfter(autumn)}T06:00:00.000Z`],
  ])('PI-07 that was confirmed %s in New York begins at one, and nothing is written before', async (_, now, begins) => {
    at(now);
    const here = await scene({ timeZone: 'America/New_York' });
    const { run } = await asked(here, { when: 'tonight' });
    expect(await runOf(here, run)).toMatchObject({ state: 'queued', waits: { for: 'night', until: begins } });
    const worker = await here.bench.worker();
    const [standing] = await here.bench.ground.queue.standing([run ?? '']);
    await worker.stop();
    expect(standing?.queuedFor?.toISOString()).toBe(begins);
    expect(here.ground.calls().writes).toBe(0);
    // Its time has come.
    await here.bench.ground.queue.again(run ?? '');
    const next = await here.bench.worker();
    expect(await here.bench.settled(here.asker, run ?? '')).toMatch(/^done/);
    await next.stop();
  });

  it('PI-07 is one where the settings say so, whatever whoever confirms says, also when the second word comes by day', async () => {
    at(`${spring}T20:00:00Z`);
    const here = await scene({ timeZone: 'America/New_York', approvals: { begin: 'tonight', second: 'always' } });
    const second = await here.bench.operator({ groups: ['approvers'] });
    const request = await asked(here, { when: 'now' });
    expect(request).toMatchObject({ state: 'open', waits: { for: 'second-person' } });
    // Two days later, at noon: the night it was asked for is long over.
    test.ahead += 2 * 86_400_000 - 4 * 3_600_000;
    const other = await here.bench.operator({ groups: ['approvers'] });
    const granted = approved.parse(
      (await other.browser.change('POST', `/api/v1/approvals/${request.id}/grant`)).json(),
    );
    const night = new Date(Date.parse(`${spring}T05:00:00Z`) + 3 * 86_400_000).toISOString();
    expect(granted).toMatchObject({ state: 'granted', waits: { for: 'night', until: night } });
    expect(second.id).not.toBe(other.id);
  });
});

describe('who is hired before the night', () => {
  it('PI-12 is left alone, and the run says why', async () => {
    const now = { hired: false };
    const here = await scene({ timeZone: 'America/New_York' }, (host) =>
      but(host, {
        findPeople: async function* (query) {
          for await (const person of host.findPeople(query)) yield { ...person, employed: now.hired };
        },
      }),
    );
    const { run = '' } = await asked(here, { when: 'tonight' });
    now.hired = true;
    await here.bench.ground.queue.again(run);
    const worker = await here.bench.worker();
    expect(await here.bench.settled(here.asker, run)).toBe('stopped');
    await worker.stop();
    expect(await runOf(here, run)).toMatchObject({ reason: 'obstacles', obstacles: [{ code: 'hired' }] });
    expect(here.ground.calls().writes).toBe(0);
  });
});

describe('time to take a run back', () => {
  it('is shown and can be used by whoever asked and by a second person, and by nobody without a right', async () => {
    const here = await scene({ approvals: { waitMinutes: 30 } });
    const looker = await here.bench.operator({ groups: ['lookers'] });
    const approver = await here.bench.operator({ groups: ['approvers'] });
    const request = await asked(here);
    expect(request.waits?.for).toBe('time');
    expect(await runOf(here, request.run)).toMatchObject({ state: 'queued', waits: { for: 'time' } });
    const rows = await here.asker.get('/api/v1/runs?state=queued');
    expect(rows.json()).toMatchObject({ runs: [{ id: request.run, waits: { for: 'time' } }] });
    const cancel = `/api/v1/approvals/${request.id}/cancel`;
    expect((await looker.browser.change('POST', cancel)).statusCode).toBe(404);
    expect((await approver.browser.change('POST', cancel)).statusCode).toBe(204);
    expect(problem.parse((await approver.browser.change('POST', cancel)).json()).error).toBe('approval-closed');
    expect(await runOf(here, request.run)).toMatchObject({ state: 'called-off' });
    expect(here.ground.calls().writes).toBe(0);
    const facts = [];
    for await (const { fact } of here.bench.ground.store.ledger()) if (fact.run === request.run) facts.push(fact);
    expect(facts.at(-1)).toMatchObject({ what: 'run-ended', state: 'called-off', actor: approver.id });
  });

  it('ends open requests, too: one’s own and others’; one nobody answers expires, and the ledger says so', async () => {
    const here = await scene({ approvals: { second: 'always', secondWithinHours: 1 } });
    const approver = await here.bench.operator({ groups: ['approvers'] });
    const first = await asked(here);
    expect((await here.asker.change('POST', `/api/v1/approvals/${first.id}/cancel`)).statusCode).toBe(204);
    const second = await asked(here);
    expect((await approver.browser.change('POST', `/api/v1/approvals/${second.id}/cancel`)).statusCode).toBe(204);
    const third = await asked(here);
    expect(await here.bench.ground.store.api.approvals.expire(new Date(Date.now() + 60_000))).toBe(1);
    const states = await Promise.all(
      [first, second, third].map(async ({ id }) =>
        approved.parse((await here.asker.get(`/api/v1/approvals/${id}`)).json()),
      ),
    );
    expect(states.map(({ state }) => state)).toEqual(['withdrawn', 'declined', 'expired']);
    expect(states.every((one) => one.waits === undefined)).toBe(true);
    const grant = await approver.browser.change('POST', `/api/v1/approvals/${third.id}/grant`);
    expect(problem.parse(grant.json()).error).toBe('approval-closed');
    const { store } = here.bench.ground;
    const said: string[] = [];
    for await (const { fact } of store.ledger()) said.push(fact.what);
    for (const what of ['run-withdrawn', 'run-declined', 'run-request-expired']) expect(said).toContain(what);
    expect(await verifyLedger(store.ledger())).toMatchObject({ ok: true });
  });

  it('does not spare the checks: who may no more run by then changes nothing', async () => {
    const here = await scene({ approvals: { waitMinutes: 30 } });
    const { run = '' } = await asked(here);
    await here.bench.ground.store.signIn.revoke(here.askerId, 'administrator-1');
    await here.bench.ground.queue.again(run);
    const worker = await here.bench.worker();
    const auditor = await here.bench.operator({ groups: ['auditors'] });
    expect(await here.bench.settled(auditor.browser, run)).toBe('stopped');
    await worker.stop();
    expect(here.ground.calls().writes).toBe(0);
  });
});

describe('a second person', () => {
  it('S10 is asked for from so many runs of a night on, even when they are asked for at the same moment', async () => {
    const here = await scene({ approvals: { second: { aboveRuns: 2 } } });
    const { store } = here.bench.ground;
    const { plan } = await here.bench.planned(here.asker, here.host, here.ground.target);
    const record = await store.plan(plan);
    if (record === undefined) throw new RangeError('It was reviewed.');
    const plans = Array.from({ length: 6 }, (_, index) => ({
      ...{ ...record, id: crypto.randomUUID() },
      person: `${record.person}-${String(index)}` as PersonId,
    }));
    for (const one of plans) await store.savePlan(one, { identifiers: {}, key: new Uint8Array(32) });
    const { digest } = record.plan;
    const typed = `ANONYMIZE ${String(record.plan.steps.length)}`;
    const answers = await Promise.all(
      plans.map(async (one) => here.asker.change('POST', '/api/v1/approvals', { plan: one.id, digest, typed })),
    );
    const states = answers.map((answer) => approved.parse(answer.json()).state).sort();
    expect(states).toEqual(['granted', 'granted', 'open', 'open', 'open', 'open']);
  });
});

describe('a run that goes on', () => {
  it('stops when it is told to, before its time too, and is resumed', async () => {
    const here = await scene({ approvals: { waitMinutes: 30 } });
    const { run = '' } = await asked(here);
    expect((await here.asker.change('POST', `/api/v1/runs/${run}/stop`)).statusCode).toBe(204);
    const stopped = await runOf(here, run);
    expect(stopped).toMatchObject({ state: 'stopped', standing: { stopAsked: true } });
    expect(stopped.waits).toBeUndefined();
    expect((await here.asker.change('POST', `/api/v1/runs/${run}/resume`, {})).statusCode).toBe(204);
    const worker = await here.bench.worker();
    expect(await here.bench.settled(here.asker, run)).toMatch(/^done/);
    await worker.stop();
    expect(problem.parse((await here.asker.change('POST', `/api/v1/runs/${run}/stop`)).json()).error).toBe(
      'run-closed',
    );
  });

  it('is finished in spite of what the host refuses only when somebody accepts that', async () => {
    const here = await scene({}, refusingFiles);
    const { run = '' } = await asked(here);
    const worker = await here.bench.worker();
    expect(await here.bench.settled(here.asker, run)).toBe('stopped');
    expect(await runOf(here, run)).toMatchObject({ reason: 'unfinished-steps' });
    expect((await here.asker.change('POST', `/api/v1/runs/${run}/resume`, {})).statusCode).toBe(204);
    expect(await here.bench.settled(here.asker, run)).toBe('stopped');
    const accepting = { acceptRefused: true };
    expect((await here.asker.change('POST', `/api/v1/runs/${run}/resume`, accepting)).statusCode).toBe(204);
    expect(await here.bench.settled(here.asker, run)).toBe('done-with-gaps');
    await worker.stop();
    const report = reportSchema.parse((await here.asker.get(`/api/v1/runs/${run}/report`)).json());
    expect(report.state).toBe('done-with-gaps');
  });
});

/** Does everything but with files: those it refuses. */
function refusingFiles(host: Host): Host {
  return but(host, {
    apply: async (group) => {
      const others = group.steps.filter(({ kind }) => kind !== 'attachment');
      const done = others.length === 0 ? [] : await host.apply({ ...group, steps: others });
      const refused = group.steps.filter(({ kind }) => kind === 'attachment');
      return [...done, ...refused.map(({ id }) => ({ step: id, claim: 'refused', code: 'not-permitted' }) as const)];
    },
  });
}

function dayAfter(date: string): string {
  return new Date(Date.parse(`${date}T12:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}
