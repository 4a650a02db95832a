// Durable runs: what kills, a freeze and a crash of the database do to them, and how fast they are beside a bare pg-boss worker.
// npm run bench:durable -- --json [--people 200] [--mails 50] [--kills 20]
import { join } from 'node:path';
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';

import { makeTemporaryDirectory, startOwnServer } from '@lethe/storage/testing';
import { wreakHavoc } from './durable/havoc.ts';
import { speedOfLedger } from './durable/ledger.ts';
import { speedOfBareBoss, speedOfLethe } from './durable/measure.ts';

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    people: { type: 'string', default: '200' },
    mails: { type: 'string', default: '50' },
    kills: { type: 'string', default: '20' },
  },
});
const [people, mails, kills] = [Number(values.people), Number(values.mails), Number(values.kills)];
const directory = await makeTemporaryDirectory();
const server = await startOwnServer();
const ground = { server, keyFile: join(directory.path, 'key'), people, mails };

const speed = [];
for (const workers of [1, 2]) {
  const bare = await speedOfBareBoss({ ...ground, workers });
  const lethe = await speedOfLethe({ ...ground, workers });
  speed.push({
    workers,
    lethe: Math.round(lethe),
    bare: Math.round(bare),
    ratio: Math.round((lethe / bare) * 100) / 100,
  });
}
const writers = { processes: 2, runs: 8, entries: 50 };
const ledger = { ...writers, entriesPerSecond: Math.round(await speedOfLedger(ground, writers)) };
const havoc = await wreakHavoc({ ...ground, kills });
await server.close();
await directory.remove();

const result = { load: loadavg()[1], stepsPerSecond: speed, ledger, havoc };
if (values.json) console.log(JSON.stringify(result));
else console.dir(result, { depth: 4 });

const { lost, twoAtOnce, repeatedForNoReason, runsDone, ledgerIsWhole, writesAfterThaw } = havoc;
const isSound = lost + twoAtOnce + repeatedForNoReason + writesAfterThaw === 0 && runsDone === people && ledgerIsWhole;
process.exitCode = isSound ? 0 : 1;
