import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const loader = new URL('typescript-loader.mjs', import.meta.url).href;

/** Starts a source file in a process of its own; `flags` are Node's. */
export function startChild(source: URL, args: readonly string[], flags: readonly string[] = []): ChildProcess {
  const execArgv = ['--no-warnings', '--conditions=source', `--import=${loader}`, ...flags];
  return fork(fileURLToPath(source), [...args], {
    execArgv,
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
}

/** Waits for the end of a child. Throws with what it complained about if it failed by itself. */
export async function endOf(child: ChildProcess): Promise<void> {
  const complaints: string[] = [];
  child.stderr?.setEncoding('utf8').on('data', (text: string) => complaints.push(text));
  await once(child, 'close');
  if (child.exitCode !== null && child.exitCode !== 0) throw new Error(`The child failed: ${complaints.join('')}`);
}
