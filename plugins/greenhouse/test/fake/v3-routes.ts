import { effects, anonymize } from './effects.ts';
import { invalid, isObject, notFound, numbersIn, ok } from './answer.ts';
import type { Answered, Request, Route } from './answer.ts';
import type { Greenhouse } from './greenhouse.ts';
import type { Candidate } from './records.ts';
import type { Rows } from './rows.ts';
import * as shapes from './shapes.ts';

/** Version 3: lists with cursors, and calls that change something. */
export function v3Routes(greenhouse: Greenhouse): readonly Route[] {
  return [
    listed(greenhouse, 'candidates', { rows: greenhouse.candidates, shape: shapes.candidateShape }),
    listed(greenhouse, 'applications', { rows: greenhouse.applications, shape: shapes.applicationShape }),
    listed(greenhouse, 'notes', { rows: greenhouse.notes, shape: shapes.noteShape }),
    listed(greenhouse, 'attachments', { rows: greenhouse.attachments, shape: shapes.attachmentShape }),
    listed(greenhouse, 'candidate_educations', { rows: greenhouse.educations, shape: shapes.educationShape }),
    listed(greenhouse, 'candidate_employments', { rows: greenhouse.employments, shape: shapes.employmentShape }),
    listed(greenhouse, 'offers', { rows: greenhouse.offers, shape: shapes.offerShape }),
    listed(greenhouse, 'scorecards', { rows: greenhouse.scorecards, shape: shapes.scorecardShape }),
    listed(greenhouse, 'interviews', { rows: greenhouse.interviews, shape: shapes.interviewShape }),
    listed(greenhouse, 'rejection_details', { rows: greenhouse.rejections, shape: shapes.rejectionShape }),
    listed(greenhouse, 'prospect_details', { rows: greenhouse.prospects, shape: shapes.prospectShape }),
    listed(greenhouse, 'eeoc', { rows: greenhouse.eeoc, shape: shapes.eeocShape }),
    listed(greenhouse, 'demographic_answers', { rows: greenhouse.demographics, shape: shapes.demographicShape }),
    {
      ...{ method: 'PATCH', path: /^\/v3\/candidates\/(\d+)\/anonymize$/, scope: 'harvest:candidates:anonymize' },
      answer: ({ body }, [id]) => {
        const candidate = there(greenhouse, id);
        anonymize(greenhouse, candidate, fieldsIn(greenhouse, body));
        return ok(shapes.candidateShape(greenhouse.candidates.get(candidate.id)));
      },
    },
    {
      ...{ method: 'PATCH', path: /^\/v3\/candidates\/(\d+)$/, scope: 'harvest:candidates:update' },
      answer: ({ body }, [id]) => ok(shapes.candidateShape(renamed(greenhouse, there(greenhouse, id), body))),
    },
    {
      ...{ method: 'DELETE', path: /^\/v3\/attachments\/(\d+)$/, scope: 'harvest:attachments:destroy' },
      answer: (_request, [id = 0]) => {
        if (greenhouse.attachments.find(id) === undefined) throw notFound();
        greenhouse.attachments.delete(id);
        return ok({ message: 'Attachment deleted' });
      },
    },
  ];
}

function there({ candidates }: Greenhouse, id: number | undefined): Candidate {
  const found = candidates.find(id ?? 0);
  if (found === undefined) throw notFound();
  return found;
}

/** Only the one property whose name nobody could read is taken. */
function fieldsIn({ behaviour }: Greenhouse, body: unknown): readonly string[] {
  const value = isObject(body) ? body[behaviour.bodyName] : undefined;
  if (!Array.isArray(value) || value.length === 0) throw invalid('Must provide an array of fields to be anonymized');
  const fields = value.map(String);
  if (fields.some((field) => effects[field] === undefined || behaviour.unknown.includes(field)))
    throw invalid('Unknown field');
  return fields;
}

/** What is left out stays as it is. Both versions. */
export function renamed(greenhouse: Greenhouse, { id }: Candidate, body: unknown): Candidate {
  if (!isObject(body)) throw invalid('Nothing to change');
  const known = ['first_name', 'last_name', 'preferred_name'];
  if (Object.keys(body).some((key) => !known.includes(key))) throw invalid('Unknown attribute');
  if (body['last_name'] === '' && greenhouse.behaviour.wantsLastName) throw invalid("Last name can't be blank");
  return greenhouse.candidates.update(id, { ...body, updated_at: greenhouse.now() });
}

interface Table<T extends { readonly id: number }> {
  readonly rows: Rows<T>;
  readonly shape: (row: T) => object;
}

/** A list: filters on the first page, on every other one the cursor alone. */
function listed<T extends { readonly id: number }>(
  greenhouse: Greenhouse,
  name: string,
  { rows, shape }: Table<T>,
): Route {
  return {
    ...{ method: 'GET', path: new RegExp(`^/v3/${name}$`), scope: `harvest:${name}:list` },
    answer: (request) => {
      const { query, from, page } = questionOf(greenhouse, request);
      const found = rows
        .all()
        .map(shape)
        .filter((row) => isWanted(greenhouse, row, query));
      return pageOf(request, { found, query, from, page });
    },
  };
}

interface Question {
  readonly query: URLSearchParams;
  readonly from: number;
  readonly page: number;
}

function questionOf({ behaviour }: Greenhouse, { query }: Request): Question {
  const cursor = query.get('cursor');
  if (cursor === null) {
    const page = Number(query.get('per_page') ?? 100);
    if (!Number.isInteger(page) || page < 1 || page > 500) throw invalid('per_page is invalid');
    return { query, from: 0, page: Math.min(page, behaviour.page) };
  }
  if ([...query.keys()].length > 1) throw invalid('cursor cannot be combined with other parameters');
  const [from = '', page = '', filters = ''] = Buffer.from(cursor, 'base64url').toString().split('|', 3);
  return { query: new URLSearchParams(filters), from: Number(from), page: Number(page) };
}

interface Listed extends Question {
  readonly found: readonly object[];
}

function pageOf({ address, path }: Request, { found, query, from, page }: Listed): Answered {
  const rows = found.slice(from, from + page);
  if (from + page >= found.length) return ok(rows);
  const filters = new URLSearchParams([...query].filter(([name]) => name !== 'per_page'));
  const cursor = Buffer.from(`${String(from + page)}|${String(page)}|${filters.toString()}`).toString('base64url');
  return ok(rows, { Link: `<${address}${path}?cursor=${cursor}>; rel="next"` });
}

const filters: Readonly<Record<string, string>> = {
  ids: 'id',
  candidate_ids: 'candidate_id',
  application_ids: 'application_id',
};

function isWanted(greenhouse: Greenhouse, row: object, query: URLSearchParams): boolean {
  const { behaviour } = greenhouse;
  const values = new Map(Object.entries(row));
  return [...query.keys()].every((name) => {
    if (name === 'per_page' || behaviour.ignores.includes(name)) return true;
    if (name === 'email') return hasAddress(values.get('email_addresses'), query.get('email') ?? '');
    if (name === 'updated_at') return isAsNew(values.get('updated_at'), query.get('updated_at') ?? '');
    const column = filters[name];
    if (column === undefined || !values.has(column)) throw invalid(`${name} is not permitted`);
    const wanted = numbersIn(query, name) ?? [];
    if (wanted.length > 50) throw invalid(`${name} has too many items`);
    const followed = name === 'ids' ? wanted.map((id) => survivorOf(greenhouse, id)) : wanted;
    return followed.includes(Number(values.get(column)));
  });
}

function survivorOf({ merged, behaviour }: Greenhouse, id: number): number {
  return behaviour.mergedAnswers === 'survivor' ? (merged.get(id) ?? id) : id;
}

function hasAddress(addresses: unknown, wanted: string): boolean {
  return (
    Array.isArray(addresses) &&
    addresses.some((one: unknown) => isObject(one) && String(one['value']).toLowerCase() === wanted.toLowerCase())
  );
}

/** `gte|2026-01-01T00:00:00Z`. */
function isAsNew(value: unknown, wanted: string): boolean {
  const [, how, at = ''] = /^(gte|lte|gt|lt)\|(.+)$/.exec(wanted) ?? [];
  if (how === undefined || Number.isNaN(Date.parse(at))) throw invalid('updated_at is invalid');
  const difference = Date.parse(String(value)) - Date.parse(at);
  return { gte: difference >= 0, lte: difference <= 0, gt: difference > 0, lt: difference < 0 }[how] === true;
}
