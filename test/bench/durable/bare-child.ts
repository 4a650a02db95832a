// What is measured against: a pg-boss worker and nothing else, which makes the same calls with as many commits.
import { Agent, request } from 'node:http';

import pg from 'pg';
import { PgBoss } from 'pg-boss';
import { z } from 'zod';

/** Commits of a run beside one for each of its steps; fetching and ending the job come on top in both. */
const COMMITS_A_RUN = 6;

const [databaseUrl = '', address = '', mails = '50', runsAtOnce = '8'] = process.argv.slice(2);
const pool = new pg.Pool({ connectionString: databaseUrl, max: 10 });
const boss = new PgBoss({ connectionString: databaseUrl, schema: 'bare', max: 4, supervise: false, schedule: false });
const agent = new Agent({ keepAlive: true, maxSockets: 64 });
const payload = z.object({ person: z.number() });

async function call(method: string, path: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const headers = { 'x-worker': String(process.pid) };
    const asked = request(`${address}${path}`, { method, headers, agent }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () => {
        resolve(Buffer.concat(parts).toString('utf8'));
      });
    });
    asked.on('error', reject);
    asked.end();
  });
}

async function carryOut(person: number): Promise<void> {
  const commit = async (): Promise<unknown> =>
    pool.query('update bare_run set commits = commits + 1 where person = $1', [person]);
  JSON.parse(await call('GET', `/people/${String(person)}/mails`));
  for (let mail = 0; mail < Number(mails); mail += 1) {
    await pool.query('insert into bare_step (person, mail) values ($1, $2)', [person, mail]);
    await call('PUT', `/people/${String(person)}/mails/${String(mail)}`);
  }
  JSON.parse(await call('GET', `/people/${String(person)}/mails`));
  for (let more = 0; more < COMMITS_A_RUN; more += 1) await commit();
}

await boss.start();
const options = { localConcurrency: Number(runsAtOnce), pollingIntervalSeconds: 0.5 };
await boss.work<unknown>('bare', options, async (jobs) => {
  for (const { data } of jobs) await carryOut(payload.parse(data).person);
});
process.send?.({ what: 'ready' });
process.once('disconnect', () => process.exit(1));
process.once('message', () => process.exit(0));
