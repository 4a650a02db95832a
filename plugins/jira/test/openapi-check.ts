import { parseArgs } from 'node:util';
import { blindSpots, knownFaults } from './openapi-gaps.ts';
import { hostRuns } from './openapi-host-runs.ts';
import { travelled } from './openapi-journey.ts';
import { SpecCheck } from './openapi.ts';

const { values } = parseArgs({ options: { specs: { type: 'string', default: '../shared/specs/jira' } } });

if (SpecCheck.isIn(values.specs)) await compare(values.specs);
else process.stdout.write('skipped: Atlassian’s files are not there\n');

/** Drives the journey and whole runs, and prints every fault and what the files cannot tell. */
async function compare(specs: string): Promise<void> {
  const check = await SpecCheck.of(specs);
  const { exchanges, unvisited } = await travelled();
  const runs = await hostRuns();
  const faults = [
    ...[...exchanges, ...runs].flatMap((one) => check.check(one)),
    ...unvisited.map((route) => `nobody asked ${route}`),
  ];
  for (const fault of new Set(faults)) process.stdout.write(`${fault}\n`);
  process.stdout.write('\npassed over where it is met, as the files are wrong or of two minds:\n');
  for (const { at, why } of knownFaults) process.stdout.write(`  ${at.source}: ${why}\n`);
  process.stdout.write('\nthe files cannot tell:\n');
  for (const one of blindSpots) process.stdout.write(`  ${one}\n`);
  const { requests, answers } = check.checked;
  process.stdout.write(`\n${requests} requests and ${answers} answers checked, ${faults.length} faults\n`);
  if (faults.length > 0) process.exitCode = 1;
}
