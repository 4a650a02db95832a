import { kvs, WhereConditions } from '@forge/kvs';
import type { z } from 'zod';
import { kept } from './kept.ts';

const PAGE = 100;

/** So many days a note is kept; Forge throws it away by itself. */
export interface Lasting {
  readonly days: number;
}

/** Small documents of one sort in the app's storage, each read against its schema. One that is not readable is not there. */
export class Notes<Note> {
  readonly #prefix: string;
  readonly #schema: z.ZodType<Note>;

  /** `prefix` names the sort: `review`. */
  constructor(prefix: string, schema: z.ZodType<Note>) {
    this.#prefix = `${prefix}:`;
    this.#schema = schema;
  }

  async get(id: string): Promise<Note | undefined> {
    return this.#read(await kept(kvs.get(this.#prefix + id)));
  }

  async put(id: string, note: Note, lasting?: Lasting): Promise<void> {
    const ttl = lasting === undefined ? undefined : ({ value: lasting.days, unit: 'DAYS' } as const);
    await kept(ttl === undefined ? kvs.set(this.#prefix + id, note) : kvs.set(this.#prefix + id, note, { ttl }));
  }

  async remove(id: string): Promise<void> {
    await kept(kvs.delete(this.#prefix + id));
  }

  /** All of them with their ids, in no order. */
  async all(): Promise<readonly (readonly [id: string, note: Note])[]> {
    const found: (readonly [string, Note])[] = [];
    let cursor: string | undefined;
    do {
      const query = kvs.query().where('key', WhereConditions.beginsWith(this.#prefix)).limit(PAGE);
      const page = await kept((cursor === undefined ? query : query.cursor(cursor)).getMany());
      for (const { key, value } of page.results) {
        const note = this.#read(value);
        if (note !== undefined) found.push([key.slice(this.#prefix.length), note]);
      }
      cursor = page.nextCursor;
    } while (cursor !== undefined);
    return found;
  }

  #read(value: unknown): Note | undefined {
    const parsed = this.#schema.safeParse(value);
    return parsed.success ? parsed.data : undefined;
  }
}
