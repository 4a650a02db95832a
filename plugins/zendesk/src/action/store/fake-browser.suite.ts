import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import type { StoreNames } from 'idb';
import { openBrowserStore } from './browser-store.ts';
import type { BrowserStore } from './browser-store.ts';
import type { TabLocks } from './presence.ts';
import type { Tables } from './schema.ts';

/** One browser: its tabs share the database and see each other's locks. */
export class FakeBrowser {
  readonly name: string;
  readonly #held = new Set<string>();
  #time = Date.parse('2026-04-01T09:00:00Z');

  constructor(name: string) {
    this.name = name;
  }

  /** A tab with the app in it. */
  async tab(): Promise<BrowserStore> {
    return openBrowserStore({ name: this.name, locks: this.locks(), crypto, now: () => new Date(this.#time) });
  }

  pass(milliseconds: number): void {
    this.#time += milliseconds;
  }

  locks(): TabLocks {
    return {
      request: async (name, held) => {
        this.#held.add(name);
        await held();
        this.#held.delete(name);
      },
      query: async () => ({ held: [...this.#held].map((name) => ({ name })) }),
    };
  }

  /** All that lies in the database, as the browser would show it to whoever looks; keys as far as they can be read. */
  async *dump(): AsyncGenerator<string | Uint8Array> {
    const database = await openDB<Tables>(this.name);
    for (const table of database.objectStoreNames) for (const row of await database.getAll(table)) yield* bytesOf(row);
    database.close();
  }

  /** Rows of a table, past the store. */
  async rows<Table extends StoreNames<Tables>>(table: Table): Promise<readonly Tables[Table]['value'][]> {
    const database = await openDB<Tables>(this.name);
    const rows = await database.getAll(table);
    database.close();
    return rows;
  }

  /** Changes a row, past the store. */
  async forge<Table extends StoreNames<Tables>>(table: Table, row: Tables[Table]['value']): Promise<void> {
    const database = await openDB<Tables>(this.name);
    await database.put(table, row);
    database.close();
  }
}

/** All that comes, as a list. */
export async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

/** Texts and bytes in a row, however deep. */
function* bytesOf(value: unknown): Generator<string | Uint8Array> {
  if (value instanceof ArrayBuffer) yield new Uint8Array(value);
  else if (ArrayBuffer.isView(value)) yield new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
  else if (typeof value === 'object' && value !== null && !(value instanceof Date))
    for (const [name, inside] of Object.entries(value)) {
      yield `${name}: `;
      yield* bytesOf(inside);
      yield '\n';
    }
  else yield String(value);
}
