import ora from 'ora';
import type { Surroundings } from '../surroundings.ts';
import type { Output } from './output.ts';
import { progressText } from './progress-text.ts';
import type { Trouble } from './trouble.ts';

/** What only the end of the program tells. */
export interface Speaker extends Output {
  /** The command came to nothing. */
  trouble(trouble: Trouble): void;
}

/** Talks to a person, or to a script with `json`. Progress is shown on a terminal alone. */
export function speakerFor({ out, err }: Surroundings, { json }: { readonly json: boolean }): Speaker {
  const spinner = ora({ stream: process.stderr, discardStdin: false });
  const textOf = progressText(() => Date.now());
  const showProgress = !json && err === process.stderr && process.stderr.isTTY;
  return {
    result(forPeople, forScripts) {
      spinner.stop();
      out.write(json ? jsonLine(forScripts) : `${forPeople()}\n`);
    },
    note(line) {
      if (!json) err.write(`${line}\n`);
    },
    request(text) {
      err.write(`${text}\n`);
    },
    progress(progress) {
      if (showProgress) spinner.start(textOf(progress));
    },
    settle() {
      spinner.stop();
    },
    trouble({ exit, says, remedy }) {
      spinner.stop();
      if (json) out.write(jsonLine({ error: exit, says, remedy: remedy ?? null }));
      else err.write(remedy === undefined ? `${says}\n` : `${says} ${remedy}\n`);
    },
  };
}

function jsonLine(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

/** Where an error was thrown, for a report of a fault; never its message, which may hold what a host answered. */
export function framesOf(error: unknown): string {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line));
  return frames.concat('').join('\n');
}
