import type { Actor } from '@lethe/core';
import { personIdOf } from '../../ids.ts';
import type { Office } from '../ground/office.ts';
import { mayAct } from '../permission/acting.ts';
import { actorOf } from '../permission/rights.ts';

/** An answer holds for so many milliseconds and so many groups, whichever is over first. */
const GOOD_FOR = 10_000;
const GOOD_TIMES = 10;

/** Whom a run acts for, and what else is to be asked when they are asked about. */
export interface Acting {
  readonly account: string;
  /** Asks whether somebody wants the run stopped. */
  listen(): Promise<boolean>;
}

/**
 * Who a run acts for, by now. It is asked before each group of calls; asking Jira each time would cost as many calls again, so an answer is good
 * for ten groups and ten seconds at most.
 */
export class Watch {
  readonly #office: Office;
  readonly #acting: Acting;
  #last: { readonly may: boolean; readonly at: number } | undefined;
  #used = 0;

  constructor(office: Office, acting: Acting) {
    this.#office = office;
    this.#acting = acting;
  }

  /** Throws `HostError` and `StoreError`. */
  async actor(): Promise<Actor> {
    const { book } = this.#office.keeping;
    const alias = book.idOf(this.#acting.account);
    return actorOf(personIdOf(alias), { mayAnonymize: await this.#may(), mayConfigure: false });
  }

  async #may(): Promise<boolean> {
    const { outside } = this.#office;
    const now = outside.clock.now().getTime();
    this.#used += 1;
    if (this.#last !== undefined && this.#used < GOOD_TIMES && now - this.#last.at < GOOD_FOR) return this.#last.may;
    await this.#acting.listen();
    const may = await mayAct(outside, this.#acting.account);
    this.#last = { may, at: now };
    this.#used = 0;
    return may;
  }
}
