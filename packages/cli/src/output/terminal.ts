import type { Progress } from '@lethe/core';
import ora from 'ora';
import type { Output } from './output.ts';
import { progressText } from './progress-text.ts';

/** Talks to a terminal, or to a script with `json`. */
export function terminalOutput({ json }: { readonly json: boolean }): Output {
  const spinner = ora({ stream: process.stderr, discardStdin: false });
  const text = progressText(() => Date.now());
  return {
    result(forPeople, forScripts) {
      spinner.stop();
      process.stdout.write(json ? `${JSON.stringify(forScripts, undefined, 2)}\n` : `${forPeople()}\n`);
    },
    note(line) {
      if (!json) process.stderr.write(`${line}\n`);
    },
    progress(progress: Progress) {
      if (json || !process.stderr.isTTY) return;
      spinner.start(text(progress));
    },
    settle() {
      spinner.stop();
    },
  };
}
