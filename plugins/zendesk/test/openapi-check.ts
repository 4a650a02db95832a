import { parseArgs } from 'node:util';
import { beyondSpec } from './openapi-gaps.ts';
import { hostRuns } from './openapi-host-runs.ts';
import { travelled } from './openapi-journey.ts';
import { SpecCheck } from './openapi.ts';

const { values } = parseArgs({ options: { specs: { type: 'string', default: '../shared/specs/zendesk' } } });

if (SpecCheck.isIn(values.specs)) await compare(values.specs);
else process.stdout.write('skipped: the vendor’s files are not there\n');

/** Drives the journey, and prints every fault and every call no file describes. */
async function compare(specs: string): Promise<void> {
  const check = await SpecCheck.of(specs);
  const { exchanges, unvisited } = await travelled();
  const runs = await hostRuns();
  const faults = [
    ...[...exchanges, ...runs].flatMap((one) => check.check(one)),
    ...unvisited.map((route) => `nobody asked ${route}`),
  ];
  for (const fault of new Set(faults)) process.stdout.write(`${fault}\n`);
  process.stdout.write('\nno file describes these calls, each is compared with the one behind it:\n');
  for (const { method, path, like, why } of beyondSpec)
    process.stdout.write(`  ${method} ${path.source} -> ${like}: ${why}\n`);
  const { requests, answers } = check.checked;
  process.stdout.write(
    `\n${String(requests)} requests and ${String(answers)} answers checked, ${String(faults.length)} faults\n`,
  );
  if (faults.length > 0) process.exitCode = 1;
}
