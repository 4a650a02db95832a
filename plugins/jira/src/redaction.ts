import type { Line } from './ask.ts';
import type { JiraOptions } from './options.ts';
import { canRedact } from './redaction-api.ts';

/** Entries of the history that are older are out of reach, whoever pays: https://support.atlassian.com/security-and-access-policies/docs/what-happens-when-data-is-redacted/ */
const REACH = 10 * 86_400_000;

/** Whether a site redacts, and on which issues it did. */
export class Redaction {
  readonly #line: Line;
  readonly #mode: JiraOptions['redaction'];
  readonly #done = new Set<string>();
  #available: Promise<boolean> | undefined;

  constructor(line: Line, mode: JiraOptions['redaction']) {
    this.#line = line;
    this.#mode = mode;
  }

  /** Whether texts can be redacted. A call, once. Throws `HostError` where nobody can tell now. */
  async available(): Promise<boolean> {
    if (this.#mode === 'off') return false;
    this.#available ??= canRedact(this.#line);
    try {
      return await this.#available;
    } catch (error) {
      this.#available = undefined;
      throw error;
    }
  }

  /** Whether an entry of the history written at some time is young enough. */
  reaches(written: Date): boolean {
    return this.#line.clock.now().getTime() - written.getTime() < REACH;
  }

  /** Notes that something on an issue was redacted. */
  took(issue: string): void {
    this.#done.add(issue);
  }

  /** Whether something on an issue was redacted since this host was made. */
  did(issue: string): boolean {
    return this.#done.has(issue);
  }
}
