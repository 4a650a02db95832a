import { HostError } from '@lethe/core';
import * as api from './api.ts';
import type { Line } from './ask.ts';
import type { Entry } from './schema.ts';

/**
 * All candidates, for what a search cannot answer. The first look takes all pages; later ones only what changed since. In memory
 * only. Whoever was deleted or merged away stays in it, so that each one found is read again.
 */
export class Directory {
  readonly #line: Line;
  readonly #entries = new Map<string, Entry>();
  #syncToken: string | undefined;

  constructor(line: Line) {
    this.#line = line;
  }

  async entries(): Promise<readonly Entry[]> {
    if (this.#syncToken === undefined) await this.#readAll();
    else await this.#readChanges(this.#syncToken);
    return [...this.#entries.values()];
  }

  async #readAll(): Promise<void> {
    this.#entries.clear();
    await this.#read();
  }

  /** A token is good for a while: one that is not any more takes all pages again. */
  async #readChanges(token: string): Promise<void> {
    try {
      await this.#read(token);
    } catch (error) {
      if (!(error instanceof HostError) || (error.code !== 'rejected' && error.code !== 'gone')) throw error;
      await this.#readAll();
    }
  }

  async #read(token?: string): Promise<void> {
    // Until the last page has come, there is no token to go on from.
    this.#syncToken = undefined;
    for await (const { rows, syncToken } of api.listedCandidates(this.#line, token)) {
      for (const entry of rows) this.#entries.set(entry.id, entry);
      this.#syncToken = syncToken;
    }
  }
}
