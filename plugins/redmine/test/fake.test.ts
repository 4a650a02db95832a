import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { Seed, adminKey } from './fake/seed.ts';
import { FakeServer } from './fake/server.ts';

/** What a real Redmine answered: see record-shapes.mjs. */
const real = z
  .object({ answers: z.record(z.string(), z.array(z.string())), statuses: z.record(z.string(), z.unknown()) })
  .parse(JSON.parse(readFileSync(new URL('shapes.json', import.meta.url), 'utf8')));

type Asked = readonly [method: string, path: string, body?: unknown];

function shapeOf(value: unknown, at = ''): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((one) => shapeOf(one, `${at}[]`));
  if (value === null || typeof value !== 'object') return [`${at} ${value === null ? 'null' : typeof value}`];
  return Object.entries(value).flatMap(([name, one]) => shapeOf(one, at === '' ? name : `${at}.${name}`));
}

/** The same things as record-shapes.mjs makes. */
function filled(): Seed {
  const seed = new Seed();
  seed.field('issue', 'Callback', {});
  seed.field('issue', 'Involved', { field_format: 'user', multiple: true });
  for (const type of ['project', 'time_entry']) seed.field(type, 'Contact', {});
  const by = seed.user({
    ...{ login: 'shape', firstname: 'Shape', lastname: 'One', addresses: ['shape@mail.test'], role: 'Reporter' },
    fields: { Phone: '555' },
  });
  const issue = seed.issue({ by, subject: 'Shape one', description: 'other' });
  seed.file({ on: 'Issue', id: issue, by, name: 'a.txt', description: 'd', inside: 'x' });
  const details = [{ property: 'attr', prop_key: 'description', old_value: 'text', value: 'other' }] as const;
  seed.note(issue, seed.admin, { notes: 'note', details });
  seed.note(issue, seed.admin, { notes: 'only a note' });
  seed.redmine.watch(by, 'Issue', issue);
  seed.time({ by: seed.admin, issue, comments: 'Shape one' });
  const page = seed.page('Shape', seed.admin, { versions: ['Shape one', 'Shape one 2'], comments: 'c' });
  seed.file({ on: 'WikiPage', id: page, by, name: 'w.txt', inside: 'x' });
  const news = seed.news(seed.admin, { title: 'Shape one', summary: 's', description: 'd' });
  seed.file({ on: 'News', id: news, by, name: 'n.txt', inside: 'x' });
  seed.file({ on: 'Project', id: seed.project, by, name: 'f.txt', inside: 'x' });
  return seed;
}

const cell = { table: 'issues', id: '1', column: 'subject' };
const asked: Readonly<Record<string, Asked>> = {
  'one account': ['GET', '/users/2.json?include=memberships,auth_source'],
  accounts: ['GET', '/users.json?status=1&limit=100'],
  role: ['GET', '/roles/1.json'],
  fields: ['GET', '/custom_fields.json'],
  projects: ['GET', '/projects.json?limit=100'],
  'one project': ['GET', '/projects/1.json'],
  files: ['GET', '/projects/1/files.json'],
  issues: ['GET', '/issues.json?issue_id=1&status_id=*&include=attachments'],
  'one issue': ['GET', '/issues/1.json?include=journals,attachments,watchers'],
  'spent time': ['GET', '/time_entries.json?issue_id=1'],
  search: ['GET', '/search.json?q=Shape&attachments=1&limit=100'],
  news: ['GET', '/news/1.json?include=attachments,comments'],
  'wiki pages': ['GET', '/projects/1/wiki/index.json'],
  'wiki page': ['GET', '/projects/1/wiki/Shape.json?include=attachments'],
  'wiki version': ['GET', '/projects/1/wiki/Shape/1.json?include=attachments'],
  'part: status': ['GET', '/lethe/status.json'],
  'part: traces': ['POST', '/lethe/traces.json', { person: '2', whole_issues: true }],
  'part: reread': ['POST', '/lethe/reread.json', { rows: [cell, { ...cell, id: '999999999' }] }],
  'part: change': [
    'POST',
    '/lethe/change.json',
    {
      changes: [
        { ...cell, text: 'Shape' },
        { table: 'roles', id: '1', column: 'permissions', text: 'x' },
      ],
    },
  ],
};
const refused: Readonly<Record<string, Asked>> = {
  'a wrong key': ['GET', '/users/current.json'],
  'an account that is not there': ['GET', '/users/999999999.json'],
  'an issue that is not there': ['GET', '/issues/999999999.json'],
  'a blank first name': ['PUT', '/users/2.json', { user: { firstname: '' } }],
  'a blank last name': ['PUT', '/users/2.json', { user: { lastname: '' } }],
  'a blank address': ['PUT', '/users/2.json', { user: { mail: '' } }],
  'a blank login': ['PUT', '/users/2.json', { user: { login: '' } }],
  'a login somebody has': ['PUT', '/users/2.json', { user: { login: 'lethe' } }],
  'a blank subject': ['PUT', '/issues/1.json', { issue: { subject: '' } }],
  'a subject of 256 letters': ['PUT', '/issues/1.json', { issue: { subject: 'x'.repeat(256) } }],
  'a blank wiki page': ['PUT', '/projects/1/wiki/Shape.json', { wiki_page: { text: '' } }],
  'a blank news title': ['PUT', '/news/1.json', { news: { title: '' } }],
  'another author': ['PUT', '/issues/1.json', { issue: { author_id: 1 } }],
  'a note': ['PUT', '/journals/2.json', { journal: { notes: 'other' } }],
  'part: an unknown key': ['POST', '/lethe/traces.json', { person: '2', x: 1 }],
};

async function call(server: FakeServer, [method, path, body]: Asked, key = adminKey): Promise<Response> {
  const headers = { 'X-Redmine-API-Key': key, 'Content-Type': 'application/json' };
  return fetch(server.address + path, {
    method,
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

describe('the fake', () => {
  it.each(Object.keys(asked))('answers in the shape a real Redmine answers in: %s', async (name) => {
    const server = await FakeServer.start(filled().redmine, true);
    try {
      const response = await call(server, asked[name] ?? ['GET', '/']);
      const shape = [...new Set(shapeOf(await response.json()))];
      const places = (some: readonly string[]): readonly string[] =>
        [...new Set(some.map((one) => one.split(' ')[0] ?? ''))].filter((place) => !optional.test(place)).sort();
      expect(shape.filter((one) => !(real.answers[name] ?? []).includes(one) && !optional.test(one))).toEqual([]);
      expect(places(shape)).toEqual(places(real.answers[name] ?? []));
    } finally {
      await server.close();
    }
  });

  it.each(Object.keys(refused))('refuses as a real Redmine refuses: %s', async (name) => {
    const server = await FakeServer.start(filled().redmine, true);
    try {
      const response = await call(server, refused[name] ?? ['GET', '/'], name === 'a wrong key' ? 'wrong' : adminKey);
      expect(response.status).toBe(real.statuses[name]);
    } finally {
      await server.close();
    }
  });
});

/** Facts and fields that stand in some rows of a Redmine and not in others. */
const optional =
  /\.facts\.|\.links\.|custom_fields\[\]\.(?:multiple|value\[\])|custom_fields\[\]\.trackers|groups|parent/;
