import type { Request, Route } from './answer.ts';
import { Refused, invalid, isObject, objectIn, pageOf } from './answer.ts';
import { contains, wordsOf } from './like.ts';
import type { Redmine } from './redmine.ts';
import type { Row } from './rows.ts';
import { numberIn, textIn } from './rows.ts';
import { fileShape, filesOf, newsShape, projectShape, timeShape } from './shapes.ts';
import { fieldsAtFault, fieldsIn } from './user-routes.ts';
import type { FieldsOf } from './user-routes.ts';

/** Projects, files, news and spent time. */
export function placeRoutes(redmine: Redmine): Route[] {
  const { rows } = redmine;
  const there = (row: Row | undefined): Row => {
    if (row === undefined) throw new Refused(404);
    return row;
  };
  const writable = (row: Row, project: number): Row => {
    if (redmine.projectIsClosed(project)) throw new Refused(403);
    return row;
  };
  const projectOf = (file: Row): number => containerProject(redmine, file);
  return [
    {
      method: 'GET',
      path: /^\/projects\.json$/,
      answer: ({ query }) => {
        const { rows: page, meta } = pageOf(
          rows.all('projects').filter((project) => project.status !== 9),
          query,
        );
        return { projects: page.map((project) => projectShape(redmine, project, false)), ...meta };
      },
    },
    {
      method: 'GET',
      path: /^\/projects\/(\d+)\.json$/,
      answer: (_, [id]) => ({ project: projectShape(redmine, there(rows.find('projects', Number(id))), true) }),
    },
    {
      method: 'PUT',
      path: /^\/projects\/(\d+)\.json$/,
      answer: ({ body }, [id]) => {
        const project = writable(there(rows.find('projects', Number(id))), Number(id));
        changeTexts(redmine, project, {
          table: 'projects',
          values: objectIn(body, 'project'),
          required: ['name'],
          optional: ['description', 'homepage'],
        });
        changeFields(redmine, { type: 'Project', id: project.id }, objectIn(body, 'project'));
      },
    },
    {
      method: 'GET',
      path: /^\/projects\/(\d+)\/files\.json$/,
      answer: (_, [id]) => {
        if (there(rows.find('projects', Number(id))).files === false) throw new Refused(403);
        return {
          files: filesOf(redmine, 'Project', Number(id)).map((file) => ({ ...file, digest: 'd', downloads: 0 })),
        };
      },
    },
    {
      method: 'GET',
      path: /^\/attachments\/(\d+)\.json$/,
      answer: (_, [id]) => ({ attachment: fileShape(redmine, there(rows.find('attachments', Number(id)))) }),
    },
    {
      method: 'PATCH',
      path: /^\/attachments\/(\d+)\.json$/,
      answer: ({ body }, [id]) => {
        const file = there(rows.find('attachments', Number(id)));
        writable(file, projectOf(file));
        changeTexts(redmine, file, {
          table: 'attachments',
          values: objectIn(body, 'attachment'),
          required: ['filename'],
          optional: ['description'],
        });
      },
    },
    {
      method: 'DELETE',
      path: /^\/attachments\/(\d+)\.json$/,
      answer: ({ user }, [id]) => {
        const file = there(rows.find('attachments', Number(id)));
        deleteFile(redmine, writable(file, projectOf(file)), user.id);
      },
    },
    {
      method: 'GET',
      path: /^\/time_entries\.json$/,
      answer: ({ query }) => {
        const { rows: page, meta } = pageOf(timesAsked(redmine, query), query);
        return { time_entries: page.map((entry) => timeShape(redmine, entry)), ...meta };
      },
    },
    {
      method: 'PUT',
      path: /^\/time_entries\/(\d+)\.json$/,
      answer: ({ body }, [id]) => {
        const entry = there(rows.find('time_entries', Number(id)));
        writable(entry, numberIn(entry, 'project_id'));
        changeTexts(redmine, entry, {
          table: 'time_entries',
          values: objectIn(body, 'time_entry'),
          required: [],
          optional: ['comments'],
        });
        changeFields(redmine, { type: 'TimeEntry', id: entry.id }, objectIn(body, 'time_entry'));
      },
    },
    {
      method: 'GET',
      path: /^\/news\/(\d+)\.json$/,
      answer: (_, [id]) => ({ news: newsShape(redmine, there(rows.find('news', Number(id)))) }),
    },
    {
      method: 'PUT',
      path: /^\/news\/(\d+)\.json$/,
      answer: ({ body }, [id]) => {
        const news = there(rows.find('news', Number(id)));
        writable(news, numberIn(news, 'project_id'));
        changeTexts(redmine, news, {
          table: 'news',
          values: objectIn(body, 'news'),
          required: ['title', 'description'],
          optional: ['summary'],
        });
      },
    },
  ];
}

interface Change {
  readonly table: 'projects' | 'attachments' | 'time_entries' | 'news';
  readonly values: Record<string, unknown>;
  readonly required: readonly string[];
  readonly optional: readonly string[];
}

function changeTexts(redmine: Redmine, row: Row, { table, values, required, optional }: Change): void {
  const given = Object.entries(values).filter(
    ([key, value]) => [...required, ...optional].includes(key) && typeof value === 'string',
  );
  const blank = given.filter(([key, value]) => required.includes(key) && String(value).trim() === '');
  if (blank.length > 0) throw invalid(...blank.map(([key]) => `${key} cannot be blank`));
  redmine.rows.update(table, row.id, Object.fromEntries(given.map(([key, value]) => [key, String(value)])));
}

function changeFields(redmine: Redmine, of: FieldsOf, values: Record<string, unknown>): void {
  const given = Array.isArray(values.custom_fields) ? values.custom_fields.filter(isObject) : [];
  const faults = fieldsAtFault(redmine, of, given);
  if (faults.length > 0) throw invalid(...faults);
  for (const { field, values: fresh } of fieldsIn(redmine, given)) redmine.setField(of, field, fresh);
}

/** The project of what a file hangs on. */
function containerProject({ rows }: Redmine, file: Row): number {
  const container = numberIn(file, 'container_id');
  switch (file.container_type) {
    case 'Issue':
      return numberIn(rows.get('issues', container), 'project_id');
    case 'News':
      return numberIn(rows.get('news', container), 'project_id');
    case 'Document':
      return numberIn(rows.get('documents', container), 'project_id');
    case 'WikiPage':
      return numberIn(rows.get('wiki_pages', container), 'wiki_id');
    default:
      return container;
  }
}

/** On an issue, the name it has at that moment goes into the history. */
function deleteFile(redmine: Redmine, file: Row, by: number): void {
  redmine.rows.delete('attachments', file.id);
  if (file.container_type !== 'Issue') return;
  const detail = {
    property: 'attachment',
    prop_key: String(file.id),
    old_value: textIn(file, 'filename'),
    value: null,
  } as const;
  redmine.journal(numberIn(file, 'container_id'), by, { details: [detail] });
}

function timesAsked({ rows }: Redmine, query: Request['query']): Row[] {
  const words = query.get('f[]') === 'comments' ? wordsOf(query.get('v[comments][]') ?? '') : [];
  return rows
    .all('time_entries')
    .filter(
      (entry) =>
        (!query.has('user_id') || textIn(entry, 'user_id') === query.get('user_id')) &&
        (!query.has('issue_id') || textIn(entry, 'issue_id') === query.get('issue_id')) &&
        words.every((word) => contains(textIn(entry, 'comments'), word)),
    );
}
