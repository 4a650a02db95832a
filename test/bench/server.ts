/**
 * The API under load: 50 people reviewing at once and 20 runs in progress, against `lethe serve` as a process of its own with invented
 * Redmines that answer 40 ms late. Everything (server, database, hosts, load) shares this machine; its load is reported beside.
 */
import { cpus, loadavg } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import type { Client, Taken } from './server/client.ts';
import { approved, atWork, reviewed } from './server/people.ts';
import { benchServer } from './server/served.ts';
import { bigOnes, hosts, peopleOf } from './server/world.ts';

const OPERATORS = 50;
const SECONDS = Number(process.env['BENCH_SECONDS'] ?? 60);
/** Looking people up waits for the host: what that takes is shown, and is no figure of ours. */
const waitsForHost = new Set(['search']);

async function main(): Promise<void> {
  const before = loadavg();
  const server = await benchServer();
  try {
    const clients = await server.operators(OPERATORS);
    const runs = await beginRuns(clients);
    await untilRunning(clients, runs);
    for (const client of clients) client.taken.splice(0);
    print({ ...(await measure(clients, runs)), load: { before, after: loadavg(), cores: cpus().length } });
  } finally {
    await server.close();
  }
}

async function beginRuns(clients: readonly Client[]): Promise<readonly string[]> {
  const tasks = hosts.flatMap((host) => bigOnes(host).map((person) => ({ host, person })));
  const think = async (): Promise<void> => pause(500);
  return Promise.all(
    tasks.map(async (task, at) => {
      const client = clients[at];
      if (client === undefined) throw new RangeError('There are more operators than runs.');
      return approved(client, await reviewed(client, task, think));
    }),
  );
}

async function running(clients: readonly Client[], runs: readonly string[]): Promise<number> {
  const states = await Promise.all(
    runs.map(async (run, at) => clients[at]?.ask('before', ['GET', `/api/v1/runs/${run}`])),
  );
  return states.filter((state) => JSON.stringify(state).includes('"state":"running"')).length;
}

async function untilRunning(clients: readonly Client[], runs: readonly string[]): Promise<void> {
  while ((await running(clients, runs)) < runs.length) await pause(500);
}

async function measure(clients: readonly Client[], runs: readonly string[]): Promise<object> {
  const ending = new AbortController();
  const streams = Promise.all(
    runs.map(async (run, at) => clients[at]?.listen(`/api/v1/runs/${run}/events`, ending.signal)),
  );
  const people = hosts.flatMap((host) => peopleOf(host).map((person) => ({ host, person })));
  const working = Promise.all(
    clients.map(async (client, at) => atWork(client, people[at % people.length] ?? neverEmpty(), ending.signal)),
  );
  await pause(SECONDS * 1000);
  const atTheEnd = await running(clients, runs);
  ending.abort();
  const reviews = (await working).reduce((sum, one) => sum + one, 0);
  const listened = await streams;
  for (const client of clients) client.close();
  const taken = clients.flatMap((client) => client.taken).filter(({ group }) => group !== 'before');
  return {
    ...{ seconds: SECONDS, operators: clients.length, reviews, requests: taken.length },
    runs: { begun: runs.length, runningAtTheEnd: atTheEnd },
    streams: { events: sumOf(listened.map((one) => one?.events ?? 0)), cut: listened.filter((one) => one?.cut).length },
    groups: groupsOf(taken),
    ours: figureOf(taken.filter(({ group }) => !waitsForHost.has(group))),
  };
}

function groupsOf(taken: readonly Taken[]): Readonly<Record<string, object>> {
  const names = [...new Set(taken.map(({ group }) => group))].sort();
  return Object.fromEntries(names.map((name) => [name, figureOf(taken.filter(({ group }) => group === name))]));
}

function figureOf(taken: readonly Taken[]): object {
  const times = taken.map(({ milliseconds }) => milliseconds).sort((one, other) => one - other);
  const at = (part: number): number =>
    Math.round(times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? 0);
  return {
    ...{ requests: taken.length, p50: at(0.5), p99: at(0.99), most: at(1) },
    errors: taken.filter(({ status }) => status >= 400).length,
    dropped: taken.filter(({ status }) => status === 0).length,
  };
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0);
}

function neverEmpty(): never {
  throw new RangeError('There are people.');
}

const ours = z.looseObject({ ours: z.looseObject({ p99: z.number(), dropped: z.number(), errors: z.number() }) });

/** With `--json` all figures; the exit code says whether the goal was met: p99 under 300 ms, nothing dropped. */
function print(figures: object): void {
  console.log(process.argv.includes('--json') ? JSON.stringify(figures, undefined, 2) : figures);
  const { p99, dropped, errors } = ours.parse(figures).ours;
  process.exitCode = p99 < 300 && dropped === 0 && errors === 0 ? 0 : 1;
}

await main();
