/**
 * The governors on a virtual clock: how long workloads take beside the fastest schedule their limits allow, whether a limit was ever
 * exceeded, and whether a strict host refused a call of a whole run. Nothing here depends on how fast the machine is.
 *
 *   npm run bench:governor -- --json
 */
import * as jira from '../../plugins/jira/test/governor-workloads.ts';
import { governedRun } from '../../plugins/jira/test/governed-run.ts';
import { inForge, overHttp } from '../../plugins/jira/test/ways.ts';
import * as zendesk from '../../plugins/zendesk/test/governor-workloads.ts';

const GOAL = 1.1;

/** One workload, and how it went. */
interface Figure {
  readonly host: string;
  readonly name: string;
  readonly calls: number;
  readonly seconds: number;
  /** The fastest schedule there is, with calls in this order where the order is given. */
  readonly fastest: number;
  readonly exceeded: number;
  readonly steppedAside: number;
}

/** A whole run before a host whose limits hold. */
interface RunFigure {
  readonly host: string;
  readonly name: string;
  readonly calls: number;
  readonly points: number;
  readonly seconds: number;
  readonly refused: number;
}

const figures: Figure[] = [];
for (const workload of zendesk.governorWorkloads) {
  const { fastestInOrder: fastest, ...measured } = await zendesk.measureGovernor(workload);
  figures.push({ host: 'zendesk', ...measured, fastest });
}
for (const workload of jira.governorWorkloads) {
  const { floor: fastest, ...measured } = await jira.measureGovernor(workload);
  figures.push({ host: 'jira', ...measured, fastest });
}

const person = { comments: Array.from({ length: 50 }, () => 8), files: 1 };
const long = { comments: [150, ...Array.from({ length: 20 }, () => 5)], files: 1 };
const runs: RunFigure[] = [];
for (const [name, given] of [
  ['400 comments of 50 requests, with a token', { ...person, way: overHttp }],
  ['the same inside Forge', { ...person, way: inForge }],
  ['a long request among others', { ...long, way: overHttp }],
  ['the same inside Forge, 400 points an hour', { ...long, way: inForge, share: 400 }],
] as const) {
  const { ending, ...measured } = await governedRun(given);
  if (ending.state === 'stopped') throw new Error('a run stopped');
  runs.push({ host: 'jira', name, ...measured });
}

const ratioOf = ({ seconds, fastest }: Figure): number => seconds / fastest;
const lines = [
  ...figures.map(
    (one) =>
      `${one.host}, ${one.name}: ${String(one.calls)} calls in ${one.seconds.toFixed(1)} s; ${ratioOf(one).toFixed(3)} of the fastest schedule (${one.fastest.toFixed(1)} s); limits exceeded ${String(one.exceeded)} times; stepped aside ${String(one.steppedAside)}`,
  ),
  ...runs.map(
    (one) =>
      `${one.host}, a run, ${one.name}: ${String(one.calls)} calls, ${String(one.points)} points, ${one.seconds.toFixed(1)} s of waiting; refused ${String(one.refused)} times`,
  ),
];
process.stdout.write(
  process.argv.includes('--json') ? `${JSON.stringify({ figures, runs }, undefined, 2)}\n` : `${lines.join('\n')}\n`,
);
const isFast = figures.every((one) => one.exceeded === 0 && ratioOf(one) <= GOAL);
process.exitCode = isFast && runs.every(({ refused }) => refused === 0) ? 0 : 1;
