import { refusal, refused } from './answer.ts';
import type { KvsAnswer } from './answer.ts';
import { compared, holdsFor, meets } from './conditions.ts';
import { indexOf } from './entities.ts';
import type { EntityDeclaration, NamedIndex } from './entities.ts';
import { limits } from './limits.ts';
import type { Item, Shelf } from './shelf.ts';
import type { EntityQuery, PlainQuery } from './wire.ts';

/** Plain keys that begin as asked, a page of them. Secrets and entities are never among them. */
export function plainPage(shelf: Shelf, { limit = 10, after, where = [] }: PlainQuery): KvsAnswer {
  if (limit < 1 || limit > limits.page || where.length > 1) return refused(refusal('INVALID_QUERY'));
  const found = shelf.queried('plain').filter(({ key }) => where.every((condition) => holdsFor(key, condition)));
  return page(found, limit, after);
}

/** Entities an index leads to, a page of them. */
export function entityPage(shelf: Shelf, known: readonly EntityDeclaration[], query: EntityQuery): KvsAnswer {
  const { entityName, limit = 10, cursor, partition = [], range, filters, sort = 'ASC' } = query;
  const index = indexOf(known, query);
  if (index === undefined || (index.partition ?? []).length !== partition.length || limit > limits.entityPage)
    return refused(refusal('INVALID_QUERY'));
  const found = shelf
    .queried(`entity ${entityName}`)
    .filter((item) => (index.partition ?? []).every((name, at) => attribute(item, name) === partition[at]))
    .filter((item) => index.range.every((name) => attribute(item, name) !== undefined))
    .filter((item) => range === undefined || holdsFor(ranked(item, index), range))
    .toSorted((one, other) => compared(ranked(one, index), ranked(other, index)));
  const ordered = sort === 'DESC' ? found.toReversed() : found;
  const kept = ordered.filter((item) => filters === undefined || meets(attributesOf(item), filters));
  return page(kept, limit, cursor);
}

function page(found: readonly Item[], limit: number, cursor?: string): KvsAnswer {
  const from = cursor === undefined ? 0 : found.findIndex(({ key }) => key === cursor) + 1;
  const data = found.slice(from, from + limit).map(({ key, value }) => ({ key, value }));
  const last = from + limit < found.length ? data.at(-1) : undefined;
  return { status: 200, body: { data, ...(last === undefined ? {} : { cursor: last.key }) } };
}

function ranked(item: Item, { range }: NamedIndex): unknown {
  const [name] = range;
  return name === undefined ? item.key : attribute(item, name);
}

function attribute(item: Item, name: string): unknown {
  return attributesOf(item)[name];
}

function attributesOf({ value }: Item): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}
