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
import { hosts } from './world.ts';

/** `lethe serve` as a process of its own, with the invented hosts in another. */
export interface BenchServer {
  readonly address: string;
  readonly process: ChildProcess;
  /** Browsers of so many operators, signed in. */
  operators(count: number): Promise<readonly Client[]>;
  close(): Promise<void>;
}

const bin = fileURLToPath(new URL('../../../packages/cli/bin/lethe.js', import.meta.url));
const loader = new URL('../../typescript.mjs', import.meta.url).href;

/** Starts both in a folder that is removed afterwards. */
export async function benchServer(): Promise<BenchServer> {
  const folder = await mkdtemp(join(tmpdir(), 'lethe-bench-'));
  await chmod(folder, 0o711);
  const execArgv = ['--no-warnings', '--conditions=source', `--import=${loader}`];
  const desks = fork(fileURLToPath(new URL('hosts-child.ts', import.meta.url)), [], { execArgv });
  const [message] = z.tuple([z.string()], z.unknown()).parse(await once(desks, 'message'));
  const addresses = z.array(z.string()).parse(JSON.parse(message));
  const config = join(folder, 'lethe.yaml');
  await writeFile(config, JSON.stringify(settingsFor(folder, addresses)));
  const env = { PATH: process.env['PATH'] ?? '', LETHE_CONFIG: config, REDMINE_KEY: 'invented-key' };
  const serving = spawn(process.execPath, [bin, 'serve'], { env, stdio: ['ignore', 'pipe', 'ignore'] });
  const address = await firstAddress(serving);
  return {
    address,
    process: serving,
    operators: async (count) => operatorsAt(address, folder, count),
    close: async () => {
      serving.kill('SIGTERM');
      await once(serving, 'close');
      desks.kill('SIGTERM');
      await rm(folder, { recursive: true, force: true });
    },
  };
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
      worker: { runsAtOnce: 20, runsAtHost: 4 },
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
    const identity = {
      kind: 'open-id',
      issuer: 'https://id.example.test',
      subject: `bench-${number}`,
      name: 'Bench',
    } as const;
    const operator = await storage.signIn.arrive({ identity, groups: ['bench'], administrator: false });
    const beginning = {
      operator: operator?.id ?? '',
      signedInAt: new Date(),
      endsAt: new Date(Date.now() + 3_600_000),
    };
    clients.push(new Client(address, (await storage.signIn.beginSession(beginning)) ?? ''));
  }
  await storage.close();
  await Promise.all(clients.map(async (client) => client.begin()));
  return clients;
}
