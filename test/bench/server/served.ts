import { fork, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { openStorage } from '@lethe/storage';
import { z } from 'zod';
import { Client } from './client.ts';
import { hosts, RUNS_AT_HOST } from './world.ts';

/** `lethe serve` as a process of its own, with the invented hosts in another, and an empty server in a third. */
export interface BenchServer {
  readonly address: string;
  /** Where a bare server with an empty route listens. */
  readonly floor: string;
  /** Browsers of so many operators, signed in. */
  operators(count: number): Promise<readonly Client[]>;
  /** What it tells Prometheus. */
  metrics(): Promise<string>;
  /** Ends all of it. Answers how long the server took to leave, in seconds. */
  close(): Promise<number>;
}

const bin = fileURLToPath(new URL('../../../packages/cli/bin/lethe.js', import.meta.url));
const loader = new URL('../../typescript.mjs', import.meta.url).href;
const TOKEN = 'a-token-of-the-bench';

/** Starts all of it in a folder that is removed afterwards. `profile`: where the server writes what its CPU did. */
export async function benchServer(profile: string | undefined): Promise<BenchServer> {
  const folder = await mkdtemp(join(tmpdir(), 'lethe-bench-'));
  await chmod(folder, 0o711);
  const desks = child('hosts-child.ts');
  const bare = child('floor-child.ts');
  const addresses = z.array(z.string()).parse(await told(desks));
  const floor = z.string().parse(await told(bare));
  const config = join(folder, 'lethe.yaml');
  await writeFile(config, JSON.stringify(settingsFor(folder, addresses)));
  const serving = serve(config, profile);
  const address = await firstAddress(serving);
  return {
    ...{ address, floor },
    operators: async (count) => operatorsAt(address, folder, count),
    metrics: async () => {
      const answer = await fetch(`${address}/metrics`, { headers: { authorization: `Bearer ${TOKEN}` } });
      return answer.text();
    },
    close: async () => {
      const began = performance.now();
      serving.kill('SIGTERM');
      if (serving.exitCode === null) await once(serving, 'close');
      const took = (performance.now() - began) / 1000;
      for (const other of [desks, bare]) other.kill('SIGTERM');
      await rm(folder, { recursive: true, force: true });
      return took;
    },
  };
}

function child(file: string): ChildProcess {
  const execArgv = ['--no-warnings', '--conditions=source', `--import=${loader}`];
  return fork(fileURLToPath(new URL(file, import.meta.url)), [], { execArgv });
}

async function told(from: ChildProcess): Promise<unknown> {
  const [message] = z.tuple([z.string()], z.unknown()).parse(await once(from, 'message'));
  return JSON.parse(message);
}

function serve(config: string, profile: string | undefined): ChildProcess {
  const env = {
    ...{ PATH: process.env['PATH'] ?? '', LETHE_CONFIG: config, REDMINE_KEY: 'invented-key', METRICS: TOKEN },
  };
  const profiling = profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`];
  return spawn(process.execPath, [...profiling, bin, 'serve'], { env, stdio: ['ignore', 'pipe', 'ignore'] });
}

function settingsFor(folder: string, addresses: readonly string[]): object {
  return {
    hosts: Object.fromEntries(
      hosts.map((name, at) => [name, { kind: 'redmine', address: addresses[at], keyFrom: 'REDMINE_KEY' }]),
    ),
    storage: { dataDirectory: join(folder, 'data'), keyFile: join(folder, 'key') },
    permissions: { activation: ['bench'], grants: { bench: ['preview', 'run'] } },
    server: {
      listen: { port: 18_484 },
      metrics: { tokenFrom: 'METRICS' },
      worker: { runsAtOnce: hosts.length * RUNS_AT_HOST, runsAtHost: RUNS_AT_HOST },
      caps: { velocity: { runs: 100, minutes: 1 } },
    },
  };
}

async function firstAddress({ stdout }: ChildProcess): Promise<string> {
  if (stdout === null) throw new TypeError('Its output is read.');
  for await (const line of createInterface({ input: stdout })) {
    const [address] = /http:\/\/\S+/.exec(line) ?? [];
    if (address !== undefined) return address;
  }
  throw new Error('The server did not start.');
}

async function operatorsAt(address: string, folder: string, count: number): Promise<readonly Client[]> {
  const storage = await openStorage({ dataDirectory: join(folder, 'data'), keyFile: join(folder, 'key'), env: {} });
  const clients: Client[] = [];
  for (let number = 0; number < count; number += 1) {
    const who = { kind: 'open-id', issuer: 'https://id.example.test', subject: `bench-${number}` } as const;
    const identity = { ...who, name: 'Bench' };
    const operator = await storage.signIn.arrive({ identity, groups: ['bench'], administrator: false });
    const [signedInAt, endsAt] = [new Date(), new Date(Date.now() + 3_600_000)];
    const secret = await storage.signIn.beginSession({ operator: operator?.id ?? '', signedInAt, endsAt });
    clients.push(new Client(address, secret ?? ''));
  }
  await storage.close();
  await Promise.all(clients.map(async (client) => client.begin()));
  return clients;
}
