import { z } from 'zod';
import { ask } from './ask.ts';
import type { Line } from './ask.ts';

/** The most rows Lever gives at a time. */
const PAGE = 100;

/** A list, which Lever gives a page at a time. */
export interface Listing<T> {
  readonly what: string;
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly row: z.ZodType<T>;
}

/** All pages of a list, one after the other: https://hire.lever.co/developer/documentation#pagination */
export async function* pagesOf<T>(line: Line, { what, path, query, row }: Listing<T>): AsyncGenerator<readonly T[]> {
  const schema = z.object({ data: z.array(row), hasNext: z.boolean().nullish(), next: z.string().nullish() });
  let offset: string | undefined;
  do {
    const place = offset === undefined ? {} : { offset };
    const call = { what, method: 'GET', path, query: { ...query, limit: String(PAGE), ...place } } as const;
    const page = await ask(line, call, schema);
    yield page.data;
    offset = page.hasNext === true ? (page.next ?? undefined) : undefined;
  } while (offset !== undefined);
}

/** All rows of a list. */
export async function allOf<T>(line: Line, listing: Listing<T>): Promise<readonly T[]> {
  const rows: T[] = [];
  for await (const page of pagesOf(line, listing)) rows.push(...page);
  return rows;
}
