import { fork, type ChildProcess } from 'node:child_process';
import { on, once } from 'node:events';
import { fileURLToPath } from 'node:url';

import { z } from 'zod';

/** A second process of a test, running one of our sources, to exchange lines with and to kill. */
export interface Child {
  readonly pid: number;
  /** The next line it says. Fails with what it wrote to its error output when it ends instead. */
  hear(): Promise<string>;
  say(line: string): void;
  /** Ends it with SIGKILL, as a power cut would. */
  kill(): Promise<void>;
  /** Resolves when it has ended. */
  ended(): Promise<void>;
}

const loader = new URL('../../../../test/typescript.mjs', import.meta.url).href;

/** Starts a source file in a process of its own. */
export function startChild(source: URL, args: readonly string[]): Child {
  const execArgv = ['--no-warnings', '--conditions=source', `--import=${loader}`];
  const child = fork(fileURLToPath(source), [...args], { execArgv, silent: true });
  const ending = once(child, 'close');
  const ended = async (): Promise<void> => {
    await ending;
  };
  return {
    pid: child.pid ?? 0,
    hear: listenTo(child),
    say: (line) => {
      child.send(line);
    },
    kill: async () => {
      child.kill('SIGKILL');
      await ended();
    },
    ended,
  };
}

/** What it says waits until it is asked for. */
function listenTo(child: ChildProcess): () => Promise<string> {
  const lines = on(child, 'message', { close: ['close'] });
  const faults: string[] = [];
  child.stderr?.setEncoding('utf8').on('data', (text: string) => faults.push(text));
  return async () => {
    const heard: IteratorResult<readonly unknown[], unknown> = await lines.next();
    if (heard.done === true) throw new Error(`the child ended: ${faults.join('')}`);
    return z.string().parse(heard.value[0]);
  };
}
