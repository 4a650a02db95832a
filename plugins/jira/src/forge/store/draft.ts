import type { z } from 'zod';
import { changedMeanwhile } from './conflicts.ts';
import { tooBig, unreadable } from './forge-store-error.ts';
import type { Change, Row, Rows, ValueChange } from './rows.ts';

/** A sort of rows: how its keys begin, and what is in them. */
export interface RowKind<Body> {
  readonly prefix: string;
  readonly schema: z.ZodType<Body>;
}

/** Forge takes so many operations in a transaction. */
const OPERATIONS = 25;
/** And 4 MB; some of it is for the request around the values. */
const SIGNS = 3_900_000;
/** So often a change is made anew when somebody else came first. */
const TRIES = 30;
const PAUSE = 20;

/** Changes that are still being put together; what is read through it is what it will be afterwards. */
export class Draft {
  readonly #rows: Rows;
  readonly #seen = new Map<string, Row | undefined>();
  readonly #bodies = new Map<string, unknown>();
  readonly #values = new Map<string, ValueChange>();

  constructor(rows: Rows) {
    this.#rows = rows;
  }

  /** The body of a row. Throws `ForgeStoreError`. */
  async get<Body>({ prefix, schema }: RowKind<Body>, id: string): Promise<Body | undefined> {
    const key = keyOf(prefix, id);
    if (!this.#seen.has(key)) this.#seen.set(key, await this.#rows.get(key));
    const body = this.#bodies.has(key) ? this.#bodies.get(key) : this.#seen.get(key)?.body;
    return body === undefined ? undefined : parsed(schema, body);
  }

  /** Writes a row that was read before. */
  put<Body>({ prefix }: RowKind<Body>, id: string, body: Body): void {
    this.#bodies.set(keyOf(prefix, id), body);
  }

  /** Takes out a row that was read before. */
  drop({ prefix }: RowKind<unknown>, id: string): void {
    this.#bodies.set(keyOf(prefix, id), undefined);
  }

  /** Writes a value without a version, or takes it out. */
  value(key: string, value?: string): void {
    this.#values.set(key, { key, ...(value === undefined ? {} : { value }) });
  }

  /** A value without a version, as it is stored. Throws `ForgeStoreError`. */
  async valueOf(key: string): Promise<string | undefined> {
    return this.#rows.value(key);
  }

  /** All of it as one change; nothing if nothing is changed. Throws `ForgeStoreError` `too-big`. */
  change(): Change | undefined {
    const rows = [...this.#bodies]
      .map(([key, body]) => ({ key, was: this.#seen.get(key), ...(body === undefined ? {} : { body }) }))
      // What is not there and is not to be there is no change.
      .filter(({ was, body }) => was !== undefined || body !== undefined);
    if (rows.length === 0) return undefined;
    const values = [...this.#values.values()];
    const isTooBig = rows.length + values.length > OPERATIONS || JSON.stringify({ rows, values }).length > SIGNS;
    if (isTooBig) throw tooBig();
    return { rows, values };
  }
}

/** Where changes are made. */
export interface Site {
  readonly rows: Rows;
  readonly clock: { wait(milliseconds: number): Promise<void> };
}

/**
 * Makes a change of several rows whole or not at all. `put` reads and writes a draft, and is asked again with a fresh one where
 * somebody else changed one of the rows first. Throws what it throws, and `ForgeStoreError`.
 */
export async function transact<T>({ rows, clock }: Site, put: (draft: Draft) => Promise<T>): Promise<T> {
  for (let tried = 0; tried < TRIES; tried += 1) {
    if (tried > 0) await clock.wait(PAUSE * tried);
    const draft = new Draft(rows);
    const result = await put(draft);
    const change = draft.change();
    if (change === undefined || (await rows.commit(change))) return result;
  }
  throw changedMeanwhile();
}

/** The body of a row outside of any change. Throws `ForgeStoreError`. */
export async function read<Body>(rows: Rows, kind: RowKind<Body>, id: string): Promise<Body | undefined> {
  return new Draft(rows).get(kind, id);
}

function keyOf(prefix: string, id: string): string {
  return `${prefix}:${id}`;
}

function parsed<Body>(schema: z.ZodType<Body>, body: unknown): Body {
  const result = schema.safeParse(body);
  if (!result.success) throw unreadable(result.error);
  return result.data;
}
