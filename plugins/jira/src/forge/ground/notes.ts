import { kvs, WhereConditions } from '@forge/kvs';
import type { ListResult } from '@forge/kvs';
import type { z } from 'zod';
import { kept } from './kept.ts';

/** The most Forge gives at once. */
const PAGE = 20;

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
    return this.#read(await kept(async () => kvs.get(this.#prefix + id)));
  }

  async put(id: string, note: Note, lasting?: Lasting): Promise<void> {
    const options = lasting === undefined ? {} : { ttl: { value: lasting.days, unit: 'DAYS' } as const };
    await kept(async () => kvs.set(this.#prefix + id, note, options));
  }

  async remove(id: string): Promise<void> {
    await kept(async () => kvs.delete(this.#prefix + id));
  }

  /** All of them with their ids, in no order. */
  async all(): Promise<readonly (readonly [id: string, note: Note])[]> {
    const found: (readonly [string, Note])[] = [];
    let cursor: string | undefined;
    do {
      const page = await kept(async () => this.#page(cursor));
      for (const { key, value } of page.results) {
        const note = this.#read(value);
        if (note !== undefined) found.push([key.slice(this.#prefix.length), note]);
      }
      cursor = page.nextCursor;
    } while (cursor !== undefined);
    return found;
  }

  async #page(cursor: string | undefined): Promise<ListResult<unknown>> {
    const query = kvs.query().where('key', WhereConditions.beginsWith(this.#prefix)).limit(PAGE);
    return (cursor === undefined ? query : query.cursor(cursor)).getMany();
  }

  #read(value: unknown): Note | undefined {
    const parsed = this.#schema.safeParse(value);
    return parsed.success ? parsed.data : undefined;
  }
}
