import { z } from 'zod';
import { ask } from '../../ask.ts';
import type { Outside } from '../ground/outside.ts';

/** Jira's answer holds for so many milliseconds and so many questions, whichever is over first. */
const GOOD_FOR = 10_000;
const GOOD_TIMES = 10;

const grantedSchema = z.object({ globalPermissions: z.array(z.string()) });

/**
 * Whether the account a run acts for still has the permission, asked of Jira as the app. A run asks before each group of calls: asking Jira each
 * time would cost as many calls again, so an answer is good for ten groups and ten seconds at most.
 */
export class ActingWitness {
  readonly #outside: Outside;
  readonly #account: string;
  #last: { readonly may: boolean; readonly at: number } | undefined;
  #used = 0;

  constructor(outside: Outside, account: string) {
    this.#outside = outside;
    this.#account = account;
  }

  /** Throws `HostError`. */
  async may(): Promise<boolean> {
    const now = this.#outside.clock.now().getTime();
    this.#used += 1;
    if (this.#last !== undefined && this.#used <= GOOD_TIMES && now - this.#last.at < GOOD_FOR) return this.#last.may;
    const may = await this.#ask();
    this.#last = { may, at: now };
    this.#used = 0;
    return may;
  }

  async #ask(): Promise<boolean> {
    const { port, clock, permission } = this.#outside;
    const { globalPermissions } = await ask(
      { port, clock },
      {
        what: 'say whether whoever asked for this still may',
        endpoint: 'POST /rest/api/3/permissions/check',
        body: { accountId: this.#account, globalPermissions: [permission], projectPermissions: [] },
      },
      grantedSchema,
    );
    return globalPermissions.includes(permission);
  }
}
