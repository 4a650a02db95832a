import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { reportSchema } from '@lethe/core';
import type { Host } from '@lethe/core';
import { sandboxHost } from '@lethe/sandbox';
import { ApiBench, TestGround } from '@lethe/server/testing';
import { z } from 'zod';

const test = new TestGround();
const folder = mkdtempSync(join(tmpdir(), 'lethe-way-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const found = z.object({
  hosts: z.array(
    z.object({ host: z.string(), answers: z.array(z.object({ people: z.array(z.looseObject({ id: z.string() })) })) }),
  ),
});
const approved = z.object({ run: z.string(), state: z.string() });

/** Somebody of the sandbox who may be anonymized, and an address they go by. */
async function somebody(host: Host): Promise<{ readonly id: string; readonly address: string }> {
  for await (const { of } of host.spots([{ by: 'everything' }])) {
    if (of.type === 'person' && of.kind === 'end-user' && of.active)
      return { id: of.id, address: of.identifiers.addresses[0]?.reveal() ?? '' };
  }
  throw new RangeError('The sandbox has people.');
}

describe('from a search to a later check', () => {
  it('goes the whole way on the sandbox, with the process started anew in between', async () => {
    const host = await sandboxHost({ folder, size: { people: 40, tickets: 120 } });
    const { id, address } = await somebody(host);
    const bench = await ApiBench.open(test, { hosts: { sandbox: host } });
    const { browser } = await bench.operator({ groups: ['runners'] });

    const answer = await browser.change('POST', '/api/v1/people/search', { texts: [address] });
    expect(answer.headers['cache-control']).toBe('no-store');
    const people = found.parse(answer.json()).hosts[0]?.answers[0]?.people ?? [];
    expect(people).toMatchObject([{ id, kind: 'end-user' }]);
    expect(people[0]?.['addresses']).toContain(address);

    const plan = await bench.planned(browser, 'sandbox', id);
    const { run } = approved.parse((await bench.approve(browser, plan)).json());
    expect((await browser.get(`/api/v1/runs/${run}`)).json()).toMatchObject({ state: 'queued', steps: plan.steps });

    // Another process takes over: nothing of the first is left but the database.
    await bench.app.close();
    const again = await ApiBench.open(test, {
      hosts: { sandbox: await sandboxHost({ folder, size: { people: 40, tickets: 120 } }) },
    });
    const other = await again.operator({ groups: ['auditors'] });
    const worker = await again.worker();
    expect(await again.settled(other.browser, run)).toMatch(/^done/);
    await worker.stop();

    const report = reportSchema.parse((await other.browser.get(`/api/v1/runs/${run}/report`)).json());
    expect(report).toMatchObject({ run, steps: { planned: plan.steps, proven: plan.steps } });
    const markdown = await other.browser.get(`/api/v1/runs/${run}/report.md`);
    expect(markdown.headers['content-type']).toContain('text/markdown');
    const table = await other.browser.get(`/api/v1/runs/${run}/report.csv`);
    expect(table.body.split('\r\n')[0]).toContain('"run","host"');
    for (const text of [JSON.stringify(report), markdown.body, table.body]) expect(text).not.toContain(address);

    const begun = z
      .object({ id: z.string() })
      .parse((await other.browser.change('POST', `/api/v1/runs/${run}/checks`, { texts: [address] })).json());
    const check = await again.ended(other.browser, `/api/v1/checks/${begun.id}`);
    expect(check).toMatchObject({ ending: { at: 'checked', notClean: [], found: [], hunted: true } });

    const nobody = await other.browser.change('POST', '/api/v1/people/search', { texts: [address] });
    expect(found.parse(nobody.json()).hosts[0]?.answers[0]?.people).toEqual([]);
    const verdict = await other.browser.change('POST', '/api/v1/ledger/verify', {});
    expect(verdict.json()).toMatchObject({ ok: true });
    const ledger = await other.browser.get('/api/v1/ledger?most=500');
    for (const what of ['plan-reviewed', 'run-requested', 'run-approved', 'run-anchored', 'verified-later'])
      expect(ledger.body).toContain(`"what":"${what}"`);
    for (const text of [ledger.body, test.lines.join('')]) expect(text).not.toContain(address);
  });
});
