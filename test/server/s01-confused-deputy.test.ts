import { describe, expect, it } from '@jest/globals';
import { memoryGround, smallWorld, virtualClock } from '@lethe/core/testing';
import { ApiBench, TestGround } from '@lethe/server/testing';
import { z } from 'zod';

const test = new TestGround();
const approved = z.object({ id: z.string(), run: z.string() });
const begun = z.object({ id: z.string() });

describe('S1 nobody works through the server with rights they do not have', () => {
  it('S1 ids of others are not there: plan, review, request, run, report, events, check', async () => {
    const ground = memoryGround(smallWorld(), { clock: virtualClock() });
    const bench = await ApiBench.open(test, { hosts: { 'desk-1': ground.host } });
    const { browser } = await bench.operator({ groups: ['runners'] });
    const other = await bench.operator({ groups: ['runners'] });
    const review = begun.parse(
      (await browser.change('POST', '/api/v1/reviews', { host: 'desk-1', person: ground.target })).json(),
    );
    const ended = await bench.ended(browser, `/api/v1/reviews/${review.id}`);
    const plan = ended.ending?.plan ?? '';
    const whole = {
      ...z
        .object({ digest: z.string(), phrase: z.string(), steps: z.number() })
        .parse((await browser.get(`/api/v1/plans/${plan}`)).json()),
      plan,
    };
    const absent = (await other.browser.get(`/api/v1/plans/${crypto.randomUUID()}`)).json();
    expect((await other.browser.get(`/api/v1/plans/${plan}`)).json()).toEqual(absent);
    expect((await bench.approve(other.browser, whole)).json()).toEqual(absent);
    const { id, run } = approved.parse((await bench.approve(browser, whole)).json());
    const worker = await bench.worker();
    await bench.settled(browser, run);
    await worker.stop();
    const check = begun.parse((await browser.change('POST', `/api/v1/runs/${run}/checks`, {})).json());
    const reads = ['report', 'report.md', 'report.csv', 'events'].map((part) => `/runs/${run}/${part}`);
    for (const url of [`/reviews/${review.id}`, `/approvals/${id}`, `/runs/${run}`, ...reads, `/checks/${check.id}`])
      expect([url, (await other.browser.get(`/api/v1${url}`)).json()]).toEqual([url, absent]);
    const changes = [`/approvals/${id}/withdraw`, `/runs/${run}/stop`, `/runs/${run}/call-off`];
    for (const url of changes)
      expect([url, (await other.browser.change('POST', `/api/v1${url}`)).json()]).toEqual([url, absent]);
    for (const url of [`/runs/${run}/resume`, `/runs/${run}/checks`])
      expect([url, (await other.browser.change('POST', `/api/v1${url}`, {})).json()]).toEqual([url, absent]);
    expect((await other.browser.change('DELETE', `/api/v1/reviews/${review.id}`)).json()).toEqual(absent);
    for (const list of ['reviews', 'approvals', 'runs']) {
      const body = (await other.browser.get(`/api/v1/${list}`)).body;
      expect(body).toBe(JSON.stringify({ [list]: [] }));
    }
  });

  it('S1 a host name of another installation is no host here', async () => {
    const ground = memoryGround(smallWorld(), { clock: virtualClock() });
    const bench = await ApiBench.open(test, { hosts: { 'desk-2': ground.host } });
    const { browser } = await bench.operator({ groups: ['runners'] });
    const review = await browser.change('POST', '/api/v1/reviews', { host: 'elsewhere', person: ground.target });
    expect(review.statusCode).toBe(404);
    const search = await browser.change('POST', '/api/v1/people/search', { texts: ['Ada King'], hosts: ['elsewhere'] });
    expect(search.statusCode).toBe(404);
    expect(ground.calls().all).toBe(0);
  });

  it('S1 whoever was revoked after the approval runs nothing; their groups count as they are now', async () => {
    const ground = memoryGround(smallWorld(), { clock: virtualClock() });
    const bench = await ApiBench.open(test, { hosts: { 'desk-3': ground.host } });
    const { browser, id } = await bench.operator({ groups: ['runners'] });
    const auditor = await bench.operator({ groups: ['auditors'] });
    const { run } = approved.parse(
      (await bench.approve(browser, await bench.planned(browser, 'desk-3', ground.target))).json(),
    );
    await bench.ground.store.signIn.revoke(id, 'administrator-1');
    const worker = await bench.worker();
    expect(await bench.settled(auditor.browser, run)).toBe('stopped');
    await worker.stop();
    expect(ground.calls().writes).toBe(0);
    const shown = (await auditor.browser.get(`/api/v1/runs/${run}`)).json();
    expect(shown).toMatchObject({ reason: 'obstacles', obstacles: [{ code: 'right-missing' }] });
  });

  it('S1 S11 those who may only look see shortened names, and enough to tell two of one name apart', async () => {
    const world = smallWorld();
    const ground = memoryGround(world, { clock: virtualClock() });
    const bench = await ApiBench.open(test, { hosts: { 'desk-4': ground.host } });
    const looker = await bench.operator({ groups: ['lookers'] });
    const runner = await bench.operator({ groups: ['runners'] });
    const [address = ''] = world.target.addresses;
    const body = { texts: [address] };
    const shortened = await looker.browser.change('POST', '/api/v1/people/search', body);
    expect(shortened.body).not.toContain(address);
    expect(shortened.body).not.toContain(world.target.name);
    expect(shortened.body).toContain(`"mailDomains":["${address.slice(address.indexOf('@') + 1)}`);
    const whole = await runner.browser.change('POST', '/api/v1/people/search', body);
    expect(whole.body).toContain(address);
    expect(whole.headers['cache-control']).toBe('no-store');
    expect(test.lines.join('')).not.toContain(address);
  });
});
