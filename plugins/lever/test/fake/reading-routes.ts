import { notFound } from './answer.ts';
import type { Lever } from './lever.ts';
import { isShown, listed, pageOf } from './listing.ts';
import type { Opportunity } from './records.ts';
import type { Request, Route } from './route.ts';
import type { Rows } from './rows.ts';
import * as shapes from './shapes.ts';

/** An opportunity the key is shown. */
export function shownTo(lever: Lever, key: Request['key'], id: string | undefined): Opportunity {
  const opportunity = lever.opportunities.find(id ?? '');
  if (opportunity === undefined || !isShown(opportunity, key)) throw notFound();
  return opportunity;
}

/** Calls that only read. */
export function readingRoutes(lever: Lever): readonly Route[] {
  return [
    {
      method: 'GET',
      path: /^\/archive_reasons$/,
      answer: ({ query }) => pageOf(lever.archiveReasons.all(), query, (row) => ({ ...row, status: 'active' })),
    },
    {
      method: 'GET',
      path: /^\/opportunities$/,
      answer: (request) => {
        const expand = request.query.getAll('expand');
        return pageOf(listed(lever, request), request.query, (row) => shapes.opportunityShape(lever, row, expand));
      },
    },
    {
      method: 'GET',
      path: /^\/opportunities\/([\w-]+)$/,
      answer: ({ key }, [id]) => ({ data: shapes.opportunityShape(lever, shownTo(lever, key, id)) }),
    },
    {
      method: 'GET',
      path: /^\/contacts\/([\w-]+)$/,
      answer: (_request, [id]) => {
        const contact = lever.contacts.find(id ?? '');
        if (contact === undefined) throw notFound();
        return { data: shapes.contactShape(contact) };
      },
    },
    ...filed(lever, { name: 'applications', rows: lever.applications, shape: shapes.applicationShape }),
    ...filed(lever, { name: 'feedback', rows: lever.feedback, shape: shapes.formShape }),
    ...filed(lever, { name: 'files', rows: lever.files, shape: shapes.fileShape }),
    ...filed(lever, { name: 'forms', rows: lever.forms, shape: shapes.formShape }),
    ...filed(lever, { name: 'interviews', rows: lever.interviews, shape: shapes.plainShape }),
    ...filed(lever, { name: 'notes', rows: lever.notes, shape: shapes.formShape }),
    ...filed(lever, { name: 'offers', rows: lever.offers, shape: shapes.plainShape }),
    ...filed(lever, { name: 'referrals', rows: lever.referrals, shape: shapes.formShape }),
    ...filed(lever, { name: 'resumes', rows: lever.resumes, shape: shapes.resumeShape }),
  ];
}

interface List<T extends { readonly id: string }> {
  readonly name: string;
  readonly rows: Rows<T>;
  readonly shape: (row: T) => unknown;
}

/** A list under an opportunity, and one thing of it: what is only marked as deleted is still shown in both. */
function filed<T extends { readonly id: string; readonly opportunity: string }>(
  lever: Lever,
  { name, rows, shape }: List<T>,
): readonly Route[] {
  return [
    {
      method: 'GET',
      path: new RegExp(`^/opportunities/([\\w-]+)/${name}$`),
      answer: ({ query, key }, [id]) => pageOf(lever.of(rows, shownTo(lever, key, id).id), query, shape),
    },
    {
      method: 'GET',
      path: new RegExp(`^/opportunities/([\\w-]+)/${name}/([\\w-]+)$`),
      answer: ({ key }, [id, one = '']) => {
        const row = rows.find(one);
        if (row === undefined || row.opportunity !== shownTo(lever, key, id).id) throw notFound();
        return { data: shape(row) };
      },
    },
  ];
}
