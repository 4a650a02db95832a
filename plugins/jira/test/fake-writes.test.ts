import { describe, expect, it } from '@jest/globals';
import { docOf } from './fake/adf.ts';
import { at, each, withJira } from './fake/opened.ts';
import type { Answered } from './fake/opened.ts';
import { apps } from './fake/rights.ts';
import { api, withRequest } from './fake/scene.ts';
import type { Scene } from './fake/scene.ts';

const doc = (content: unknown): unknown => ({ type: 'doc', version: 1, content });

describe('an issue of the fake', () => {
  it.each<[string, unknown]>([
    ['no body', undefined],
    ['a property nobody knows', { fields: {}, notify: false }],
    ['a field nobody knows', { fields: { customfield_1: 'x' } }],
    ['an empty summary', { fields: { summary: '' } }],
    ['a summary that is too long', { fields: { summary: 'x'.repeat(256) } }],
    ['a summary of two lines', { fields: { summary: 'x\ny' } }],
    ['a plain description', { fields: { description: 'x' } }],
    ['a document without a version', { fields: { description: { type: 'doc', content: [] } } }],
    [
      'an empty text in a document',
      { fields: { description: doc([{ type: 'paragraph', content: [{ type: 'text', text: '' }] }]) } },
    ],
    ['a node nobody knows', { fields: { description: doc([{ type: 'poem' }]) } }],
    [
      'a mention of nobody',
      { fields: { description: doc([{ type: 'paragraph', content: [{ type: 'mention', attrs: {} }] }]) } },
    ],
    ['a field in both places', { fields: { summary: 'x' }, update: { summary: [{ set: 'y' }] } }],
    ['history that says what is not asked for', { fields: {}, historyMetadata: { person: 'Ada' } }],
    [
      'two comments',
      {
        update: { comment: [{ edit: { id: '20001', body: docOf('x') } }, { edit: { id: '20001', body: docOf('y') } }] },
      },
    ],
    [
      'a comment that is not there',
      { fields: { summary: 'x' }, update: { comment: [{ edit: { id: '9', body: docOf('x') } }] } },
    ],
    [
      'an empty comment',
      { fields: { summary: 'x' }, update: { comment: [{ edit: { id: '20001', body: docOf('') } }] } },
    ],
    ['an account nobody has', { update: { customfield_10004: [{ add: { accountId: 'x' } }] } }],
    [
      'a property that is too long',
      { fields: { summary: 'x' }, properties: [{ key: 'k', value: 'x'.repeat(32_768) }] },
    ],
  ])('refuses %s, as a whole', async (_, body) => {
    await withRequest(async ({ ask, fake, path }) => {
      const before = [...fake.dump()].join('');
      expect((await ask('PUT', path, { body })).status).toBe(400);
      expect([...fake.dump()].join('')).toBe(before);
    });
  });

  it('takes fields, one comment and a mark in one call', async () => {
    await withRequest(async ({ ask, seed, issue, comment, path }) => {
      const body = {
        fields: { summary: 'Anonymized request', description: docOf(' ') },
        update: { comment: [{ edit: { id: String(comment), body: docOf('[removed]') } }] },
        properties: [{ key: 'anonymize-user', value: { erasureId: 'run-1' } }],
        historyMetadata: { type: 'lethe:erasure' },
      };
      expect((await ask('PUT', path, { body })).status).toBe(204);
      expect(seed.jira.issues.get(issue)).toMatchObject({
        values: { summary: 'Anonymized request', description: null },
        properties: { 'anonymize-user': { erasureId: 'run-1' }, 'request.channel.type': { value: 'email' } },
      });
      expect(seed.jira.comments.get(comment)).toMatchObject({ body: docOf('[removed]'), updateAuthor: seed.app });
      const [entry, ...others] = seed.jira.histories.having('issue', issue);
      expect(entry).toMatchObject({ author: seed.app, metadata: { type: 'lethe:erasure' } });
      expect([entry?.items.length, others]).toEqual([2, []]);
    });
  });

  it('may take no comment beside its fields', async () => {
    await withRequest(
      async ({ ask, comment, path }) => {
        const update = { comment: [{ edit: { id: String(comment), body: docOf('x') } }] };
        expect((await ask('PUT', path, { body: { update } })).status).toBe(400);
      },
      { site: { takesCommentsInIssues: false } },
    );
  });

  it('writes nothing down where nothing changes', async () => {
    await withRequest(async ({ ask, seed, path, issue }) => {
      const body = { fields: { summary: 'Broken printer of Ada', environment: null } };
      expect((await ask('PUT', path, { body })).status).toBe(204);
      expect(seed.jira.histories.having('issue', issue)).toEqual([]);
      expect(seed.jira.outbox).toEqual([]);
    });
  });

  it('is found by its former key', async () => {
    await withRequest(async ({ ask, seed, issue }) => {
      seed.jira.issues.update(issue, { key: 'DEV-7', formerKeys: ['HELP-1'] });
      expect(at((await ask('GET', `${api}/issue/HELP-1`)).json, 'key')).toBe('DEV-7');
    });
  });
});

describe('people on an issue of the fake', () => {
  const remove: Readonly<Record<string, (scene: Scene) => Promise<Answered>>> = {
    'by the service desk': ({ ask, issue, ada }) =>
      ask('DELETE', `/rest/servicedeskapi/request/${issue}/participant`, { body: { accountIds: [ada] } }),
    'inside the issue': ({ ask, path, seed, ada }) =>
      ask('PUT', path, {
        body: { update: { [seed.field('Request participants')]: [{ remove: { accountId: ada } }] } },
      }),
    'as a new list': ({ ask, path, seed, bo }) =>
      ask('PUT', path, { body: { fields: { [seed.field('Request participants')]: [{ accountId: bo }] } } }),
  };

  it.each(Object.entries(remove))('are taken off %s, and their names stay in the history', async (_, act) => {
    await withRequest(async (scene) => {
      const { seed, issue, ada, bo } = scene;
      expect((await act(scene)).status).toBeLessThan(300);
      expect(seed.jira.accountsOf(seed.jira.issues.get(issue), 'participants')).toEqual([bo]);
      const items = seed.jira.histories.having('issue', issue).flatMap((one) => one.items);
      expect(items).toEqual([
        expect.objectContaining({
          field: 'Request participants',
          fieldtype: 'custom',
          from: `[${ada}, ${bo}]`,
          fromString: '[Ada King, Bo Lund]',
          toString: '[Bo Lund]',
        }),
      ]);
    });
  });

  it('are no participants where nobody requests anything', async () => {
    await withJira(async ({ seed, ask }) => {
      const issue = seed.issue({ summary: 'Code', project: 'DEV' });
      const body = { accountIds: [seed.admin] };
      expect((await ask('DELETE', `/rest/servicedeskapi/request/${issue}/participant`, { body })).status).toBe(404);
      const fields = { [seed.field('Request participants')]: [] };
      expect((await ask('PUT', `${api}/issue/${issue}`, { body: { fields } })).status).toBe(400);
    });
  });

  it('watch until they are taken off, which no history tells', async () => {
    await withRequest(async ({ ask, seed, issue, bo, path }) => {
      expect((await ask('GET', `${path}/watchers`)).json).toMatchObject({
        watchCount: 1,
        watchers: [{ accountId: bo }],
      });
      expect((await ask('DELETE', `${path}/watchers?accountId=${bo}`)).status).toBe(204);
      expect((await ask('GET', `${path}/watchers`)).json).toMatchObject({ watchCount: 0, watchers: [] });
      expect(seed.jira.histories.having('issue', issue)).toEqual([]);
    });
  });
});

describe('a comment or a line of work of the fake', () => {
  it.each<[string, unknown]>([
    ['nothing', {}],
    ['a plain text', { body: 'x' }],
    ['an empty document', { body: docOf('') }],
    ['who wrote it', { body: docOf('x'), author: 'x' }],
    ['who sees it, by the shown mark', { body: docOf('x'), jsdPublic: false }],
  ])('is not written with %s', async (_, body) => {
    await withRequest(async ({ ask, path, comment }) => {
      expect((await ask('PUT', `${path}/comment/${comment}`, { body })).status).toBe(400);
    });
  });

  it('may be emptied where the site lets it, and becomes a note by its property', async () => {
    await withRequest(
      async ({ ask, path, comment }) => {
        const properties = [{ key: 'sd.public.comment', value: { internal: true } }];
        const edited = await ask('PUT', `${path}/comment/${comment}?expand=properties`, {
          body: { body: docOf(''), properties },
        });
        expect(edited.json).toMatchObject({ body: docOf(''), jsdPublic: false, properties });
      },
      { site: { takesEmptyComments: true } },
    );
  });

  it('of another issue is not there', async () => {
    await withRequest(async ({ ask, seed, comment, worklog }) => {
      const other = seed.issue({ summary: 'Other' });
      const body = { body: docOf('x') };
      expect((await ask('PUT', `${api}/issue/${other}/comment/${comment}`, { body })).status).toBe(404);
      expect(
        (await ask('PUT', `${api}/issue/${other}/worklog/${worklog}`, { body: { comment: docOf('') } })).status,
      ).toBe(404);
    });
  });

  it('keeps its time when only its words go', async () => {
    await withRequest(async ({ ask, seed, path, worklog, issue, bo }) => {
      expect(
        (await ask('PUT', `${path}/worklog/${worklog}?adjustEstimate=leave`, { body: { comment: docOf('') } })).status,
      ).toBe(200);
      expect(seed.jira.worklogs.get(worklog)).toMatchObject({ timeSpentSeconds: 600, author: bo, comment: docOf('') });
      const list = await ask('POST', `${api}/worklog/list`, { body: { ids: [worklog, 9] } });
      expect(each(list, '', 'timeSpentSeconds')).toEqual([600]);
      expect(seed.jira.histories.having('issue', issue)).toEqual([]);
    });
  });

  it('leaves its text in the history when it is deleted, unless it was for some only', async () => {
    await withRequest(async ({ ask, seed, path, comment, issue, bo }) => {
      const visibility = { type: 'role', value: 'Administrators' } as const;
      const restricted = seed.comment(issue, { by: bo, body: 'Between us', visibility });
      for (const id of [comment, restricted]) expect((await ask('DELETE', `${path}/comment/${id}`)).status).toBe(204);
      const items = seed.jira.histories.having('issue', issue).flatMap((one) => one.items);
      expect(items.map(({ from, fromString, to }) => [from, fromString, to])).toEqual([
        [String(comment), 'Write to ada.king@lovelace.test', null],
        [String(restricted), "A comment with security level 'Administrators' was removed.", null],
      ]);
      expect((await ask('GET', `${path}/comment`)).json).toMatchObject({ total: 0 });
    });
  });

  it('is listed by number, a thousand at most', async () => {
    await withRequest(async ({ ask, comment }) => {
      const list = (ids: readonly number[]): Promise<Answered> => ask('POST', `${api}/comment/list`, { body: { ids } });
      expect(at((await list([comment, 9])).json, 'total')).toBe(1);
      expect((await list([])).status).toBe(400);
      expect((await list(Array.from({ length: 1001 }, (_, at) => at))).status).toBe(400);
      expect((await list(Array.from({ length: 1000 }, (_, at) => at))).status).toBe(200);
    });
  });
});

describe('a bulk edit of the fake', () => {
  const edit = { singleLineTextFields: [{ fieldId: 'summary', text: 'Anonymized request' }] };
  const payload = (issues: readonly number[]): Readonly<Record<string, unknown>> => {
    return {
      selectedIssueIdsOrKeys: issues.map(String),
      selectedActions: ['summary'],
      editedFieldsInput: edit,
      sendBulkNotification: false,
    };
  };

  it.each<[string, object]>([
    ['more than a thousand issues', { selectedIssueIdsOrKeys: Array.from({ length: 1001 }, (_, at) => String(at)) }],
    ['more than 200 fields', { selectedActions: Array.from({ length: 201 }, (_, at) => String(at)) }],
    ['no issue', { selectedIssueIdsOrKeys: [] }],
    ['numbers for issues', { selectedIssueIdsOrKeys: [10_001] }],
    ['an action without a value', { selectedActions: ['summary', 'description'] }],
    ['a value without an action', { selectedActions: ['description'] }],
    ['an empty summary', { editedFieldsInput: { singleLineTextFields: [{ fieldId: 'summary', text: '' }] } }],
    [
      'a field in the wrong list',
      {
        selectedActions: ['description'],
        editedFieldsInput: { multipleSelectClearableUserPickerFields: [{ fieldId: 'description', users: null }] },
      },
    ],
    ['a list nobody knows', { editedFieldsInput: { textFields: [] } }],
    ['a property nobody knows', { notifyUsers: false }],
  ])('refuses %s', async (_, change) => {
    await withRequest(async ({ ask, issue }) => {
      const body = { ...payload([issue]), ...change };
      expect((await ask('POST', `${api}/bulk/issues/fields`, { body })).status).toBe(400);
    });
  });

  it('offers what the site offers, fifty at a time, and refuses the rest', async () => {
    await withJira(async ({ seed, ask }) => {
      for (let at = 0; at < 60; at += 1) seed.field(`Text ${at}`);
      seed.jira.fields.update(seed.jira.field('summary')?.id ?? 0, { inBulk: false });
      const issue = seed.issue({ summary: 'x' });
      const first = await ask('GET', `${api}/bulk/issues/fields?issueIdsOrKeys=${issue}`);
      const rest = await ask(
        'GET',
        `${api}/bulk/issues/fields?issueIdsOrKeys=${issue}&startingAfter=${String(at(first.json, 'startingAfter'))}`,
      );
      const ids = [...each(first, 'fields', 'id'), ...each(rest, 'fields', 'id')];
      expect(each(first, 'fields', 'id')).toHaveLength(50);
      expect(at(rest.json, 'startingAfter')).toBeUndefined();
      expect(ids).toEqual(
        expect.arrayContaining(['description', seed.field('Text 59'), seed.field('Request participants')]),
      );
      expect(ids).not.toContain('summary');
      expect((await ask('POST', `${api}/bulk/issues/fields`, { body: payload([issue]) })).status).toBe(400);
    });
  });

  it('does what it may, and says of each issue what it may not', async () => {
    await withJira(async ({ seed, ask, later }) => {
      const [may, closed, foreign] = ['HELP', 'HELP', 'DEV'].map((project) => seed.issue({ summary: 'Old', project }));
      seed.jira.issues.update(closed ?? 0, { editable: false });
      seed.without('DEV', 'EDIT_ISSUES', apps);
      const body = payload([may ?? 0, closed ?? 0, foreign ?? 0, 99]);
      const task = await ask('POST', `${api}/bulk/issues/fields`, { body });
      await later(1);
      const { json } = await ask('GET', `${api}/bulk/queue/${String(at(task.json, 'taskId'))}`);
      expect(json).toMatchObject({
        ...{ status: 'COMPLETE', processedAccessibleIssues: [may], totalIssueCount: 4 },
        ...{ invalidOrInaccessibleIssueCount: 1, progressPercent: 100 },
        failedAccessibleIssues: { [String(closed)]: [expect.any(String)], [String(foreign)]: [expect.any(String)] },
      });
      expect(seed.jira.issues.all().map(({ values }) => values.summary)).toEqual(['Anonymized request', 'Old', 'Old']);
      await later(14 * 86_400);
      expect((await ask('GET', `${api}/bulk/queue/${String(at(task.json, 'taskId'))}`)).status).toBe(400);
    });
  });

  it('clears documents and people, and sets people', async () => {
    await withRequest(async ({ seed, ask, later, issue, bo, ada }) => {
      const [participants, approvers] = [seed.field('Request participants'), seed.field('Approvers')];
      const editedFieldsInput = {
        richTextFields: [{ fieldId: 'description', richText: {} }],
        multipleSelectClearableUserPickerFields: [
          { fieldId: participants, users: [{ accountId: bo }] },
          { fieldId: approvers, users: null },
        ],
      };
      seed.jira.issues.update(issue, { values: { ...seed.jira.issues.get(issue).values, [approvers]: [ada] } });
      const selectedActions = ['description', participants, approvers];
      await ask('POST', `${api}/bulk/issues/fields`, {
        body: { ...payload([issue]), selectedActions, editedFieldsInput },
      });
      await later(1);
      await ask('GET', `${api}/myself`);
      expect(seed.jira.issues.get(issue).values).toMatchObject({
        description: null,
        [participants]: [bo],
        [approvers]: [],
      });
    });
  });
});

describe('properties of many issues in the fake', () => {
  it('are set later, by a task the answer leads to', async () => {
    await withRequest(async ({ ask, later, seed, issue }) => {
      const properties = { 'anonymize-user': { erasureId: 'run-1' } };
      const told = await ask('POST', `${api}/issue/properties`, { body: { entitiesIds: [issue], properties } });
      expect(told.status).toBe(303);
      const { pathname } = new URL(told.headers.get('location') ?? '');
      expect((await ask('GET', pathname)).json).toMatchObject({ status: 'ENQUEUED' });
      expect(seed.jira.issues.get(issue).properties).not.toHaveProperty('anonymize-user');
      await later(1);
      expect((await ask('GET', pathname)).json).toMatchObject({ status: 'COMPLETE', progress: 100 });
      expect(seed.jira.issues.get(issue).properties).toMatchObject(properties);
      expect(seed.jira.histories.having('issue', issue)).toEqual([]);
    });
  });

  it.each<[string, object]>([
    ['an issue nobody may edit', { entitiesIds: [10_001, 99] }],
    ['more than ten', { properties: Object.fromEntries(Array.from({ length: 11 }, (_, at) => [String(at), 1])) }],
    ['none', { properties: {} }],
    ['keys for numbers', { entitiesIds: ['HELP-1'] }],
  ])('are refused for %s', async (_, change) => {
    await withRequest(async ({ ask }) => {
      const body = { entitiesIds: [10_001], properties: { a: 1 }, ...change };
      expect((await ask('POST', `${api}/issue/properties`, { body })).status).toBe(400);
    });
  });
});
