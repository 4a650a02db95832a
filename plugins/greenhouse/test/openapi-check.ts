import { parseArgs } from 'node:util';
import { virtualClock } from '@lethe/core/testing';
import { Greenhouse } from './fake/greenhouse.ts';
import { v3Routes } from './fake/v3-routes.ts';
import { journey } from './openapi-journey.ts';
import { knownFaults, likeApplications, SpecCheck } from './openapi.ts';

const { values } = parseArgs({ options: { specs: { type: 'string', default: '../shared/specs/ats/greenhouse' } } });

if (SpecCheck.isIn(values.specs)) await compare(values.specs);
else process.stdout.write('skipped: the description of Greenhouse is not there\n');

/** Compares whole runs with the file, and every scope the README asks for. */
async function compare(specs: string): Promise<void> {
  const check = await SpecCheck.of(specs);
  const routes = v3Routes(new Greenhouse(virtualClock()));
  const made = await journey();
  const faults = [
    ...made.flatMap((one) => check.check(one)),
    ...routes.flatMap(({ scope = '' }) => (check.knows(scope) ? [] : [`there is no scope ${scope}`])),
    ...routes.flatMap(({ method, path }) =>
      made.some((one) => one.method === method && path.test(one.url.replace(/\?.*/, '')))
        ? []
        : [`nobody asked ${method} ${path.source}`],
    ),
  ];
  for (const fault of new Set(faults)) process.stdout.write(`${fault}\n`);
  process.stdout.write(
    '\nthe file describes rows and scopes of these lists, not the calls; they are compared as if they were like\n',
  );
  process.stdout.write(`that of applications: ${Object.keys(likeApplications).join(', ')}\n`);
  for (const { why } of knownFaults) process.stdout.write(`passed over: ${why}\n`);
  const { requests, answers } = check.checked;
  process.stdout.write(
    `\n${String(requests)} requests and ${String(answers)} answers checked, ${String(faults.length)} faults\n`,
  );
  if (faults.length > 0) process.exitCode = 1;
}
