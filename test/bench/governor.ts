/**
 * Zendesk's governor on a virtual clock: how long workloads take beside the fastest schedule their limits allow, and whether a
 * limit was ever exceeded. Nothing here depends on how fast the machine is.
 *
 *   npm run bench:governor -- --json
 */
import { measureGovernor, governorWorkloads } from '../../plugins/zendesk/test/governor-workloads.ts';
import type { Measured } from '../../plugins/zendesk/test/governor-workloads.ts';

const GOAL = 1.1;
const figures: Measured[] = [];
for (const workload of governorWorkloads) figures.push(await measureGovernor(workload));
const ratioOf = ({ seconds, fastestInOrder }: Measured): number => seconds / fastestInOrder;
const lines = figures.map(
  (one) =>
    `${one.name}: ${String(one.calls)} calls in ${one.seconds.toFixed(1)} s; ${ratioOf(one).toFixed(3)} of the fastest schedule in this order (${one.fastestInOrder.toFixed(1)} s; in any order ${one.fastest.toFixed(1)} s); limits exceeded ${String(one.exceeded)} times; stepped aside ${String(one.steppedAside)}`,
);
process.stdout.write(
  process.argv.includes('--json') ? `${JSON.stringify(figures, undefined, 2)}\n` : `${lines.join('\n')}\n`,
);
process.exitCode = figures.every((one) => one.exceeded === 0 && ratioOf(one) <= GOAL) ? 0 : 1;
