import type { TextContent } from '@lethe/core';

/**
 * What the latest readings showed, for calls that need to know what stands beside what they take away. In memory only. Issues are
 * named by number, fields by id.
 */
export class Remembered {
  readonly #people = new Map<string, readonly string[]>();
  readonly #texts = new Map<string, TextContent>();

  /** Takes the accounts in a list of an issue, such as the participants of a request. */
  takePeople(issue: string, field: string, accounts: readonly string[]): void {
    this.#people.set(`${issue} ${field}`, accounts);
  }

  /** The accounts in a list of an issue, if it was read. */
  people(issue: string, field: string): readonly string[] | undefined {
    return this.#people.get(`${issue} ${field}`);
  }

  /** Takes a text whose history can still be redacted. */
  takeRedactable(issue: string, field: string, text: TextContent): void {
    this.#texts.set(`${issue} ${field}`, text);
  }

  /** A text whose history can still be redacted, if there is one in this field. */
  redactable(issue: string, field: string): TextContent | undefined {
    return this.#texts.get(`${issue} ${field}`);
  }

  /** Forgets a text that was redacted. */
  forgetRedactable(issue: string, field: string): void {
    this.#texts.delete(`${issue} ${field}`);
  }
}
