import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { HostError } from '@lethe/core';
import {
  approvalOfRecord,
  but,
  inventedRecord,
  inventedSecrets,
  memoryGround,
  mistakableWorld,
  virtualClock,
} from '@lethe/core/testing';
import { openStorage } from '@lethe/storage';
import { makeTemporaryDirectory } from '@lethe/storage/testing';
import type { TemporaryDirectory } from '@lethe/storage/testing';
import { logTo } from '../http/log.ts';
import { Browser, TestGround } from '../testing/index.ts';
import { measuredHost } from './measured-host.ts';
import { measuredStore } from './measured-store.ts';
import { listenForMetrics } from './metrics-listener.ts';
import { Metrics } from './metrics.ts';
import { operationsRoutes } from './operations-routes.ts';

const test = new TestGround();
let folder: TemporaryDirectory;
beforeAll(async () => {
  folder = await makeTemporaryDirectory();
});
afterAll(async () => {
  await folder.remove();
});

async function asked(url: string, headers: Record<string, string> = {}, changes = {}) {
  const metrics = new Metrics();
  const ground = test.ground({ server: { metrics: { tokenFrom: 'METRICS_TOKEN' } }, env: { METRICS_TOKEN: 's3cret' } });
  const app = await test.serve({ ...ground, answered: (request) => metrics.request(request), ...changes }, [
    operationsRoutes(metrics),
  ]);
  metrics.watch(test.storage);
  const browser = new Browser(app, ground);
  return { answer: await browser.get(url, headers), browser };
}

describe('/health and /ready', () => {
  it('say to anybody that the process lives and can work, and nothing else', async () => {
    expect((await asked('/health')).answer.json()).toEqual({ alive: true });
    const { answer } = await asked('/ready');
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toEqual({ database: true, migrations: true, key: true, queue: true });
  });

  it('S9 are not ready with another sealing key than that of the installation', async () => {
    await asked('/ready');
    const store = await openStorage({
      databaseUrl: test.database.url,
      keyFile: join(folder.path, 'another'),
      env: {},
    });
    const { answer } = await asked('/ready', {}, { store });
    expect(answer.statusCode).toBe(503);
    expect(answer.json()).toMatchObject({ database: true, key: false });
    await store.close();
  });

  it('are not ready once a newer version has changed the tables', async () => {
    await test.database.ask(`insert into lethe.kysely_migration values ('9999-of-the-future', now()::text)`);
    expect((await asked('/ready')).answer.json()).toMatchObject({ database: true, migrations: false });
    await test.database.ask(`delete from lethe.kysely_migration where name = '9999-of-the-future'`);
  });
});

describe('/metrics', () => {
  it('are not there without the token', async () => {
    expect((await asked('/metrics')).answer.statusCode).toBe(404);
    expect((await asked('/metrics', { authorization: 'Bearer wrong' })).answer.statusCode).toBe(404);
  });

  it('S17 hold patterns, codes and counts, and nothing anybody sent or is', async () => {
    const { browser } = await asked('/health?whom=ada.king@lovelace.test');
    await browser.get('/people/ada.king@lovelace.test');
    const { body } = await browser.get('/metrics', { authorization: 'Bearer s3cret' });

    expect(body).toContain('lethe_http_request_seconds_count{method="GET",route="/health",status="200"} 1');
    expect(body).toContain('lethe_http_request_seconds_count{method="GET",route="none",status="404"} 1');
    expect(body).toContain('lethe_queue_runs{standing="due"} 0');
    expect(body).toContain('lethe_up 1');
    expect(body).not.toMatch(/ada|lovelace|s3cret/);
  });

  it('count runs, steps by outcome and waits for a pace', async () => {
    const metrics = new Metrics();
    const store = measuredStore(test.storage, () => 'any', metrics);
    metrics.watch(store);
    const record = inventedRecord({ person: 'ada-king' });
    await store.savePlan(record, inventedSecrets());
    const run = await store.begin(record.id, approvalOfRecord(record));
    const [one, two] = record.plan.steps;
    if (one === undefined || two === undefined) throw new RangeError('It has steps.');
    await run.journal.write({
      settle: [
        { step: one.id, outcome: 'clean' },
        { step: two.id, outcome: 'refused' },
      ],
    });
    await store.pace('desk').turn({ perSecond: 1000 });
    const text = await metrics.text();

    expect(text).toContain('lethe_steps_total{outcome="clean"} 1');
    expect(text).toContain('lethe_steps_total{outcome="refused"} 1');
    expect(text).toContain('lethe_runs{state="running"} 1');
    expect(text).toContain('lethe_pace_wait_seconds_count{host="any"} 1');
    expect(text).not.toMatch(/ada-king|desk|helpdesk/);
    await test.storage.callOff(run.record.id, 'operator-1');
  });

  it('count calls to hosts by how they ended, under the kind of the host', async () => {
    const metrics = new Metrics();
    const failing = but(memoryGround(mistakableWorld(), { clock: virtualClock() }).host, {
      preflight: async () => [],
      apply: () => Promise.reject(new HostError('too-fast', 'Wait.')),
    });
    const host = measuredHost(failing, 'redmine', metrics);
    await host.preflight();
    await expect(host.apply({ call: 'PUT', steps: [] })).rejects.toMatchObject({ code: 'too-fast' });
    const text = await metrics.text();

    expect(text).toContain('lethe_host_call_seconds_count{host="redmine",call="preflight",code="ok"} 1');
    expect(text).toContain('lethe_host_call_seconds_count{host="redmine",call="apply",code="too-fast"} 1');
  });

  it('are on a port of this machine by themselves, where the settings say so', async () => {
    const listener = await listenForMetrics(new Metrics(), { host: '127.0.0.1', port: 0 });
    const at = async (path: string): Promise<Response> => fetch(`${listener.address}${path}`);
    expect(await (await at('/metrics')).text()).toContain('process_cpu_seconds_total');
    expect((await at('/anything')).status).toBe(404);
    await listener.close();
    await expect(at('/metrics')).rejects.toThrow('fetch failed');
  });
});

describe('S17 the log', () => {
  it('keeps a canary out of every field that is not allow-listed, whatever it is put in', () => {
    const lines: string[] = [];
    const journal = logTo({ write: (line) => void lines.push(line) }, 'debug');
    const write = (fields: object): void => Reflect.apply(journal.info, journal, [fields, 'said']);
    const canary = 'canary.of.ada@lovelace.test';
    const names = ['url', 'body', 'query', 'headers', 'name', 'address', 'error', 'err', 'cause', 'req', 'res', 'text'];
    const values = [canary, { deep: { deeper: canary } }, [canary], new Error(canary), new HostError('down', canary)];
    for (const name of names) for (const value of values) write(Object.fromEntries([[name, value]]));
    for (const value of values.slice(1)) write({ host: value, run: value, id: value });

    expect(lines.length).toBeGreaterThan(names.length);
    expect(lines.join('')).not.toContain('canary');
    expect(lines.join('')).toContain('HostError down');
  });
});
