import { HostError } from '@lethe/core';
import { z } from 'zod';
import { maySchema, readingSchema, resultSchema, statusSchema, tracesSchema } from './protocol.ts';
import type { Cell, CellReading, Change, ChangeResult, InsideStatus, Quest, Trace } from './protocol.ts';

/** One call to Lethe's part; `what` is for messages, in fixed words. */
export interface PartCall {
  readonly what: string;
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: unknown;
}

/** How a host is asked: makes the call and reads its answer. Throws `HostError`. */
export type AskPart = <T>(call: PartCall, schema: z.ZodType<T>) => Promise<T>;

/** What differs from host to host in the way to Lethe's part. */
export interface PartDoor {
  readonly ask: AskPart;
  /** The address of one of the calls, below the host's. */
  readonly path: (call: 'status' | 'traces' | 'change' | 'reread' | 'may') => string;
}

/** Lethe's part inside a host: finds, hands out, changes a fixed list of tables and columns, decides nothing. */
export class InsidePart {
  readonly #door: PartDoor;

  constructor(door: PartDoor) {
    this.#door = door;
  }

  /** Whether the part is installed, and what it allows. Nothing if it is not there or this account may not use it. */
  async status(): Promise<InsideStatus | undefined> {
    const what = "tell whether Lethe's part is installed";
    try {
      const status = await this.#door.ask({ what, method: 'GET', path: this.#door.path('status') }, statusSchema);
      return status.allowed ? status : undefined;
    } catch (error) {
      if (error instanceof HostError && ['gone', 'not-permitted', 'signed-out'].includes(error.code)) return undefined;
      throw error;
    }
  }

  /** Everything a quest finds, a page at a time; a page may be empty. */
  async *traces(quest: Quest): AsyncGenerator<readonly Trace[]> {
    let cursor: string | null = null;
    const body = inWordsOfThePart(quest);
    do {
      const asked: unknown = cursor === null ? body : { ...body, cursor };
      const page: z.output<typeof tracesSchema> = await this.#post('traces', 'look for traces', {
        body: asked,
        schema: tracesSchema,
      });
      yield page.traces;
      cursor = page.next;
    } while (cursor !== null);
  }

  /** Changes cells in one transaction; one result for each, in order. */
  async change(changes: readonly Change[]): Promise<readonly ChangeResult[]> {
    const schema = z.object({ results: z.array(resultSchema).length(changes.length) });
    const { results } = await this.#post('change', 'change texts', { body: { changes }, schema });
    return results.map(({ result }) => result);
  }

  /** Reads cells again, straight from the database; one reading for each, in order. */
  async reread(rows: readonly Cell[]): Promise<readonly CellReading[]> {
    const schema = z.object({ readings: z.array(readingSchema).length(rows.length) });
    return (await this.#post('reread', 'read texts again', { body: { rows }, schema })).readings;
  }

  /** Whether an account of the host is there, active, and may anonymize people by the host's own rights, as of now. */
  async may(account: string): Promise<boolean> {
    const body = { account };
    const answer = await this.#post('may', 'tell who may anonymize people', { body, schema: maySchema });
    return answer.may && answer.account === account;
  }

  async #post<T>(
    call: 'traces' | 'change' | 'reread' | 'may',
    what: string,
    { body, schema }: { readonly body: unknown; readonly schema: z.ZodType<T> },
  ): Promise<T> {
    return this.#door.ask({ what, method: 'POST', path: this.#door.path(call), body }, schema);
  }
}

/** The part says "issue" for what its host files messages under, whatever the host calls it. */
function inWordsOfThePart({ cases, wholeCases, ...quest }: Quest): Readonly<Record<string, unknown>> {
  return {
    ...quest,
    ...(cases === undefined ? {} : { issues: cases }),
    ...(wholeCases === undefined ? {} : { whole_issues: wholeCases }),
  };
}
