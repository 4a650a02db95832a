import { HostError } from '@lethe/core';
import { bulkFields } from './api-write.ts';
import type { Line } from './ask.ts';

/** Issues that are asked for when it is to be found out which fields can be changed at once. */
const ASKED = 50;

/**
 * Whether many issues can be changed in one call, and which of their fields. Nobody asks before it is tried: Jira says so by refusing,
 * and only then is it asked which fields it offers.
 */
export class BulkRights {
  readonly #line: Line;
  #allowed = true;
  #offered: ReadonlySet<string> | undefined;

  constructor(line: Line) {
    this.#line = line;
  }

  /** Takes whether the login has the right to change many issues at once. */
  take(isAllowed: boolean): void {
    this.#allowed = isAllowed;
  }

  /** Whether a field may be tried. */
  takes(field: string): boolean {
    return this.#allowed && (this.#offered?.has(field) ?? true);
  }

  /** Finds out why a change was refused. Afterwards `takes` knows better; what is refused again is not tried again. */
  async learn(error: HostError, issues: readonly string[]): Promise<void> {
    if (error.code !== 'rejected' || this.#offered !== undefined) {
      this.#allowed = false;
      return;
    }
    try {
      this.#offered = await bulkFields(this.#line, issues.slice(0, ASKED));
    } catch (failure) {
      if (!(failure instanceof HostError)) throw failure;
      this.#offered = new Set();
    }
  }
}
