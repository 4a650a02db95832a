import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ValidateStub } from './validate-stub.ts';

/** What a command of Zendesk's tool came to. */
export interface Ran {
  readonly code: number;
  readonly said: string;
}

/**
 * Runs the real zcli against the stub. The sign-in comes from the environment, always: without it zcli would install
 * a keychain library on its own.
 */
export async function zcli(stub: ValidateStub, ...args: readonly string[]): Promise<Ran> {
  const folder = await mkdtemp(join(tmpdir(), 'lethe-zcli-'));
  const certificate = join(folder, 'certificate.pem');
  await writeFile(certificate, stub.certificate);
  await keepToOneself(folder);
  const require = createRequire(import.meta.url);
  const program = join(require.resolve('@zendesk/zcli/package.json'), '../bin/run');
  const child = spawn(process.execPath, [program, ...args], {
    env: {
      PATH: process.env['PATH'],
      HOME: folder,
      XDG_CACHE_HOME: join(folder, 'cache'),
      NO_COLOR: '1',
      FORCE_COLOR: '0',
      NODE_EXTRA_CA_CERTS: certificate,
      // zcli writes https://SUBDOMAIN.DOMAIN: this is https://127.0.0.1:PORT.
      ZENDESK_SUBDOMAIN: '127.0.0',
      ZENDESK_DOMAIN: `1:${stub.port}`,
      ZENDESK_OAUTH_TOKEN: 'any',
    },
  });
  const said: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => said.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk));
  const code = await new Promise<number>((ended) => child.on('close', (exit) => ended(exit ?? 1)));
  await rm(folder, { recursive: true, force: true });
  return { code, said: Buffer.concat(said).toString() };
}

/** zcli asks the registry for its newest version unless it did so lately: a fresh answer that says nothing keeps it from that. */
async function keepToOneself(folder: string): Promise<void> {
  const cache = join(folder, 'cache', '@zendesk', 'zcli');
  await mkdir(cache, { recursive: true });
  await writeFile(join(cache, 'version'), '{}');
}
