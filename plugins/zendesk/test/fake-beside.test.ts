import { describe, expect, it } from '@jest/globals';
import { at, each, withZendesk } from './fake/opened.ts';
import type { Opened, Reply } from './fake/opened.ts';

describe('the Help Center of the fake', () => {
  it('answers only with the ending .json, and not at all where the account has none', async () => {
    await withZendesk(async ({ ask, seed }) => {
      const path = `/api/v2/community/users/${String(seed.admin)}/posts`;
      expect((await ask('GET', path)).status).toBe(415);
      expect((await ask('GET', `${path}.json`)).status).toBe(200);
      seed.zendesk.configure({ helpCenter: false });
      expect((await ask('GET', `${path}.json`)).status).toBe(404);
    });
  });

  it.each([
    { what: 'a post', kind: 'post', place: 'community/posts/ID', list: 'posts', part: 'community' },
    {
      what: 'a comment on a post',
      kind: 'post-comment',
      place: 'community/posts/1/comments/ID',
      list: 'comments',
      part: 'community',
    },
    {
      what: 'a comment on an article',
      kind: 'article-comment',
      list: 'comments',
      part: 'help_center',
      place: 'help_center/en-us/articles/1/comments/ID',
    },
  ] as const)('shows, changes and hides $what, and refuses a blank one', async ({ kind, place, list, part }) => {
    const key = kind === 'post' ? 'post' : 'comment';
    await withZendesk(async ({ ask, seed }) => {
      const id = seed.helpText(seed.admin, { kind, title: 'Title', body: '<p>I am Zoë</p>' });
      const path = `/api/v2/${place.replace('ID', String(id))}.json`;
      const own = `/api/v2/${part}/users/${String(seed.admin)}/${list}.json`;
      expect(each(await ask('GET', own), list, 'id')).toEqual([id]);
      const text = kind === 'post' ? 'details' : 'body';
      const put = (values: unknown): Promise<Reply> => ask('PUT', path, { body: { [key]: values } });
      expect(at((await put({ [text]: 'Anonymized' })).json, `${key}.${text}`)).toBe('Anonymized');
      expect((await put(kind === 'post' ? { title: '' } : { body: ' ' })).status).toBe(422);
      expect((await ask('DELETE', path)).status).toBe(204);
      expect(each(await ask('GET', own), list, 'id')).toEqual([]);
      expect((await ask('GET', path)).status).toBe(404);
      expect(seed.zendesk.helpTexts.get(id).body).toBe('Anonymized');
    });
  });

  it('takes votes and subscriptions away, the latter where they are', async () => {
    await withZendesk(async ({ ask, seed }) => {
      const vote = seed.helpMark(seed.admin, { kind: 'vote' });
      const mark = seed.helpMark(seed.admin, { kind: 'subscription', content_type: 'Post', content_id: 7 });
      const own = `/api/v2/help_center/users/${String(seed.admin)}`;
      expect(each(await ask('GET', `${own}/votes.json`), 'votes', 'id')).toEqual([vote]);
      expect(each(await ask('GET', `${own}/subscriptions.json`), 'subscriptions', 'content_type')).toEqual(['Post']);
      const remove = async (path: string): Promise<number> => (await ask('DELETE', `/api/v2/${path}.json`)).status;
      expect(await remove(`help_center/articles/7/subscriptions/${String(mark)}`)).toBe(404);
      expect(await remove(`community/posts/8/subscriptions/${String(mark)}`)).toBe(404);
      expect(await remove(`community/posts/7/subscriptions/${String(mark)}`)).toBe(204);
      expect(await remove(`help_center/votes/${String(vote)}`)).toBe(204);
      expect(await remove(`help_center/votes/${String(vote)}`)).toBe(404);
      expect(seed.zendesk.helpMarks.all()).toEqual([]);
    });
  });
});

describe('side conversations of the fake', () => {
  it('are shown and never blanked', async () => {
    await withZendesk(async ({ ask, seed }) => {
      const by = seed.admin;
      const ticket = seed.ticket({ by, subject: 'One', comments: [] });
      seed.sideConversation(ticket, {
        subject: 'Zoë',
        participants: [{ email: 'a@b.test' }],
        events: [{ message: 'hi', from: 'a@b.test' }],
      });
      const path = `/api/v2/tickets/${String(ticket)}/side_conversations`;
      const reply = await ask('GET', `${path}?include=events`);
      expect(at(reply.json, 'side_conversations.0')).toMatchObject({
        subject: 'Zoë',
        preview_text: 'hi',
        state: 'open',
      });
      expect(at(reply.json, 'side_conversations.0.events.0.message.body')).toBe('hi');
      expect((await ask('PUT', `${path}/side-1`, { body: { side_conversation: { subject: '' } } })).status).toBe(404);
    });
  });
});

describe('records of the fake', () => {
  const base = '/api/v2/custom_objects/anonymization/records';
  const create = ({ ask }: Opened, external_id: string, fields: unknown = {}): Promise<Reply> =>
    ask('POST', base, {
      body: { custom_object_record: { name: external_id, external_id, custom_object_fields: fields } },
    });
  const withObject = (act: (opened: Opened) => Promise<void>, uniqueExternalIds = true): Promise<void> =>
    withZendesk(act, { account: { customObjects: ['anonymization'], uniqueExternalIds } });

  it('are there only if the account has the object', async () => {
    await withZendesk(async ({ ask }) => {
      expect((await ask('GET', base)).status).toBe(404);
      expect((await ask('POST', base, { body: { custom_object_record: { name: 'x' } } })).status).toBe(404);
    });
  });

  it('are made, found by external id, changed field by field and deleted', async () => {
    await withObject(async (opened) => {
      const { ask, seed } = opened;
      const made = await create(opened, 'lock-7', { run: 'a', agent: '1' });
      expect(made.status).toBe(201);
      const id = String(at(made.json, 'custom_object_record.id'));
      await create(opened, 'lock-8');
      const found = await ask('GET', `${base}?filter[external_ids]=lock-7&page[size]=100`);
      expect(each(found, 'custom_object_records', 'id')).toEqual([id]);
      const body = { custom_object_record: { custom_object_fields: { run: 'b' } } };
      const changed = await ask('PATCH', `${base}/${id}`, { body });
      expect(at(changed.json, 'custom_object_record.custom_object_fields')).toEqual({ run: 'b', agent: '1' });
      expect((await ask('DELETE', `${base}/${id}`)).status).toBe(204);
      expect((await ask('GET', `${base}/${id}`)).status).toBe(404);
      expect((await ask('PATCH', `${base}/${id}`, { body })).status).toBe(404);
      expect(seed.zendesk.customRecords.all()).toHaveLength(1);
    });
  });

  it.each([
    [true, 422],
    [false, 201],
  ])('have an external id once where the account keeps them unique: %s', async (unique, status) => {
    await withObject(async (opened) => {
      await create(opened, 'lock-7');
      expect((await create(opened, 'lock-7')).status).toBe(status);
    }, unique);
  });

  it('are made or changed by external id, newest first if asked', async () => {
    await withObject(async ({ ask, later }) => {
      const put = (key: string, run: string): Promise<Reply> =>
        ask('PATCH', `${base}?external_id=${key}`, {
          body: { custom_object_record: { name: key, custom_object_fields: { run } } },
        });
      for (const [key, run] of [
        ['a', '1'],
        ['b', '2'],
        ['a', '3'],
      ] as const) {
        await put(key, run);
        await later(1);
      }
      const newest = await ask('GET', `${base}?sort=-updated_at&page[size]=1`);
      expect(each(newest, 'custom_object_records', 'custom_object_fields.run')).toEqual(['3']);
      const cursor = encodeURIComponent(String(at(newest.json, 'meta.after_cursor')));
      const next = await ask('GET', `${base}?sort=-updated_at&page[size]=1&page[after]=${cursor}`);
      expect(each(next, 'custom_object_records', 'external_id')).toEqual(['b']);
      expect(at(next.json, 'meta.has_more')).toBe(false);
    });
  });
});
