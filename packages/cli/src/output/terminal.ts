import ora from 'ora';
import type { Output } from './output.ts';
import { progressText } from './progress-text.ts';
import type { Trouble } from './trouble.ts';

/** What only the end of the program tells. */
export interface Terminal extends Output {
  /** The command came to nothing. */
  trouble(trouble: Trouble): void;
}

/** Talks to a terminal, or to a script with `json`. */
export function terminalOutput({ json }: { readonly json: boolean }): Terminal {
  const spinner = ora({ stream: process.stderr, discardStdin: false });
  const text = progressText(() => Date.now());
  const showProgress = !json && process.stderr.isTTY;
  return {
    result(forPeople, forScripts) {
      spinner.stop();
      process.stdout.write(json ? jsonLine(forScripts) : `${forPeople()}\n`);
    },
    note(line) {
      if (!json) process.stderr.write(`${line}\n`);
    },
    progress(progress) {
      if (showProgress) spinner.start(text(progress));
    },
    settle() {
      spinner.stop();
    },
    trouble({ exit, says, remedy }) {
      spinner.stop();
      if (json) process.stdout.write(jsonLine({ error: exit, says, remedy: remedy ?? null }));
      else process.stderr.write(remedy === undefined ? `${says}\n` : `${says} ${remedy}\n`);
    },
  };
}

function jsonLine(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

/** Where an error was thrown, for a report of a fault; never its message, which may hold what a host answered. */
export function showFrames(error: unknown): void {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  process.stderr.write(
    stack
      .split('\n')
      .filter((line) => /^\s+at /.test(line))
      .concat('')
      .join('\n'),
  );
}
