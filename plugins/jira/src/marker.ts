import { markIssues } from './api-write.ts';
import type { IssueEdit } from './api-write.ts';
import type { Line } from './ask.ts';
import { isAboutSteps } from './failure.ts';

/** The property of an issue that says by which erasure it was changed. */
export const MARKER = 'anonymize-user';
/** Issues of one call. */
const MOST = 10_000;

/**
 * Marks the issues of an erasure, so that JQL finds them: in the call that changes an issue, else all others in one call. A mark is a help
 * and no proof: where Jira refuses it, nothing else suffers.
 */
export class Marks {
  readonly #line: Line;
  readonly #value: { readonly erasureId: string } | undefined;
  readonly #open = new Set<string>();
  readonly #set = new Set<string>();

  constructor(line: Line, marker: string | undefined) {
    this.#line = line;
    this.#value = marker === undefined ? undefined : { erasureId: marker };
  }

  /** Calls it takes to mark what is not marked by the way. */
  get cost(): number {
    return this.#value === undefined ? 0 : 1;
  }

  /** An edit with the mark in it. */
  on(edit: IssueEdit): IssueEdit {
    return this.#value === undefined ? edit : { ...edit, properties: [{ key: MARKER, value: this.#value }] };
  }

  /** Notes that an issue was marked by the way. */
  took(issue: string): void {
    this.#open.delete(issue);
    this.#set.add(issue);
  }

  /** Notes that an issue was changed and is still to be marked. */
  owe(issue: string): void {
    if (this.#value !== undefined && !this.#set.has(issue)) this.#open.add(issue);
  }

  /** Marks what is still to be marked. Throws `HostError` only where the host as a whole cannot be used. */
  async pay(): Promise<void> {
    while (this.#open.size > 0) {
      const issues = [...this.#open].slice(0, MOST);
      try {
        await markIssues(this.#line, issues, { [MARKER]: this.#value });
      } catch (error) {
        if (!isAboutSteps(error)) throw error;
      }
      for (const issue of issues) this.took(issue);
    }
  }
}
