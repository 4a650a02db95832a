import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Host, Person } from '@lethe/core';
import { sandboxHost } from '@lethe/sandbox';
import { ApiBench, TestGround } from '@lethe/server/testing';
import { z } from 'zod';

const test = new TestGround();
const folder = mkdtempSync(join(tmpdir(), 'lethe-console-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const shown = z.object({
  id: z.string(),
  name: z.string(),
  addresses: z.array(z.string()),
  obstacles: z.array(z.object({ code: z.string(), says: z.string(), remedy: z.string() })),
});
const figures = z.object({
  weeks: z.array(
    z.object({
      week: z.string(),
      runs: z.record(z.string(), z.number()),
      outcomes: z.record(z.string(), z.number()),
    }),
  ),
});

/** Somebody of the sandbox of that kind. */
async function somebody(host: Host, kind: Person['kind']): Promise<Person> {
  for await (const { of } of host.spots([{ by: 'everything' }]))
    if (of.type === 'person' && of.kind === kind && of.active) return of;
  throw new RangeError('The sandbox has people.');
}

describe('what pages are told before anything is read of a person', () => {
  let host: Host;
  let bench: ApiBench;
  beforeAll(async () => {
    host = await sandboxHost({ folder, size: { people: 40, tickets: 80 } });
    bench = await ApiBench.open(test, { hosts: { desk: host } });
  });

  it('lists hosts in their own words', async () => {
    const { browser } = await bench.operator({ groups: ['lookers'] });
    expect((await browser.get('/api/v1/hosts')).json()).toMatchObject({
      hosts: [{ name: 'desk', product: 'Sandbox help desk', words: { person: 'user', dossier: 'ticket' } }],
    });
  });

  it('shows an account by its id, in full only to those who may run', async () => {
    const ada = await somebody(host, 'end-user');
    const { browser } = await bench.operator({ groups: ['runners'] });
    const answer = await browser.get(`/api/v1/people/desk/${ada.id}`);
    expect(answer.headers['cache-control']).toBe('no-store');
    const person = shown.parse(answer.json());
    expect(person).toMatchObject({ id: ada.id, name: ada.name.reveal(), obstacles: [] });

    const looker = await bench.operator({ groups: ['lookers'] });
    const masked = shown.parse((await looker.browser.get(`/api/v1/people/desk/${ada.id}`)).json());
    expect(masked.name).not.toContain(ada.name.reveal());
    expect(masked.addresses.join()).not.toContain(ada.identifiers.addresses[0]?.reveal());
    expect(test.lines.join('')).not.toContain(ada.name.reveal());
  });

  it('HD-06 says of an agent what stands in the way, with the way out', async () => {
    const agent = await somebody(host, 'agent');
    const { browser } = await bench.operator({ groups: ['runners'] });
    const { obstacles } = shown.parse((await browser.get(`/api/v1/people/desk/${agent.id}`)).json());
    expect(obstacles[0]).toMatchObject({ code: 'not-end-user' });
    expect(obstacles.every(({ remedy }) => remedy !== '')).toBe(true);
  });

  it('knows nobody at a host that is not there, and nobody who is not there', async () => {
    const { browser } = await bench.operator({ groups: ['runners'] });
    for (const place of ['desk/p999999', 'nowhere/p1'])
      expect((await browser.get(`/api/v1/people/${place}`)).json()).toMatchObject({ error: 'not-found' });
  });

  it('counts runs and outcomes by week: to each their own, to those who approve everybody’s', async () => {
    const ada = await somebody(host, 'end-user');
    const { browser } = await bench.operator({ groups: ['runners'] });
    const plan = await bench.planned(browser, 'desk', ada.id);
    const { run } = z.object({ run: z.string() }).parse((await bench.approve(browser, plan)).json());
    const worker = await bench.worker();
    const state = await bench.settled(browser, run);
    await worker.stop();

    const mine = figures.parse((await browser.get('/api/v1/figures')).json()).weeks;
    expect(mine.map(({ runs }) => runs)).toEqual([{ [state]: 1 }]);
    expect(mine[0]?.outcomes).toEqual({ clean: plan.steps });
    expect(new Date(`${mine[0]?.week ?? ''}T00:00:00Z`).getUTCDay()).toBe(1);

    const other = await bench.operator({ groups: ['runners'] });
    expect(figures.parse((await other.browser.get('/api/v1/figures')).json()).weeks).toEqual([]);
    const approver = await bench.operator({ groups: ['approvers'] });
    expect(figures.parse((await approver.browser.get('/api/v1/figures')).json()).weeks).toEqual(mine);
  });
});
