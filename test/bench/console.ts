import { launch } from '../e2e/zendesk/browser.ts';
import { install } from '../e2e/console/installation.ts';
import { loaded } from './console/loading.ts';
import type { Loaded } from './console/loading.ts';

// How fast the console is there, from a cold cache on loopback: `npm run bench:console`, for people, or with --json.
const GOAL = 1_500;
const tries = 5;
const installation = await install();
const browser = await launch();
const all: Loaded[] = [];
for (let turn = 0; turn < tries; turn += 1) all.push(await loaded(browser, `${installation.address}/setup`));
await browser.close();
await installation.close();

const middle = (pick: (one: Loaded) => number): number =>
  Math.round(all.map(pick).sort((one, other) => one - other)[Math.floor(tries / 2)] ?? 0);
const figures = {
  tries,
  firstPaintMs: middle(({ firstPaint }) => firstPaint),
  interactiveMs: middle(({ interactive }) => interactive),
  transferKilobytes: middle(({ bytes }) => bytes / 1024),
  requests: middle(({ requests }) => requests),
  goalMs: GOAL,
};
if (process.argv.includes('--json')) process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);
else for (const [name, value] of Object.entries(figures)) process.stdout.write(`${name.padEnd(20)} ${String(value)}\n`);
process.exitCode = figures.interactiveMs <= GOAL ? 0 : 1;
