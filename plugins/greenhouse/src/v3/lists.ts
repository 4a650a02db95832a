import type { z } from 'zod';
import { askPage } from '../ask.ts';
import type { Line, Page } from '../ask.ts';
import * as rows from './schema.ts';

/** A list of version 3, and the filter that narrows it to one candidate or their applications. */
export interface List<T> {
  /** As the scope calls it: `harvest:notes:list`. */
  readonly name: string;
  readonly what: string;
  readonly by: 'candidate_ids' | 'application_ids';
  readonly row: z.ZodType<T>;
}

/**
 * Every list that is read. Of the filters, those of applications and scorecards are documented in what we could read; the others
 * are named alike and not verified. What comes back is filtered again by whoever asked.
 */
export const lists = {
  applications: { name: 'applications', what: 'list applications', by: 'candidate_ids', row: rows.applicationRow },
  feed: { name: 'notes', what: 'list notes', by: 'candidate_ids', row: rows.noteRow },
  attachments: { name: 'attachments', what: 'list attachments', by: 'application_ids', row: rows.attachmentRow },
  educations: { name: 'candidate_educations', what: 'list schools', by: 'candidate_ids', row: rows.educationRow },
  employments: {
    name: 'candidate_employments',
    what: 'list former jobs',
    by: 'candidate_ids',
    row: rows.employmentRow,
  },
  offers: { name: 'offers', what: 'list offers', by: 'application_ids', row: rows.offerRow },
  scorecards: { name: 'scorecards', what: 'list scorecards', by: 'application_ids', row: rows.scorecardRow },
  interviews: { name: 'interviews', what: 'list interviews', by: 'application_ids', row: rows.interviewRow },
  rejections: { name: 'rejection_details', what: 'list rejections', by: 'application_ids', row: rows.rejectionRow },
  prospects: { name: 'prospect_details', what: 'list prospects', by: 'application_ids', row: rows.prospectRow },
  eeoc: { name: 'eeoc', what: 'list EEOC answers', by: 'application_ids', row: rows.eeocRow },
  demographics: {
    name: 'demographic_answers',
    what: 'list demographic answers',
    by: 'application_ids',
    row: rows.demographicRow,
  },
} as const;

/** The most numbers a filter takes, and the most rows a page has. */
const MOST_IDS = 50;
const PAGE = '500';

/** What pages are asked for with. */
export interface Wanted<T> {
  readonly what: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly row: z.ZodType<T>;
}

/** All pages: the first with filters, every other one with the cursor alone, as Greenhouse refuses anything beside it. */
export async function* pagesOf<T>(line: Line, { what, path, query, row }: Wanted<T>): AsyncGenerator<readonly T[]> {
  let page: Page<T> = await askPage(line, { what, method: 'GET', path, query: { ...query, per_page: PAGE } }, row);
  yield page.rows;
  while (page.next !== undefined) {
    page = await askPage(line, { what, method: 'GET', ...page.next }, row);
    yield page.rows;
  }
}

/** All rows of a list for some candidates or applications. None for none. */
export async function rowsOf<T>(
  line: Line,
  { name, what, by, row }: List<T>,
  ids: readonly string[],
): Promise<readonly T[]> {
  const found: T[] = [];
  for (let from = 0; from < ids.length; from += MOST_IDS) {
    const query = { [by]: ids.slice(from, from + MOST_IDS).join(',') };
    for await (const page of pagesOf(line, { what, path: `/v3/${name}`, query, row })) found.push(...page);
  }
  return found;
}
