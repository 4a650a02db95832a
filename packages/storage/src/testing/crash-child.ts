// A process that carries a run through every statement storage has for it. Before each one it says its name and waits;
// after each one it says that it was done. The test kills it wherever it likes.
import { openStorage } from '../storage.ts';
import { crashPlan, crashSteps } from './crash-plan.ts';
import { approvalOfRecord, endingIn, inventedSecrets } from '@lethe/core/testing';
import { hearParent, tellParent } from './parent.ts';

const [databaseUrl, keyFile, planId = ''] = process.argv.slice(2);
const storage = await openStorage({ databaseUrl, keyFile, env: {} });
const record = crashPlan(planId);
const [one, two] = crashSteps;

async function statement<T>(name: string, work: () => Promise<T>): Promise<T> {
  tellParent(`before ${name}`);
  await hearParent();
  const result = await work();
  tellParent(`after ${name}`);
  await hearParent();
  return result;
}

await statement('save', async () => storage.savePlan(record, inventedSecrets()));
const run = await statement('begin', async () => storage.begin(record.id, approvalOfRecord(record)));
const fact = { what: 'steps-settled', run: run.record.id, counts: { clean: 1 } } as const;
await statement('intend', async () => run.journal.write({ intend: [one] }));
await statement('settle', async () =>
  run.journal.write({ settle: [{ step: one, outcome: 'clean' }], intend: [two], facts: [fact] }),
);
await statement('settle again', async () =>
  run.journal.write({ settle: [{ step: two, outcome: 'clean' }], facts: [fact] }),
);
await statement('end', async () => run.end(endingIn('done')));
await storage.close();
process.disconnect();
