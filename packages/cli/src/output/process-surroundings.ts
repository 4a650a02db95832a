import { createInterface } from 'node:readline/promises';
import type { Surroundings } from '../surroundings.ts';
import { openBrowser } from './open-browser.ts';

/** This process's own terminal and environment. */
export function processSurroundings(): Surroundings {
  return {
    env: process.env,
    out: process.stdout,
    err: process.stderr,
    ...(process.stdin.isTTY ? { ask } : {}),
    ...(process.stdout.isTTY ? { open: openBrowser } : {}),
    watchInterrupts,
  };
}

async function ask(question: string): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return await terminal.question(question);
  } finally {
    terminal.close();
  }
}

/** Ctrl-C: the first one stops between two calls, the second one at once. */
function watchInterrupts(tell: (text: string) => void): () => boolean {
  let asked = 0;
  const stop = (): void => {
    asked += 1;
    if (asked > 1) process.exit(130);
    tell('Stopping after this call. Ctrl-C again stops at once; either way lethe resume goes on.');
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  return () => asked > 0;
}
