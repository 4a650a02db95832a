// A process that writes to the ledger for some runs at once, as many entries a run as it is told, each with an outcome.
import { approvalOfRecord, endingIn, inventedRecord, inventedSecrets, stepIds } from '@lethe/core/testing';
import { randomUUID } from 'node:crypto';
import { openAt } from './open.ts';

const [databaseUrl = '', keyFile = '', runs = '8', entries = '100'] = process.argv.slice(2);
const storage = await openAt(databaseUrl, keyFile);
const steps = stepIds(Number(entries));
const owned = await Promise.all(
  Array.from({ length: Number(runs) }, async () => {
    const record = { ...inventedRecord({ person: randomUUID(), steps: 1 }), id: randomUUID() };
    await storage.savePlan(record, inventedSecrets());
    const approval = { ...approvalOfRecord(record), by: randomUUID() };
    return storage.begin(record.id, approval);
  }),
);
process.send?.('ready');
process.once('message', () => {
  void write();
});

async function write(): Promise<void> {
  const began = performance.now();
  await Promise.all(
    owned.map(async ({ record, journal }) => {
      for (const [index, step] of steps.entries()) {
        await journal.write({
          settle: [{ step, outcome: 'clean' }],
          intend: steps.slice(index + 1, index + 2),
          facts: [{ what: 'steps-settled', run: record.id, counts: { clean: 1 } }],
        });
      }
    }),
  );
  process.send?.({ milliseconds: performance.now() - began });
  for (const run of owned) await run.end(endingIn('done'));
  await storage.close();
  process.disconnect();
}
