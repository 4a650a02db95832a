// Durable runs: what kills, a freeze and a crash of the database do to them, and how fast they are beside a bare pg-boss worker.
// npm run bench:durable -- --json [--people 200] [--mails 50] [--kills 20] [--rounds 3] [--speed-only]
import { join } from 'node:path';
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';

import { makeTemporaryDirectory, startOwnServer } from '@lethe/storage/testing';
import { wreakHavoc, type HavocResult } from './durable/havoc.ts';
import { speedOfLedger } from './durable/ledger.ts';
import { speedOfBareBoss, speedOfLethe } from './durable/measure.ts';

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    people: { type: 'string', default: '200' },
    mails: { type: 'string', default: '50' },
    kills: { type: 'string', default: '20' },
    rounds: { type: 'string', default: '3' },
    'speed-only': { type: 'boolean', default: false },
  },
});
const [people, mails, kills] = [Number(values.people), Number(values.mails), Number(values.kills)];
const directory = await makeTemporaryDirectory();
const server = await startOwnServer();
const ground = { server, keyFile: join(directory.path, 'key'), people, mails };

/** Both in turn, several times over: what else the machine does hits both alike. */
const speed = [];
for (const workers of [1, 2]) {
  const rounds: { readonly bare: number; readonly lethe: number }[] = [];
  for (let round = 0; round < Number(values.rounds); round += 1) {
    const part = { ...ground, people: Math.ceil(people * 0.3), workers };
    rounds.push({ bare: await speedOfBareBoss(part), lethe: await speedOfLethe(part) });
  }
  const middle = (pick: (round: (typeof rounds)[number]) => number): number =>
    rounds.map(pick).sort((one, other) => one - other)[Math.floor(rounds.length / 2)] ?? 0;
  speed.push({
    workers,
    lethe: Math.round(middle(({ lethe }) => lethe)),
    bare: Math.round(middle(({ bare }) => bare)),
    ratio: Math.round(middle(({ lethe, bare }) => lethe / bare) * 100) / 100,
  });
}
const writers = { processes: 2, runs: 8, entries: 50 };
const ledger = { ...writers, entriesPerSecond: Math.round(await speedOfLedger(ground, writers)) };
const havoc = values['speed-only'] ? undefined : await wreakHavoc({ ...ground, kills });
await server.close();
await directory.remove();

const result = { load: loadavg()[1], stepsPerSecond: speed, ledger, havoc };
if (values.json) console.log(JSON.stringify(result));
else console.dir(result, { depth: 4 });

process.exitCode = havoc === undefined || isSound(havoc) ? 0 : 1;

function isSound(result: HavocResult): boolean {
  const { lost, twoAtOnce, repeatedForNoReason, runsDone, ledgerIsWhole, writesAfterThaw } = result;
  return lost + twoAtOnce + repeatedForNoReason + writesAfterThaw === 0 && runsDone === people && ledgerIsWhole;
}
