import { parseArgs } from 'node:util';
import { blindSpots, knownFaults } from './openapi-gaps.ts';
import { travelled } from './openapi-journey.ts';
import { hostRuns } from './openapi-runs.ts';
import { SpecCheck } from './openapi.ts';

const { values } = parseArgs({ options: { specs: { type: 'string', default: '../shared/specs/ats/ashby' } } });

if (SpecCheck.isIn(values.specs)) await compare(values.specs);
else process.stdout.write('skipped: Ashby’s file is not there\n');

/** Drives the journey and whole runs, and prints every fault and what the file cannot tell. */
async function compare(specs: string): Promise<void> {
  const check = await SpecCheck.of(specs);
  const { made, unvisited } = await travelled();
  const faults = [
    ...[...made, ...(await hostRuns())].flatMap((one) => check.check(one)),
    ...unvisited.map((endpoint) => `nobody asked ${endpoint}`),
  ];
  for (const fault of new Set(faults)) process.stdout.write(`${fault}\n`);
  process.stdout.write('\npassed over where it is met, as the file is of two minds:\n');
  for (const { at, why } of knownFaults) process.stdout.write(`  ${at}: ${why}\n`);
  process.stdout.write('\nthe file cannot tell:\n');
  for (const one of blindSpots) process.stdout.write(`  ${one}\n`);
  const { requests, answers } = check.checked;
  process.stdout.write(`\n${requests} requests and ${answers} answers checked, ${faults.length} faults\n`);
  if (faults.length > 0) process.exitCode = 1;
}
