import type { ExitName } from './exit-code.ts';

/** The command ends here: what to say, what to do about it, and the exit code. Holds no personal data. */
export class Stop extends Error {
  override readonly name = 'Stop';
  readonly exit: ExitName;
  readonly remedy: string | undefined;

  constructor(exit: ExitName, says: string, remedy?: string) {
    super(says);
    this.exit = exit;
    this.remedy = remedy;
  }
}
