import { forbidden, invalid } from './answer.ts';
import type { Lever } from './lever.ts';
import type { Opportunity } from './records.ts';
import type { Request } from './route.ts';

/** A page of a list, as Lever gives it. */
export function pageOf<T>(rows: readonly T[], query: URLSearchParams, shape: (row: T) => unknown): unknown {
  const limit = Number(query.get('limit') ?? 100);
  if (!Number.isInteger(limit) || limit < 1 || limit > 100) throw invalid();
  const from = Number(query.get('offset') ?? 0);
  if (!Number.isInteger(from)) throw invalid();
  const data = rows.slice(from, from + limit).map(shape);
  const hasNext = from + limit < rows.length;
  return { data, hasNext, ...(hasNext ? { next: String(from + limit) } : {}) };
}

/** Opportunities a key is shown that every filter lets through. Without `confidentiality` confidential ones are left out. */
export function listed(lever: Lever, { query, key }: Request): readonly Opportunity[] {
  const { ignores, refusesConfidential } = lever.behaviour;
  const wanted = (name: string): readonly string[] => (ignores.includes(name) ? [] : query.getAll(name));
  const [confidentiality = 'non-confidential'] = wanted('confidentiality');
  const isAskedFor = confidentiality !== 'non-confidential';
  if (isAskedFor && !key.confidential && refusesConfidential === 'with-403') throw forbidden();
  const emails = wanted('email').map(canonical);
  const contacts = wanted('contact_id');
  const reasons = wanted('archive_reason_id');
  const [archived] = wanted('archived');
  return lever.opportunities.where((one) => {
    const theirs = lever.contacts.get(one.contact).emails.map(canonical);
    return (
      (confidentiality === 'all' || one.confidentiality === confidentiality) &&
      isShown(one, key) &&
      (emails.length === 0 || theirs.some((email) => emails.includes(email))) &&
      (contacts.length === 0 || contacts.includes(one.contact)) &&
      (reasons.length === 0 || reasons.includes(one.archived?.reason ?? '')) &&
      (archived === undefined || String(one.archived !== null) === archived)
    );
  });
}

/** Whether a key is shown an opportunity at all. */
export function isShown({ confidentiality }: Opportunity, key: { readonly confidential: boolean }): boolean {
  return key.confidential || confidentiality === 'non-confidential';
}

function canonical(email: string): string {
  return email.toLowerCase().replace(/\+[^@]*@/, '@');
}
