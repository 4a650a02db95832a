import type { Progress } from '@lethe/core';

/** How a command talks. Results go to standard output, everything else to standard error, so that results can be piped. */
export interface Output {
  /** The command's result: for people, or as one JSON document with `--json`. */
  result(forPeople: () => string, forScripts: unknown): void;
  /** Something worth knowing on the way; silent with `--json`. */
  note(text: string): void;
  /** Something a person has to do now; with `--json` too, on standard error. */
  request(text: string): void;
  progress(progress: Progress): void;
  /** Takes the progress line away. */
  settle(): void;
}
