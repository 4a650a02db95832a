import { Refused, invalid, isObject, notFound, objectIn } from './answer.ts';
import { cursorOf, numberIn } from './pages.ts';
import type { CustomRecord } from './records.ts';
import type { Request, Route } from './route.ts';
import { hasPhrase, wordsIn } from './search-index.ts';
import type { Zendesk } from './zendesk.ts';

const base = '/api/v2/custom_objects/([a-z_]+)/records';

/** Records of the account's own objects. */
export function customObjectRoutes(zendesk: Zendesk): Route[] {
  const recordsOf = (object: string | undefined): CustomRecord[] => {
    if (!zendesk.account.customObjects.includes(object ?? '')) throw notFound();
    return zendesk.customRecords.where((one) => one.object === object);
  };
  const record = (object: string | undefined, id: string | undefined): CustomRecord => {
    const found = recordsOf(object).find((one) => keyOf(one) === id);
    if (found === undefined) throw notFound();
    return found;
  };
  const named = (object: string | undefined, { query }: Request): CustomRecord | undefined => {
    const key = query.get('external_id');
    if (key === null) throw new Refused(400, { error: 'Parameter external_id is required' });
    return recordsOf(object).find(({ external_id }) => external_id === key);
  };
  const shown = (row: CustomRecord): unknown => ({ custom_object_record: shapeOf(zendesk, row) });
  const one = new RegExp(`^${base}/(01[A-Z0-9]+)$`);
  const all = new RegExp(`^${base}$`);
  return [
    {
      method: 'GET',
      path: all,
      answer: (request, [object]) => listed(zendesk, filtered(recordsOf(object), request), request),
    },
    {
      method: 'GET',
      path: new RegExp(`^${base}/search$`),
      answer: (request, [object]) => {
        const words = wordsIn(request.query.get('query') ?? '');
        const found = recordsOf(object).filter((row) =>
          hasPhrase(
            wordsIn([row.name, row.external_id ?? '', ...Object.values(row.fields).map(String)].join(' ')),
            words,
          ),
        );
        return listed(zendesk, found, request);
      },
    },
    {
      method: 'POST',
      path: all,
      status: 201,
      answer: (request, [object]) => {
        recordsOf(object);
        return shown(made(zendesk, { object: object ?? '', request, external: undefined }));
      },
    },
    {
      method: 'PATCH',
      path: all,
      answer: (request, [object]) => {
        const known = named(object, request);
        const external = request.query.get('external_id') ?? undefined;
        return shown(
          known === undefined
            ? made(zendesk, { object: object ?? '', request, external })
            : changed(zendesk, known, request),
        );
      },
    },
    {
      method: 'DELETE',
      path: all,
      answer: (request, [object]) => {
        const known = named(object, request);
        if (known === undefined) throw notFound();
        zendesk.customRecords.delete(known.id);
      },
    },
    { method: 'GET', path: one, answer: (_, [object, id]) => shown(record(object, id)) },
    {
      method: 'PATCH',
      path: one,
      answer: (request, [object, id]) => shown(changed(zendesk, record(object, id), request)),
    },
    {
      method: 'DELETE',
      path: one,
      answer: (_, [object, id]) => {
        zendesk.customRecords.delete(record(object, id).id);
      },
    },
  ];
}

/** Shown as a text that looks like Zendesk's. */
function keyOf({ id }: Pick<CustomRecord, 'id'>): string {
  return `01${String(id).padStart(24, '0')}`;
}

function filtered(rows: readonly CustomRecord[], { query }: Request): CustomRecord[] {
  const lists = (['ids', 'external_ids'] as const).map((key) => query.get(`filter[${key}]`)?.split(','));
  const [ids, externals] = lists;
  return rows.filter(
    (row) => (ids?.includes(keyOf(row)) ?? true) && (externals?.includes(row.external_id ?? '') ?? true),
  );
}

function listed(zendesk: Zendesk, rows: readonly CustomRecord[], { path, query }: Request): unknown {
  const size = Number(query.get('page[size]') ?? 100);
  if (!Number.isInteger(size) || size < 1 || size > 100)
    throw new Refused(400, { errors: [{ code: 'InvalidPaginationParameter', title: 'page[size] is invalid' }] });
  const sort = query.get('sort') ?? 'id';
  const sorted = [...rows].sort((one, other) => one.id - other.id);
  if (sort.endsWith('updated_at')) sorted.sort((one, other) => one.updated_at.localeCompare(other.updated_at));
  if (sort.startsWith('-')) sorted.reverse();
  const after = query.get('page[after]');
  const start = after === null ? 0 : numberIn(after);
  const more = start + size < sorted.length;
  const cursor = rows.length === 0 ? null : cursorOf(start + size);
  const next = new URLSearchParams(query);
  next.set('page[after]', cursor ?? '');
  const page = sorted.slice(start, start + size);
  return {
    custom_object_records: page.map((row) => shapeOf(zendesk, row)),
    count: page.length,
    meta: { has_more: more, after_cursor: cursor, before_cursor: null },
    links: { prev: null, next: more ? `${zendesk.base}${path}?${next.toString()}` : null },
  };
}

interface NewRecord {
  readonly object: string;
  readonly request: Request;
  /** Given in the address. */
  readonly external: string | undefined;
}

function made(zendesk: Zendesk, { object, request: { body, user }, external }: NewRecord): CustomRecord {
  const { name, external_id: given, custom_object_fields: fields } = objectIn(body, 'custom_object_record');
  if (typeof name !== 'string' || name === '') throw invalid({ name: 'Name: cannot be blank' });
  const external_id = external ?? (typeof given === 'string' ? given : null);
  checkUnique(zendesk, { object, external_id, id: 0 });
  const at = zendesk.now();
  const id = zendesk.customRecords.nextId();
  const values = isObject(fields) ? fields : {};
  return zendesk.customRecords.put({
    id,
    object,
    name,
    external_id,
    fields: values,
    created_by: user.id,
    created_at: at,
    updated_at: at,
  });
}

function changed(zendesk: Zendesk, row: CustomRecord, { body }: Request): CustomRecord {
  const { name, external_id, custom_object_fields: fields } = objectIn(body, 'custom_object_record');
  if (typeof external_id === 'string') checkUnique(zendesk, { ...row, external_id });
  return zendesk.customRecords.update(row.id, {
    ...(typeof name === 'string' && name !== '' ? { name } : {}),
    ...(typeof external_id === 'string' ? { external_id } : {}),
    fields: { ...row.fields, ...(isObject(fields) ? fields : {}) },
    updated_at: zendesk.now(),
  });
}

/** Whether Zendesk keeps external ids unique is not documented: an account of either sort can be had. */
function checkUnique(
  zendesk: Zendesk,
  { id, object, external_id }: Pick<CustomRecord, 'id' | 'object' | 'external_id'>,
): void {
  if (!zendesk.account.uniqueExternalIds || external_id === null) return;
  const others = zendesk.customRecords.where(
    (one) => one.object === object && one.external_id === external_id && one.id !== id,
  );
  if (others.length > 0) throw invalid({ external_id: 'External ID: has already been taken' });
}

function shapeOf(zendesk: Zendesk, row: CustomRecord): unknown {
  const { object, name, external_id, fields, created_by, created_at, updated_at } = row;
  const id = keyOf(row);
  const by = { created_by_user_id: String(created_by), updated_by_user_id: String(created_by) };
  const url = `${zendesk.base}/api/v2/custom_objects/${object}/records/${id}.json`;
  return {
    id,
    url,
    custom_object_key: object,
    name,
    external_id,
    custom_object_fields: fields,
    ...by,
    created_at,
    updated_at,
  };
}
