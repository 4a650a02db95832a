import { z } from 'zod';
import { ask } from './ask.ts';
import * as schemas from './schema.ts';
import type { Search } from './search-words.ts';
import type { FieldDefinition, Hit, Issue, News, Project, TimeEntry, User, WikiPage } from './schema.ts';
import type { Transport } from './call.ts';

/** Reading calls, one function an endpoint: https://www.redmine.org/projects/redmine/wiki/Rest_api */

/** Conditions of a listing, as Redmine's own parameters. */
export type Where = Readonly<Record<string, string>>;

/** The most rows Redmine gives in one answer, whatever is asked for. */
export const PAGE = 100;

interface Page<T> {
  readonly total: number;
  readonly rows: readonly T[];
}

interface Listing<T> {
  readonly what: string;
  readonly path: string;
  readonly page: z.ZodType<Page<T>>;
  readonly where: Where;
}

/** All rows of a listing, a page at a time. */
async function* pagesOf<T>(
  transport: Transport,
  { what, path, page, where }: Listing<T>,
): AsyncGenerator<readonly T[]> {
  for (let offset = 0; ; offset += PAGE) {
    const query = { ...where, limit: String(PAGE), offset: String(offset) };
    const { total, rows } = await ask(transport, { what, method: 'GET', path, query }, page);
    yield rows;
    if (rows.length === 0 || offset + PAGE >= total) return;
  }
}

const count = { total_count: z.number() };
const issuePage = z
  .object({ ...count, issues: z.array(schemas.issueSchema) })
  .transform((page) => ({ total: page.total_count, rows: page.issues }));
const userPage = z
  .object({ ...count, users: z.array(schemas.userSchema) })
  .transform((page) => ({ total: page.total_count, rows: page.users }));
const projectPage = z
  .object({ ...count, projects: z.array(schemas.projectSchema) })
  .transform((page) => ({ total: page.total_count, rows: page.projects }));
const timePage = z
  .object({ ...count, time_entries: z.array(schemas.timeEntrySchema) })
  .transform((page) => ({ total: page.total_count, rows: page.time_entries }));
const hitPage = z
  .object({ ...count, results: z.array(schemas.hitSchema) })
  .transform((page) => ({ total: page.total_count, rows: page.results }));

/** The account of the key. */
export async function currentUser(transport: Transport): Promise<User> {
  return userAt(transport, 'current');
}

/** One account with what it is a member of. Redmine makes up an API key for accounts that have none when it is read. */
export async function userById(transport: Transport, id: string): Promise<User> {
  return userAt(transport, id);
}

async function userAt(transport: Transport, id: string): Promise<User> {
  const query = { include: 'memberships,auth_source' };
  const call = { what: 'read an account', method: 'GET', path: `/users/${id}.json`, query } as const;
  return (await ask(transport, call, z.object({ user: schemas.userSchema }))).user;
}

/** Accounts of one status (1 active, 2 registered, 3 locked): locked ones are missing from every other listing. */
export function users(
  transport: Transport,
  where: Where & { readonly status: string },
): AsyncGenerator<readonly User[]> {
  return pagesOf(transport, { what: 'list accounts', path: '/users.json', page: userPage, where });
}

/** What the holders of a role may do. */
export async function roleById(transport: Transport, id: number): Promise<z.output<typeof schemas.roleSchema>> {
  const call = { what: 'read a role', method: 'GET', path: `/roles/${id}.json` } as const;
  return (await ask(transport, call, z.object({ role: schemas.roleSchema }))).role;
}

/** Definitions of all custom fields. */
export async function fieldDefinitions(transport: Transport): Promise<readonly FieldDefinition[]> {
  const call = { what: 'list custom fields', method: 'GET', path: '/custom_fields.json' } as const;
  return (await ask(transport, call, z.object({ custom_fields: z.array(schemas.fieldDefinitionSchema) })))
    .custom_fields;
}

/** All projects but archived ones, which the REST API does not show. */
export function projects(transport: Transport): AsyncGenerator<readonly Project[]> {
  return pagesOf(transport, { what: 'list projects', path: '/projects.json', page: projectPage, where: {} });
}

/** One project by its number. */
export async function projectById(transport: Transport, id: string): Promise<Project> {
  const call = { what: 'read a project', method: 'GET', path: `/projects/${id}.json` } as const;
  return (await ask(transport, call, z.object({ project: schemas.projectSchema }))).project;
}

/** Files of a project and its versions. */
export async function projectFiles(transport: Transport, project: string): Promise<readonly schemas.Attachment[]> {
  const call = { what: "list a project's files", method: 'GET', path: `/projects/${project}/files.json` } as const;
  return (await ask(transport, call, z.object({ files: z.array(schemas.attachmentSchema) }))).files;
}

/** Issues of any status; journals and watchers are not in lists. */
export function issues(transport: Transport, where: Where): AsyncGenerator<readonly Issue[]> {
  const listing = { what: 'list issues', path: '/issues.json', page: issuePage };
  return pagesOf(transport, { ...listing, where: { status_id: '*', sort: 'id', ...where } });
}

/** How many issues there are. */
export async function countIssues(transport: Transport, where: Where): Promise<number> {
  const query = { status_id: '*', limit: '1', ...where };
  return (await ask(transport, { what: 'count issues', method: 'GET', path: '/issues.json', query }, z.object(count)))
    .total_count;
}

/** One issue with its notes, history, files and watchers. */
export async function issueById(transport: Transport, id: string): Promise<Issue> {
  const query = { include: 'journals,attachments,watchers' };
  const call = { what: 'read an issue', method: 'GET', path: `/issues/${id}.json`, query } as const;
  return (await ask(transport, call, z.object({ issue: schemas.issueSchema }))).issue;
}

/** Spent time, whoever's. */
export function timeEntries(transport: Transport, where: Where): AsyncGenerator<readonly TimeEntry[]> {
  return pagesOf(transport, { what: 'list spent time', path: '/time_entries.json', page: timePage, where });
}

/**
 * What mentions the words: issues and their notes, wiki pages, news, forums, documents, commits, projects.
 * Names and descriptions of files count as well, or `only` they do.
 */
export function search(
  transport: Transport,
  { words, any }: Pick<Search, 'words' | 'any'>,
  files: '1' | 'only',
): AsyncGenerator<readonly Hit[]> {
  const where = { q: words.join(' '), all_words: any ? '' : '1', attachments: files };
  return pagesOf(transport, { what: 'search', path: '/search.json', page: hitPage, where });
}

/** One news item with comments and files. */
export async function newsById(transport: Transport, id: string): Promise<News> {
  const query = { include: 'attachments,comments' };
  const call = { what: 'read news', method: 'GET', path: `/news/${id}.json`, query } as const;
  return (await ask(transport, call, z.object({ news: schemas.newsSchema }))).news;
}

/** Titles of all pages of a project's wiki. */
export async function wikiListing(
  transport: Transport,
  project: string,
): Promise<readonly z.output<typeof schemas.wikiListingSchema>[]> {
  const call = { what: 'list wiki pages', method: 'GET', path: `/projects/${project}/wiki/index.json` } as const;
  return (await ask(transport, call, z.object({ wiki_pages: z.array(schemas.wikiListingSchema) }))).wiki_pages;
}

/** A wiki page with its files, or one of its older versions. `path` is below Redmine's address, without ending. */
export async function wikiPage(transport: Transport, path: string, version?: number): Promise<WikiPage> {
  const at = version === undefined ? path : `${path}/${version}`;
  const call = {
    what: 'read a wiki page',
    method: 'GET',
    path: `${at}.json`,
    query: { include: 'attachments' },
  } as const;
  return (await ask(transport, call, z.object({ wiki_page: schemas.wikiPageSchema }))).wiki_page;
}
