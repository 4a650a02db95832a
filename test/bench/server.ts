/**
 * The API under load: 50 people reviewing at once and 20 runs in progress, against `lethe serve` as a process of its own with invented
 * Redmines that answer late. Everything (server, database, hosts, load) shares this machine; beside it, under the same load and as
 * often, a bare Fastify answers an empty route: the floor.
 * BENCH_SECONDS=60 npm run bench:server -- --json [--profile DIRECTORY]
 */
import { setMaxListeners } from 'node:events';
import { cpus, loadavg } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { Client, Listened } from './server/client.ts';
import { Client as Browser } from './server/client.ts';
import { figureOf, figuresByRoute, metricIn } from './server/figures.ts';
import type { Figure } from './server/figures.ts';
import { approved, atWork, reviewed } from './server/people.ts';
import type { Done } from './server/people.ts';
import { benchServer } from './server/served.ts';
import type { BenchServer } from './server/served.ts';
import { bigOnes, hosts, leaving, peopleOf, SECONDS } from './server/world.ts';

const OPERATORS = 50;
/** What is promised, in milliseconds. */
const GOAL = 300;
/** Looking people up waits for the host: what that takes is shown, and is no figure of ours. */
const waitsForHost = new Set(['POST /api/v1/people/search']);
const { values: flags } = parseArgs({ options: { json: { type: 'boolean' }, profile: { type: 'string' } } });

async function main(): Promise<void> {
  const before = loadavg();
  const began = performance.now();
  const server = await benchServer(flags.profile);
  try {
    const clients = await server.operators(OPERATORS);
    const runs = await beginRuns(clients);
    await untilRunning(clients, runs);
    const setUpSeconds = Math.round((performance.now() - began) / 1000);
    const inSetUp = figuresByRoute(clients.flatMap(({ taken }) => taken.splice(0)));
    const measured = await measure(server, clients, runs);
    const machine = { before, after: loadavg(), cores: cpus().length };
    const leftInSeconds = await server.close();
    const figures = { seconds: SECONDS, setUpSeconds, ...measured, leftInSeconds, machine, inSetUp };
    print(figures);
  } catch (error) {
    await server.close();
    throw error;
  }
}

/** Everybody's first run: one big person each, as many as there are. */
async function beginRuns(clients: readonly Client[]): Promise<readonly string[]> {
  const tasks = hosts.flatMap((host) => bigOnes(host).map((person) => ({ host, person })));
  const think = async (): Promise<void> => pause(500);
  return Promise.all(
    tasks.map(async (task, at) => {
      const client = theClient(clients, at);
      const run = await approved(client, await reviewed(client, task, think));
      tell('approved');
      return run;
    }),
  );
}

async function running(clients: readonly Client[], runs: readonly string[]): Promise<number> {
  const states = await Promise.all(
    runs.map(async (run, at) => theClient(clients, at).ask(['GET', `/api/v1/runs/${run}`])),
  );
  return states.filter((state) => JSON.stringify(state).includes('"state":"running"')).length;
}

async function untilRunning(clients: readonly Client[], runs: readonly string[]): Promise<void> {
  for (;;) {
    const many = await running(clients, runs);
    tell(`${many} of ${runs.length} runs in progress`);
    if (many === runs.length) return;
    await pause(1000);
  }
}

interface Measured {
  readonly reviews: number;
  readonly approvals: number;
  readonly failures: readonly string[];
  readonly runs: { readonly begun: number; readonly runningAtTheEnd: number };
  readonly streams: { readonly events: number; readonly cut: number };
  readonly eventLoop: { readonly p99: number; readonly most: number };
  readonly floor: Figure;
  readonly routes: Readonly<Record<string, Figure>>;
  readonly ours: Figure;
}

async function measure(server: BenchServer, clients: readonly Client[], runs: readonly string[]): Promise<Measured> {
  tell(`measuring ${SECONDS} seconds`);
  const ending = new AbortController();
  const { signal } = ending;
  setMaxListeners(0, signal);
  const streams = Promise.all(
    runs.map(async (run, at) => theClient(clients, at).listen(`/api/v1/runs/${run}/events`, signal)),
  );
  const bare = clients.map(() => new Browser(server.floor, ''));
  const atFloor = Promise.all(bare.map(async (one) => askingNothing(one, signal)));
  const working = Promise.all(clients.map(async (client, at) => atWork(client, dayOf(at), signal)));
  await pause(SECONDS * 1000);
  const taken = clients.flatMap((client) => client.taken.splice(0));
  const runningAtTheEnd = await running(clients, runs);
  const metrics = await server.metrics();
  ending.abort();
  const [listened, done] = [await streams, await working, await atFloor];
  for (const client of [...clients, ...bare]) client.close();
  return {
    ...sumOf(done),
    runs: { begun: runs.length, runningAtTheEnd },
    streams: streamsOf(listened),
    eventLoop: {
      p99: metricIn(metrics, 'nodejs_eventloop_lag_p99_seconds'),
      most: metricIn(metrics, 'nodejs_eventloop_lag_max_seconds'),
    },
    floor: figureOf(bare.flatMap((one) => one.taken)),
    routes: figuresByRoute(taken),
    ours: figureOf(taken.filter(({ route }) => !waitsForHost.has(route))),
  };
}

function dayOf(at: number): Parameters<typeof atWork>[1] {
  const host = hosts[at % hosts.length] ?? hosts[0];
  const place = Math.floor(at / hosts.length);
  const [again, once] = [peopleOf(host)[place], leaving(host)[place]];
  if (again === undefined || once === undefined) throw new RangeError('There are fewer people than operators.');
  return { again: { host, person: again }, leaving: { host, person: once } };
}

/** About as often as somebody at work asks. */
async function askingNothing(client: Client, until: AbortSignal): Promise<void> {
  while (!until.aborted) {
    await client.ask(['GET', '/']);
    await pause(500 + Math.random() * 1000, undefined, { signal: until }).catch(() => undefined);
  }
}

function sumOf(done: readonly Done[]): Pick<Measured, 'reviews' | 'approvals' | 'failures'> {
  return {
    reviews: done.reduce((sum, { reviews }) => sum + reviews, 0),
    approvals: done.reduce((sum, { approvals }) => sum + approvals, 0),
    failures: [...new Set(done.flatMap(({ failures }) => failures))],
  };
}

function streamsOf(listened: readonly Listened[]): Measured['streams'] {
  return {
    events: listened.reduce((sum, { events }) => sum + events, 0),
    cut: listened.filter(({ cut }) => cut).length,
  };
}

function theClient(clients: readonly Client[], at: number): Client {
  const client = clients[at];
  if (client === undefined) throw new RangeError('There are more operators than runs.');
  return client;
}

function tell(what: string): void {
  if (flags.json !== true) console.error(what);
}

/** With `--json` all figures; the exit code says whether the goal was met: p99 under 300 ms, nothing dropped, all runs in progress throughout. */
function print(figures: Measured): void {
  if (flags.json === true) console.log(JSON.stringify(figures, undefined, 2));
  else console.dir(figures, { depth: 4 });
  const { ours, routes, streams, failures, runs } = figures;
  const dropped = Object.values(routes).reduce((sum, one) => sum + one.dropped, streams.cut + failures.length);
  const isFull = runs.runningAtTheEnd === runs.begun;
  process.exitCode = ours.p99 < GOAL && dropped === 0 && isFull ? 0 : 1;
}

await main();
