import { accountSettings, currentUser, ticketFieldTypes } from './api.ts';
import type { Line } from './ask.ts';
import type { Settings } from './user-schema.ts';

/** What a host object remembers of its account, because it cannot change under it or was read a moment ago. */
export class Known {
  readonly #line: Line;
  #self: Promise<number> | undefined;
  #settings: Promise<Settings> | undefined;
  #types: ReadonlyMap<number, string> = new Map();

  constructor(line: Line) {
    this.#line = line;
  }

  /** The number of the account of the sign-in. */
  async self(): Promise<number> {
    this.#self ??= currentUser(this.#line).then(({ id }) => id ?? 0);
    return forgetting(this.#self, () => (this.#self = undefined));
  }

  /** The account's settings as last read; `preflight` reads them anew. */
  async settings(): Promise<Settings> {
    this.#settings ??= accountSettings(this.#line);
    return forgetting(this.#settings, () => (this.#settings = undefined));
  }

  /** Takes what `preflight` read just now. */
  take(self: number | null, settings: Settings): void {
    this.#self = Promise.resolve(self ?? 0);
    this.#settings = Promise.resolve(settings);
  }

  /** Types of custom fields. A field never changes its type, so they are only read when an unknown field comes up. */
  async fieldTypes(fields: readonly number[]): Promise<ReadonlyMap<number, string>> {
    if (fields.some((field) => !this.#types.has(field))) {
      const types = await ticketFieldTypes(this.#line);
      const gone = fields.filter((field) => !types.has(field)).map((field) => [field, 'text'] as const);
      this.#types = new Map([...gone, ...types]);
    }
    return this.#types;
  }
}

async function forgetting<T>(asked: Promise<T>, forget: () => void): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    forget();
    throw error;
  }
}
