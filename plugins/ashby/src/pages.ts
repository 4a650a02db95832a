import { z } from 'zod';
import { ask } from './ask.ts';
import type { Line } from './ask.ts';
import type { Endpoint } from './http-port.ts';

/** The most rows Ashby gives at a time. */
const PAGE = 100;

/** A list, which Ashby gives a page at a time. */
export interface Listing<T> {
  readonly what: string;
  readonly endpoint: Endpoint;
  readonly body?: Readonly<Record<string, unknown>>;
  readonly row: z.ZodType<T>;
}

/** A page of a list; the last one may have a token for what changes from then on. */
export interface Page<T> {
  readonly rows: readonly T[];
  readonly syncToken?: string;
}

/** All pages of a list, one after the other: https://developers.ashbyhq.com/docs/pagination-and-incremental-sync */
export async function* pagesOf<T>(line: Line, { what, endpoint, body, row }: Listing<T>): AsyncGenerator<Page<T>> {
  const schema = z.object({
    results: z.array(row).nullish(),
    moreDataAvailable: z.boolean().nullish(),
    nextCursor: z.string().nullish(),
    syncToken: z.string().nullish(),
  });
  let cursor: string | undefined;
  do {
    const place = cursor === undefined ? {} : { cursor };
    const page = await ask(line, { what, endpoint, body: { ...body, ...place, limit: PAGE } }, schema);
    const { results, moreDataAvailable, nextCursor, syncToken } = page;
    yield { rows: results ?? [], ...(syncToken == null ? {} : { syncToken }) };
    cursor = moreDataAvailable === true ? (nextCursor ?? undefined) : undefined;
  } while (cursor !== undefined);
}

/** All rows of a list. */
export async function allOf<T>(line: Line, listing: Listing<T>): Promise<readonly T[]> {
  const rows: T[] = [];
  for await (const page of pagesOf(line, listing)) rows.push(...page.rows);
  return rows;
}
