import { read } from './draft.ts';
import type { Draft } from './draft.ts';
import type { Rows } from './rows.ts';
import { kinds } from './schema.ts';
import type { Case } from './schema.ts';

/** The one row that says how many pages there are. */
const HEAD = 'head';
/** Cases on a full page. */
const PAGE = 200;

/** Texts nothing leads to: what their keys begin with, and how many there are. */
export type Litter = readonly [prefix: string, count: number];

/** Enters a plan into the register, on its last page; answers which. */
export async function enter(draft: Draft, entered: Case): Promise<number> {
  const head = (await draft.get(kinds.register, HEAD)) ?? { pages: 1, litter: [] };
  let page = head.pages - 1;
  let cases = await casesOf(draft, page);
  if (cases.length >= PAGE) {
    page += 1;
    cases = await casesOf(draft, page);
  }
  draft.put(kinds.registerPage, String(page), { cases: [...cases, entered] });
  // Also where nothing is changed about it: then two that enter cases at once meet here.
  draft.put(kinds.register, HEAD, { ...head, pages: page + 1 });
  return page;
}

/** Changes what the register says about a plan; takes it out where nothing is given. */
export async function amend(
  draft: Draft,
  { page, plan }: { readonly page: number; readonly plan: string },
  changes: Partial<Case> | undefined,
): Promise<void> {
  const cases = await casesOf(draft, page);
  const amended = cases.flatMap((one) => {
    if (one.plan !== plan) return [one];
    return changes === undefined ? [] : [{ ...one, ...changes }];
  });
  draft.put(kinds.registerPage, String(page), { cases: amended });
}

/** Every plan there is, the oldest first. Throws `ForgeStoreError`. */
export async function allCases(rows: Rows): Promise<readonly Case[]> {
  const head = await read(rows, kinds.register, HEAD);
  const pages = Array.from({ length: head?.pages ?? 0 }, async (_, page) =>
    read(rows, kinds.registerPage, String(page)),
  );
  return (await Promise.all(pages)).flatMap((page) => page?.cases ?? []);
}

/** Notes texts that nothing leads to after this change. */
export async function discard(draft: Draft, ...litter: readonly Litter[]): Promise<void> {
  const left = litter.filter(([, count]) => count > 0);
  if (left.length === 0) return;
  const head = (await draft.get(kinds.register, HEAD)) ?? { pages: 1, litter: [] };
  const added = left.map(([prefix, count]): [string, number] => [prefix, count]);
  draft.put(kinds.register, HEAD, { ...head, litter: [...head.litter, ...added] });
}

/** Texts that wait to be taken out. Throws `ForgeStoreError`. */
export async function litterOf(rows: Rows): Promise<readonly Litter[]> {
  return (await read(rows, kinds.register, HEAD))?.litter ?? [];
}

/** These texts are gone. */
export async function cleared(draft: Draft, gone: readonly Litter[]): Promise<void> {
  const head = await draft.get(kinds.register, HEAD);
  if (head === undefined) return;
  const prefixes = new Set(gone.map(([prefix]) => prefix));
  draft.put(kinds.register, HEAD, { ...head, litter: head.litter.filter(([prefix]) => !prefixes.has(prefix)) });
}

async function casesOf(draft: Draft, page: number): Promise<readonly Case[]> {
  return (await draft.get(kinds.registerPage, String(page)))?.cases ?? [];
}
