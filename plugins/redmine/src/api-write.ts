import { tell } from './ask.ts';
import type { Transport } from './call.ts';

/** Writing calls, one function an endpoint. Redmine answers 204 whether or not it did anything: only a fresh reading proves. */

/** New values of a row, as Redmine names them. */
export type Values = Readonly<Record<string, unknown>>;

/** Changes an account. */
export async function updateUser(transport: Transport, id: string, user: Values): Promise<void> {
  await tell(transport, { what: 'change an account', method: 'PUT', path: `/users/${id}.json`, body: { user } });
}

/** Changes an issue; Redmine writes the old values into the issue's history. */
export async function updateIssue(transport: Transport, id: string, issue: Values): Promise<void> {
  await tell(transport, { what: 'change an issue', method: 'PUT', path: `/issues/${id}.json`, body: { issue } });
}

/** Gives a note a new text. Never a blank one: Redmine deletes a note that has neither text nor changes. */
export async function updateNote(transport: Transport, id: string, notes: string): Promise<void> {
  await tell(transport, {
    what: 'change a note',
    method: 'PUT',
    path: `/journals/${id}.json`,
    body: { journal: { notes } },
  });
}

/** Deletes a file. Its name goes into the history of its issue. */
export async function deleteFile(transport: Transport, id: string): Promise<void> {
  await tell(transport, { what: 'delete a file', method: 'DELETE', path: `/attachments/${id}.json` });
}

/** Takes an account off the watchers of an issue. */
export async function removeWatcher(transport: Transport, issue: string, user: string): Promise<void> {
  const path = `/issues/${issue}/watchers/${user}.json`;
  await tell(transport, { what: 'remove a watcher', method: 'DELETE', path });
}

/** Changes spent time. */
export async function updateTimeEntry(transport: Transport, id: string, entry: Values): Promise<void> {
  const body = { time_entry: entry };
  await tell(transport, { what: 'change spent time', method: 'PUT', path: `/time_entries/${id}.json`, body });
}

/** Gives a wiki page a new version. */
export async function updateWikiPage(transport: Transport, path: string, text: string): Promise<void> {
  await tell(transport, {
    what: 'change a wiki page',
    method: 'PUT',
    path: `${path}.json`,
    body: { wiki_page: { text } },
  });
}

/** Changes texts of a news item. */
export async function updateNews(transport: Transport, id: string, news: Values): Promise<void> {
  await tell(transport, { what: 'change news', method: 'PUT', path: `/news/${id}.json`, body: { news } });
}

/** Changes a project. */
export async function updateProject(transport: Transport, id: string, project: Values): Promise<void> {
  await tell(transport, { what: 'change a project', method: 'PUT', path: `/projects/${id}.json`, body: { project } });
}

/** Keeps Redmine from making the account of the key a watcher of every issue it changes. */
export async function stopAutoWatch(transport: Transport): Promise<void> {
  const body = { pref: { auto_watch_on: [] } };
  await tell(transport, { what: 'change its own preferences', method: 'PUT', path: '/my/account.json', body });
}
