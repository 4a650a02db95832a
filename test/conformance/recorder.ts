import { inspect } from 'node:util';
import type { Host, ReadyStep, Receipt, StepGroup } from '@lethe/core';

/** Listens to what core and a host say to each other. */
export class Recorder {
  /** What was handed to `group`. */
  readonly asked: (readonly ReadyStep[])[] = [];
  /** Groups that were applied, once for each call. */
  readonly applied: StepGroup[] = [];
  readonly receipts: Receipt[] = [];
  readonly #said: unknown[] = [];

  /** Everything a host said, as it would look in a log; errors in every way they can be printed. */
  get said(): readonly string[] {
    return this.#said.flatMap((one) => [String(one), JSON.stringify(one), ...errorTexts(one)]);
  }

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
        this.#said.push(group.call, receipts);
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
        this.#said.push(item);
        yield item;
      }
    } catch (error) {
      throw this.#noted(error);
    }
  }

  #noted(error: unknown): unknown {
    this.#said.push(error);
    return error;
  }
}

function errorTexts(one: unknown): readonly string[] {
  return one instanceof Error ? [one.message, one.stack ?? '', inspect(one, { depth: 9 })] : [];
}
