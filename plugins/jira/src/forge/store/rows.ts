import { Filter, FilterConditions, ForgeKvsAPIError, kvs } from '@forge/kvs';
import type { Clock } from '@lethe/core';
import { ROW } from './entities.ts';
import { refused, unreached } from './forge-store-error.ts';

/** A row as it was read. */
export interface Row {
  /** Another one after every change. */
  readonly version: string;
  /** The versions before it, the newest first. */
  readonly earlier: readonly string[];
  /** Missing where a row is only made ready. */
  readonly body?: unknown;
}

/** One row to be written, or taken out where there is no body. Holds only while the row is as it `was`. */
export interface RowChange {
  readonly key: string;
  readonly was: Row | undefined;
  readonly body?: unknown;
}

/** A value without a version, to be written, or taken out where there is none. */
export interface ValueChange {
  readonly key: string;
  readonly value?: string;
}

/** What is written whole or not at all: at least one row. */
export interface Change {
  readonly rows: readonly RowChange[];
  readonly values: readonly ValueChange[];
}

interface Stored extends Row {
  readonly body: unknown;
}

const BLANK = 'blank';
const EARLIER = 6;
/** Milliseconds before each further try; where Forge asked to slow down, four times as many. */
const WAITS = [200, 1000, 5000, 10_000] as const;
const TOO_FAST = 4;

/** What rows need from outside. */
export interface RowTools {
  readonly clock: Clock;
  readonly uuid: () => string;
}

/**
 * Rows with versions in Forge's key-value store. A change that ended in an error may have taken effect, or take effect later: each
 * carries a mark of its own, by which a fresh reading tells, so that a change is tried again without being made twice.
 */
export class Rows {
  readonly #tools: RowTools;
  readonly #entity = kvs.entity<Stored>(ROW);

  constructor(tools: RowTools) {
    this.#tools = tools;
  }

  /** The row as it is now; reading by key is never behind. Throws `ForgeStoreError`. */
  async get(key: string): Promise<Row | undefined> {
    const stored = await this.#reading(async () => this.#entity.get(key));
    if (stored === undefined) return undefined;
    const { version, earlier, body } = stored;
    return version === BLANK ? { version, earlier } : { version, earlier, body };
  }

  /** A value without a version. Throws `ForgeStoreError`. */
  async value(key: string): Promise<string | undefined> {
    return this.#reading(async () => kvs.get<string>(key));
  }

  /** Takes values out that nothing names any more. Throws `ForgeStoreError`. */
  async drop(key: string): Promise<void> {
    await this.#reading(async () => kvs.delete(key));
  }

  /** Makes a change whole or not at all; false if a row is not as it was any more. Throws `ForgeStoreError`. */
  async commit(change: Change): Promise<boolean> {
    const mark = this.#tools.uuid();
    let current = change;
    let error: unknown;
    for (const pause of [0, ...WAITS]) {
      await this.#pause(pause, error);
      error = await this.#tried(current, mark);
      if (error === undefined) return true;
      const standing = await this.#standing(current, mark);
      if (standing !== 'as before') return standing === 'done';
      if (!isRefusal(error)) continue;
      const ready = await this.#madeReady(current);
      if (ready === undefined) throw refused(error);
      current = ready;
    }
    throw unreached(error);
  }

  async #tried({ rows, values }: Change, mark: string): Promise<unknown> {
    const transaction = kvs.transact();
    for (const { key, was, body } of rows) {
      const at = { entityName: ROW, conditions: conditionOf(was) };
      if (body === undefined) transaction.delete<Stored>(key, at);
      else transaction.set<Stored>(key, { version: mark, earlier: earlierOf(was), body }, at);
    }
    for (const { key, value } of values) {
      if (value === undefined) transaction.delete(key);
      else transaction.set(key, value);
    }
    try {
      await transaction.execute();
      return undefined;
    } catch (error) {
      return error;
    }
  }

  /** Whether a change whose answer was an error took effect all the same, or whether somebody else came first. */
  async #standing({ rows }: Change, mark: string): Promise<'done' | 'changed' | 'as before'> {
    const now = await Promise.all(rows.map(async ({ key }) => this.get(key)));
    const bears = (row: Row | undefined): boolean => row?.version === mark || row?.earlier.includes(mark) === true;
    if (now.some(bears)) return 'done';
    if (now.every((row, at) => row?.version === rows[at]?.was?.version)) return 'as before';
    const onlyTakesOut = rows.every(({ body }) => body === undefined);
    return onlyTakesOut && now.every((row) => row === undefined) ? 'done' : 'changed';
  }

  /**
   * A condition on a row that is not there may be refused for that alone: nobody documents it. Then the new rows are put there
   * first, each once, without anything in them; answers nothing if all were there.
   */
  async #madeReady(change: Change): Promise<Change | undefined> {
    if (change.rows.every(({ was }) => was !== undefined)) return undefined;
    const blank: Stored = { version: BLANK, earlier: [], body: {} };
    const rows = change.rows.map(async (row): Promise<RowChange> => {
      if (row.was !== undefined) return row;
      await this.#entity.set(row.key, blank, { keyPolicy: 'FAIL_IF_EXISTS' }).catch(() => undefined);
      return { ...row, was: { version: BLANK, earlier: [] } };
    });
    return { ...change, rows: await Promise.all(rows) };
  }

  async #pause(milliseconds: number, after: unknown): Promise<void> {
    if (milliseconds === 0) return;
    await this.#tools.clock.wait(statusOf(after) === 429 ? milliseconds * TOO_FAST : milliseconds);
  }

  async #reading<T>(work: () => Promise<T>): Promise<T> {
    let last: unknown;
    for (const pause of [0, ...WAITS]) {
      await this.#pause(pause, last);
      try {
        return await work();
      } catch (error) {
        if (isRefusal(error)) throw refused(error);
        last = error;
      }
    }
    throw unreached(last);
  }
}

function conditionOf(was: Row | undefined): ReturnType<Filter<Stored>['and']> {
  const same = was === undefined ? FilterConditions.notExists() : FilterConditions.equalTo(was.version);
  return new Filter<Stored>().and('version', same);
}

function earlierOf(was: Row | undefined): readonly string[] {
  return was === undefined ? [] : [was.version, ...was.earlier].slice(0, EARLIER);
}

/** Whether trying the same again would not help. */
function isRefusal(error: unknown): boolean {
  const status = statusOf(error);
  return status >= 400 && status < 500 && status !== 408 && status !== 429;
}

/** The status Forge answered with; 0 where nothing came back. */
function statusOf(error: unknown): number {
  return error instanceof ForgeKvsAPIError ? error.responseDetails.status : 0;
}
