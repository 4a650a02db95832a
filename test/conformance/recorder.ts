import { inspect } from 'node:util';
import type { Host, ReadyStep, Receipt, StepGroup } from '@lethe/core';

/** Listens to what core and a host say to each other. */
export class Recorder {
  /** What was handed to `group`. */
  readonly asked: (readonly ReadyStep[])[] = [];
  /** Groups that were applied, once for each call. */
  readonly applied: StepGroup[] = [];
  readonly receipts: Receipt[] = [];
  /** Everything a host said besides content, as it would look in a log. */
  readonly said: string[] = [];

  /** The same host, listened to. */
  listeningTo(host: Host): Host {
    return {
      profile: host.profile,
      preflight: () => this.#heard(host.preflight()),
      findPeople: (query) => this.#overheard(host.findPeople(query)),
      spots: (scopes) => this.#overheard(host.spots(scopes)),
      reread: (spots) => this.#overheard(host.reread(spots)),
      group: (steps) => {
        this.asked.push(steps);
        return host.group(steps);
      },
      apply: async (group) => {
        this.applied.push(group);
        const receipts = await this.#heard(host.apply(group));
        this.receipts.push(...receipts);
        this.said.push(group.call, JSON.stringify(receipts));
        return receipts;
      },
    };
  }

  async #heard<T>(answer: Promise<T>): Promise<T> {
    try {
      return await answer;
    } catch (error) {
      throw this.#noted(error);
    }
  }

  async *#overheard<T>(answer: AsyncIterable<T>): AsyncGenerator<T> {
    try {
      for await (const item of answer) {
        this.said.push(JSON.stringify(item), inspect(item, { depth: 9 }));
        yield item;
      }
    } catch (error) {
      throw this.#noted(error);
    }
  }

  #noted(error: unknown): unknown {
    this.said.push(String(error), JSON.stringify(error), inspect(error, { showHidden: false }));
    if (error instanceof Error) this.said.push(error.message, error.stack ?? '');
    return error;
  }
}
