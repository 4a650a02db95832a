import type { Route } from './answer.ts';
import { Refused, invalid, objectIn } from './answer.ts';
import type { Redmine } from './redmine.ts';
import type { Row } from './rows.ts';
import { numberIn, textIn } from './rows.ts';
import { filesOf } from './shapes.ts';

/** Wiki pages: a change makes a new version, and the old ones stay. */
export function wikiRoutes(redmine: Redmine): Route[] {
  const { rows } = redmine;
  const pages = (project: string | undefined): Row[] =>
    rows
      .where('wiki_pages', { wiki_id: Number(project) })
      .sort((one, other) => (textIn(one, 'title') < textIn(other, 'title') ? -1 : 1));
  const page = (project: string | undefined, title: string | undefined): Row => {
    const found = pages(project).find((one) => textIn(one, 'title') === decodeURIComponent(title ?? ''));
    if (found === undefined) throw new Refused(404);
    return found;
  };
  const content = (of: Row): Row => {
    const [found] = rows.where('wiki_contents', { page_id: of.id });
    if (found === undefined) throw new Refused(404);
    return found;
  };
  const shape = (of: Row, now: Row, { text, files }: { readonly text: string; readonly files: boolean }): unknown => ({
    wiki_page: {
      title: of.title,
      text: now[text],
      version: now.version,
      author: redmine.ref('users', now.author_id),
      comments: now.comments,
      created_on: of.created_on,
      updated_on: now.updated_on,
      ...(files ? { attachments: filesOf(redmine, 'WikiPage', of.id) } : {}),
    },
  });
  return [
    {
      method: 'GET',
      path: /^\/projects\/(\d+)\/wiki\/index\.json$/,
      answer: (_, [project]) => ({
        wiki_pages: pages(project).map((one) => {
          const { version, updated_on } = content(one);
          return { title: one.title, version, created_on: one.created_on, updated_on };
        }),
      }),
    },
    {
      method: 'GET',
      path: /^\/projects\/(\d+)\/wiki\/([^/]+)\/(\d+)\.json$/,
      answer: ({ query }, [project, title, version]) => {
        const of = page(project, title);
        const [found] = rows.where('wiki_content_versions', { page_id: of.id, version: Number(version) });
        if (found === undefined) throw new Refused(404);
        return shape(of, found, { text: 'data', files: query.get('include') === 'attachments' });
      },
    },
    {
      method: 'GET',
      path: /^\/projects\/(\d+)\/wiki\/([^/]+)\.json$/,
      answer: ({ query }, [project, title]) => {
        const of = page(project, title);
        return shape(of, content(of), { text: 'text', files: query.get('include') === 'attachments' });
      },
    },
    {
      method: 'PUT',
      path: /^\/projects\/(\d+)\/wiki\/([^/]+)\.json$/,
      answer: ({ body, user }, [project, title]) => {
        if (redmine.projectIsClosed(Number(project))) throw new Refused(403);
        const { text } = objectIn(body, 'wiki_page');
        if (typeof text !== 'string' || text.trim() === '') throw invalid('Text field cannot be blank');
        const now = content(page(project, title));
        const version = numberIn(now, 'version') + 1;
        const next = { author_id: user.id, comments: '', version, updated_on: redmine.now() };
        rows.update('wiki_contents', now.id, { ...next, text });
        rows.insert('wiki_content_versions', { ...next, page_id: now.page_id ?? null, data: text });
      },
    },
  ];
}
