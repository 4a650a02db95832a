import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { good, packed, type Parts } from './check/sample-app.ts';
import { startValidateStub, type ValidateStub } from './validate-stub.ts';
import { zcli } from './zcli.ts';

const wait = 60_000;
const made: string[] = [];
const started: { stub?: ValidateStub } = {};
beforeAll(async () => {
  started.stub = await startValidateStub();
});
afterAll(async () => {
  await started.stub?.close();
  await Promise.all(made.map((folder) => rm(folder, { recursive: true })));
});

async function folderOf(parts: Parts): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'lethe-app-'));
  made.push(folder);
  for (const [path, content] of packed(parts).files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  return folder;
}

it(
  'the real zcli finds nothing wrong with a good package',
  async () => {
    const { code, said } = await zcli(started.stub!, 'apps:validate', await folderOf(good));
    expect(said).toContain('No validation errors');
    expect(code).toBe(0);
  },
  wait,
);

it(
  'the real zcli refuses a broken package in our words',
  async () => {
    const broken = { ...good, manifest: { ...good.manifest, frameworkVersion: '1.0' } };
    const { code, said } = await zcli(started.stub!, 'apps:validate', await folderOf(broken));
    expect(said).toContain('invalid_version (frameworkVersion)');
    expect(code).not.toBe(0);
  },
  wait,
);
