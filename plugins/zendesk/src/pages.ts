import { z } from 'zod';
import { ask } from './ask.ts';
import type { Line } from './ask.ts';
import { sideUserSchema } from './schema.ts';
import type { SideUser } from './schema.ts';

/** The most rows of a page of a list, whatever is asked for. */
const PAGE = 100;

/** One page of a list, and the users Zendesk put beside it. */
export interface Page<T> {
  readonly rows: readonly T[];
  readonly users: readonly SideUser[];
}

/** A list that is paged by cursor. */
export interface Listing<T> {
  readonly what: string;
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  /** What the list is called in the answer. */
  readonly key: string;
  readonly row: z.ZodType<T>;
  readonly size?: number;
}

const meta = z.object({ has_more: z.boolean(), after_cursor: z.string().nullish() }).nullish();
const users = z
  .array(sideUserSchema)
  .nullish()
  .transform((some) => some ?? []);

/** All pages of a list, one after the other: https://developer.zendesk.com/api-reference/introduction/pagination/ */
export async function* pagesOf<T>(line: Line, listing: Listing<T>): AsyncGenerator<Page<T>> {
  const { what, path, size = PAGE } = listing;
  const schema = pageSchema(listing);
  let after: string | undefined;
  do {
    const place = after === undefined ? {} : { 'page[after]': after };
    const query = { ...listing.query, 'page[size]': String(size), ...place };
    const page = await ask(line, { what, method: 'GET', path, query }, schema);
    yield page;
    after = page.meta?.has_more === true ? (page.meta.after_cursor ?? undefined) : undefined;
  } while (after !== undefined);
}

/** All rows of a list, and all users beside it. */
export async function allOf<T>(line: Line, listing: Listing<T>): Promise<Page<T>> {
  const rows: T[] = [];
  const beside: SideUser[] = [];
  for await (const page of pagesOf(line, listing)) {
    rows.push(...page.rows);
    beside.push(...page.users);
  }
  return { rows, users: beside };
}

function pageSchema<T>({ key, row }: Listing<T>): z.ZodType<Page<T> & { readonly meta?: z.output<typeof meta> }> {
  const named = z.record(z.string(), z.unknown());
  const page = z.object({ rows: z.array(row), users, meta });
  return z.preprocess((answer) => {
    const { data } = named.safeParse(answer);
    return { rows: data?.[key], users: data?.users, meta: data?.meta };
  }, page);
}
