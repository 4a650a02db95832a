import type { Route } from './answer.ts';
import { pageOf } from './answer.ts';
import { holds, wordsOf } from './like.ts';
import type { Words } from './like.ts';
import type { Redmine } from './redmine.ts';
import type { Row } from './rows.ts';
import { numberIn, textIn } from './rows.ts';

/** The search: what it looks through, and what it says about what it finds. Comments on news and spent time are not in it. */
export function searchRoutes(redmine: Redmine): Route[] {
  return [
    {
      method: 'GET',
      path: /^\/search\.json$/,
      answer: ({ query }) => {
        // All words are wanted unless the parameter is there and empty.
        const asked = { words: wordsOf(query.get('q') ?? ''), any: query.get('all_words') === '' };
        const files = query.get('attachments') ?? '0';
        const found = sources(redmine).flatMap((source) =>
          source.rows.filter((row) => isHit(redmine, source, { row, asked, files })).map(source.hit),
        );
        const { rows, meta } = pageOf(found, query);
        return { results: rows, ...meta };
      },
    },
  ];
}

interface Source {
  readonly rows: readonly Row[];
  /** Whose files and fields count as well. */
  readonly type: string;
  /** Texts that are looked through together. */
  readonly texts: (row: Row) => readonly (readonly string[])[];
  readonly hit: (row: Row) => Record<string, unknown>;
}

interface Asked {
  readonly row: Row;
  readonly asked: Words;
  readonly files: string;
}

function isHit(redmine: Redmine, { type, texts }: Source, { row, asked, files }: Asked): boolean {
  const names = redmine.rows
    .where('attachments', { container_type: type, container_id: row.id })
    .map((file) => [textIn(file, 'filename'), textIn(file, 'description')]);
  const fields = redmine
    .fieldsOf(type, row.id)
    .filter(({ field }) => field.searchable === true)
    .flatMap(({ values }) => values.map((value) => [textIn(value, 'value')]));
  const inTexts = files !== 'only' && [...texts(row), ...fields].some((some) => holds(some, asked));
  return inTexts || (files !== '0' && names.some((some) => holds(some, asked)));
}

function hit(
  row: Row,
  type: string,
  shown: { readonly title: string; readonly description: string; readonly at: string; readonly path: string },
): Record<string, unknown> {
  return {
    id: row.id,
    title: shown.title,
    type,
    url: `http://127.0.0.1${shown.path}`,
    description: shown.description,
    datetime: shown.at,
  };
}

function sources(redmine: Redmine): readonly Source[] {
  const { rows } = redmine;
  const visible = (project: number): boolean => rows.get('projects', project).status !== 9;
  return [
    {
      rows: rows.all('issues').filter((row) => visible(numberIn(row, 'project_id'))),
      type: 'Issue',
      texts: (row) => [
        [textIn(row, 'subject'), textIn(row, 'description')],
        ...rows.where('journals', { journalized_id: row.id }).map((journal) => [textIn(journal, 'notes')]),
      ],
      hit: (row) => {
        const closed = rows.get('issue_statuses', numberIn(row, 'status_id')).is_closed === true;
        const title = `Support #${String(row.id)} (New): ${textIn(row, 'subject')}`;
        const shown = {
          title,
          description: textIn(row, 'description'),
          at: textIn(row, 'created_on'),
          path: `/issues/${String(row.id)}`,
        };
        return hit(row, closed ? 'issue-closed' : 'issue', shown);
      },
    },
    {
      rows: rows.all('news'),
      type: 'News',
      texts: (row) => [[textIn(row, 'title'), textIn(row, 'summary'), textIn(row, 'description')]],
      hit: (row) =>
        hit(row, 'news', {
          title: textIn(row, 'title'),
          description: textIn(row, 'description'),
          at: textIn(row, 'created_on'),
          path: `/news/${String(row.id)}`,
        }),
    },
    {
      rows: rows.all('documents'),
      type: 'Document',
      texts: (row) => [[textIn(row, 'title'), textIn(row, 'description')]],
      hit: (row) =>
        hit(row, 'document', {
          title: `Document: ${textIn(row, 'title')}`,
          description: textIn(row, 'description'),
          at: textIn(row, 'created_on'),
          path: `/documents/${String(row.id)}`,
        }),
    },
    {
      rows: rows.all('changesets'),
      type: 'Changeset',
      texts: (row) => [[textIn(row, 'comments')]],
      hit: (row) => {
        const [title = '', ...more] = textIn(row, 'comments').split('\n');
        return hit(row, 'changeset', {
          title: `Revision ${textIn(row, 'revision')}: ${title}`,
          description: more.join('\n').trim(),
          at: textIn(row, 'committed_on'),
          path: '/projects/p/repository/revisions/a',
        });
      },
    },
    {
      rows: rows.all('wiki_pages').filter((row) => visible(numberIn(row, 'wiki_id'))),
      type: 'WikiPage',
      texts: (row) => [[textIn(row, 'title'), wikiText(redmine, row)]],
      hit: (row) => {
        const project = textIn(rows.get('projects', numberIn(row, 'wiki_id')), 'identifier');
        const path = `/projects/${project}/wiki/${encodeURIComponent(textIn(row, 'title'))}`;
        return hit(row, 'wiki-page', {
          title: `Wiki: ${textIn(row, 'title')}`,
          description: wikiText(redmine, row),
          at: textIn(row, 'created_on'),
          path,
        });
      },
    },
    {
      rows: rows.all('messages'),
      type: 'Message',
      texts: (row) => [[textIn(row, 'subject'), textIn(row, 'content')]],
      hit: (row) => {
        const board = textIn(rows.get('boards', numberIn(row, 'board_id')), 'name');
        const shown = {
          title: `${board}: ${textIn(row, 'subject')}`,
          description: textIn(row, 'content'),
          at: textIn(row, 'created_on'),
          path: '/boards/1/topics/1',
        };
        return hit(row, row.parent_id === null ? 'message' : 'reply', shown);
      },
    },
    {
      rows: rows.all('projects').filter((row) => visible(row.id)),
      type: 'Project',
      texts: (row) => [[textIn(row, 'name'), textIn(row, 'identifier'), textIn(row, 'description')]],
      hit: (row) =>
        hit(row, 'project', {
          title: `Project: ${textIn(row, 'name')}`,
          description: textIn(row, 'description'),
          at: textIn(row, 'created_on'),
          path: `/projects/${textIn(row, 'identifier')}`,
        }),
    },
  ];
}

function wikiText({ rows }: Redmine, page: Row): string {
  const [content] = rows.where('wiki_contents', { page_id: page.id });
  return content === undefined ? '' : textIn(content, 'text');
}
