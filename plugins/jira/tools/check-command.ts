import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { appFolder, makeAppFolder } from './app-folder.ts';
import { describedScopes } from './described-scopes.ts';

/** Atlassian's linters and bundler on the app, as it is deployed. `--specs DIR` lets the linters read Atlassian's own documents. */
const { values } = parseArgs({ options: { specs: { type: 'string' }, out: { type: 'string' } } });
const checks = join(import.meta.dirname, 'forge');
const run = promisify(execFile);
const room = await mkdtemp(join(tmpdir(), 'lethe-forge-'));

/** Runs one of the checks with a home of its own, where Atlassian's tools keep what they remember; answers whether it went well. */
async function check(script: string, ...args: readonly string[]): Promise<boolean> {
  try {
    const { stdout } = await run(process.execPath, [join(checks, script), ...args], {
      env: { ...process.env, HOME: room },
      maxBuffer: 64 * 1024 * 1024,
    });
    process.stdout.write(stdout);
    return true;
  } catch (error) {
    if (error instanceof Error && 'stdout' in error && 'stderr' in error)
      process.stdout.write(`${String(error.stdout)}${String(error.stderr)}`);
    return false;
  }
}

/** A copy of the manifest with a scope and a module taken wrong: linters that find nothing in it would not have looked. */
async function refusesFaults(scopes: string): Promise<boolean> {
  const path = join(appFolder, 'manifest.yml');
  const right = await readFile(path, 'utf8');
  await writeFile(path, right.replace('    - write:jira-work\n', '').replace('jira:command:', 'jira:comand:'));
  const passed = await check('lint.cjs', appFolder, scopes);
  await writeFile(path, right);
  return !passed;
}

await makeAppFolder(appFolder);
const scopes = join(room, 'scopes.json');
await writeFile(scopes, JSON.stringify(await describedScopes(values.specs)));
const steps: readonly (readonly [string, () => Promise<boolean>])[] = [
  ["Atlassian's linters on the app", () => check('lint.cjs', appFolder, scopes)],
  ['the same linters on an app with two faults, which they have to find', () => refusesFaults(scopes)],
  ["Atlassian's bundler on the app", () => check('bundle.cjs', appFolder, values.out ?? join(room, 'out'))],
];
for (const [name, step] of steps) {
  console.log(`=== ${name}`);
  const isRight = await step();
  console.log(`=== ${name}: ${isRight ? 'ok' : 'FAILED'}`);
  if (!isRight) process.exitCode = 1;
}
await rm(room, { recursive: true, force: true });
