import type { Dossier, DossierId, Message, PersonId } from '@lethe/core';
import type { CaseTable, Homes, Row } from '@lethe/inside';
import { dossierIdOf, messageIdOf, personIdOf } from '../ids.ts';

/** Redmine's cases are issues. */
export const issueTable: CaseTable = { name: 'issues', link: 'issue' };

const accountTables = [
  'users',
  'email_addresses',
  'user_preferences',
  'tokens',
  'imports',
  'import_items',
  'queries',
  'custom_values',
];

/** The account a row belongs to, if it is part of one. */
export function accountOf({ table, links }: Row): string | undefined {
  return accountTables.includes(table) ? links.person : undefined;
}

/** Which table a file, a watch or a field hangs on, by the name Redmine gives its class. */
const containers: Readonly<Record<string, string>> = {
  Issue: 'issue',
  WikiPage: 'wiki_pages',
  News: 'news',
  Message: 'messages',
  Document: 'documents',
  Project: 'projects',
  Version: 'versions',
  Board: 'boards',
  Wiki: 'wikis',
  Principal: 'users',
};

const words: Readonly<Record<string, string>> = {
  issue: 'issue',
  wiki_pages: 'wiki page',
  news: 'news',
  messages: 'forum message',
  documents: 'document',
  projects: 'project',
  versions: 'version',
  boards: 'forum',
  changesets: 'commit',
};

/** The kind and number of what a row is filed under. */
function homeOf({ table, id, links, facts }: Row): { readonly kind: string; readonly key: string } {
  const { issue, page, news, board, document, changeset, container } = links;
  if (issue !== undefined) return { kind: 'issue', key: issue };
  if (page !== undefined) return { kind: 'wiki_pages', key: page };
  if (news !== undefined) return { kind: 'news', key: news };
  if (board !== undefined) return { kind: 'boards', key: board };
  if (document !== undefined) return { kind: 'documents', key: document };
  if (changeset !== undefined) return { kind: 'changesets', key: changeset };
  const of = containers[facts.on ?? facts.of ?? ''];
  return of !== undefined && container !== undefined ? { kind: of, key: container } : { kind: table, key: id };
}

/** What a row is filed under. */
export function dossierOf(row: Row, homes: Homes): Dossier {
  const { kind, key } = homeOf(row);
  const issue = kind === 'issue' ? homes.cases.get(key) : undefined;
  return issue === undefined ? placeDossier(row, kind, key) : issueDossier(issue);
}

/** A thing that is no issue: written on a web page. Who made a wiki page is not kept. */
function placeDossier({ table, links }: Row, kind: string, key: string): Dossier {
  const { author, project = '' } = links;
  const openedBy = table === kind && author !== undefined ? personIdOf(author) : 'unknown';
  const label = `${words[kind] ?? `row of ${kind}`} ${key}`;
  return {
    type: 'dossier',
    id: dossierIdOf(kind, key),
    label,
    state: 'open',
    openedBy,
    openedVia: 'web',
    tallies: { project },
  };
}

/** An issue as a dossier. Redmine keeps no mark of how it was opened. */
export function issueDossier(row: Row): Dossier {
  const author = row.links.author === undefined ? 'unknown' : personIdOf(row.links.author);
  return {
    type: 'dossier',
    id: dossierIdOf('issue', row.id),
    label: `issue ${row.id}`,
    state: row.facts.closed === 'true' ? 'closed' : 'open',
    openedBy: author,
    openedVia: 'unknown',
    ...(author === 'unknown' ? {} : { subject: author }),
    tallies: talliesOf(row),
  };
}

/** What Redmine's reports and lists count by. */
function talliesOf({ links, facts, made }: Row): Readonly<Record<string, string>> {
  return {
    project: links.project ?? '',
    author: links.author ?? '',
    assignee: links.assignee ?? '',
    tracker: facts.tracker ?? '',
    status: facts.status ?? '',
    priority: facts.priority ?? '',
    category: facts.category ?? '',
    version: facts.version ?? '',
    opened: made?.toISOString().slice(0, 7) ?? '',
    closed: facts.closed_on?.slice(0, 7) ?? '',
  };
}

/** A row somebody wrote, as a message. Redmine mails what is public on an issue to whoever opened it, and keeps no list of who else was mailed. */
export function messageOf(row: Row, homes: Homes): Message {
  const dossier = dossierOf(row, homes);
  const author = row.links.author === undefined ? 'unknown' : personIdOf(row.links.author);
  return {
    type: 'message',
    id: messageIdOf(row.table, row.id),
    dossier: dossier.id,
    at: row.made ?? new Date(0),
    author,
    from: [],
    to: [],
    copies: [],
    attendees: [],
    opensDossier: false,
    ...wayOf(row, { dossier, author, listed: homes.listed }),
  };
}

interface Sent {
  readonly dossier: Dossier;
  readonly author: PersonId | 'unknown';
  readonly listed: ReadonlySet<PersonId>;
}

const mailedTables = ['journals', 'attachments'];
/** Redmine also takes these by mail, as answers to what it mailed out, and keeps no mark of it (`MailHandler#receive_message_reply`). */
const answerableTables = ['messages'];

function wayOf(
  { table, facts, links }: Row,
  { dossier, author, listed }: Sent,
): Pick<Message, 'channel' | 'direction' | 'recipients'> {
  if (facts.private === 'true' || table === 'time_entries')
    return { channel: 'note', direction: 'internal', recipients: [] };
  if (links.issue === undefined || !mailedTables.includes(table))
    return { channel: answerableTables.includes(table) ? 'unknown' : 'web', direction: 'incoming', recipients: [] };
  const opener = dossier.openedBy;
  const incoming = author === opener || (author !== 'unknown' && listed.has(author));
  if (incoming || opener === 'unknown' || opener === 'system')
    return { channel: 'unknown', direction: 'incoming', recipients: [] };
  return { channel: 'unknown', direction: 'outgoing', recipients: [opener] };
}

/** The number of an issue that was asked for by its dossier's id. */
export function issueIn(dossier: DossierId): string | undefined {
  return /^issue:(\d+)$/.exec(dossier)?.[1];
}
