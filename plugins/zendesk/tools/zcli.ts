import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
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
  const require = createRequire(import.meta.url);
  const program = join(require.resolve('@zendesk/zcli/package.json'), '../bin/run');
  const child = spawn(process.execPath, [program, ...args], {
    env: {
      PATH: process.env['PATH'],
      HOME: folder,
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
