import { describe, expect, it } from '@jest/globals';
import { at, each } from './fake/opened.ts';
import { api, withRequest } from './fake/scene.ts';
import type { Scene } from './fake/scene.ts';

const headers = { 'X-ExperimentalApi': 'opt-in' };
const customers = '/jsm/csm/api/v1/customer';

describe('people of the fake', () => {
  it.each<[string, string, readonly string[]]>([
    ['the beginning of a name', 'Ada', ['Ada King', 'Ada Hidden']],
    ['another part of it', 'king', ['Ada King']],
    ['an address', 'ada.king@lovelace.test', ['Ada King']],
    ['an address that is hidden', 'ada@hidden.test', ['Ada Hidden']],
    ['a part of an address that is no beginning', 'lovelace', []],
    ['a closed account', 'closed', []],
  ])('are found by %s', async (_, query, names) => {
    await withRequest(async ({ ask, seed }) => {
      seed.user({ name: 'Ada Hidden', email: 'ada@hidden.test', emailHidden: true });
      seed.user({ name: 'Closed Account', email: 'closed@lovelace.test', active: false });
      const found = await ask('GET', `${api}/user/search?query=${encodeURIComponent(query)}`);
      expect(each(found, '', 'displayName')).toEqual(names);
      const hidden = each(found, '', 'emailAddress')[names.indexOf('Ada Hidden')];
      expect(hidden).toBeUndefined();
    });
  });

  it.each([
    ['nothing', ''],
    ['two things', 'query=a&accountId=b'],
  ])('are not looked for by %s', async (_, query) => {
    await withRequest(async ({ ask }) => {
      expect((await ask('GET', `${api}/user/search?${query}`)).status).toBe(400);
    });
  });

  it('are shown closed too, with groups and products if asked', async () => {
    await withRequest(async ({ ask, seed, bo }) => {
      const path = `${api}/user?accountId=${bo}`;
      const shown = await ask('GET', `${path}&expand=groups,applicationRoles`);
      expect(shown.json).toMatchObject({
        groups: { size: 1, items: [{ name: 'jira-servicemanagement-users' }] },
        applicationRoles: { items: [{ key: 'jira-servicedesk' }] },
      });
      seed.jira.users.update(seed.jira.known(bo).id, { active: false });
      expect((await ask('GET', path)).json).toMatchObject({ active: false, displayName: 'Bo Lund' });
      expect((await ask('GET', `${api}/user?accountId=nobody`)).status).toBe(404);
    });
  });

  it('keep their place in what they did after they are deleted, and nothing of themselves', async () => {
    await withRequest(async ({ ask, seed, fake, ada, path }) => {
      const account = `${customers}/account/${encodeURIComponent(ada)}`;
      expect((await ask('DELETE', account, { headers })).status).toBe(204);
      const { json } = await ask('GET', path);
      expect(at(json, 'fields.reporter')).toMatchObject({ accountId: ada, displayName: 'Former user', active: false });
      expect(at(json, 'fields.comment.comments.0.author.displayName')).toBe('Former user');
      const users = [...fake.dump()].filter((one) => one.startsWith('users ')).join('');
      for (const text of ['Ada King', 'ada.king', '01 234']) expect(users).not.toContain(text);
      expect((await ask('DELETE', account, { headers })).status).toBe(404);
      expect(seed.jira.known(ada).accountType).toBe('customer');
    });
  });
});

describe('a customer of the fake', () => {
  it.each<[string, (scene: Scene) => string]>([
    ['whoever has an Atlassian account', ({ bo }) => bo],
    ['nobody', () => 'nobody'],
  ])('is not %s', async (_, accountOf) => {
    await withRequest(async (scene) => {
      const account = encodeURIComponent(accountOf(scene));
      for (const path of [`${customers}/account/${account}`, `${customers}/${account}`])
        expect((await scene.ask('GET', path, { headers })).status).toBe(404);
    });
  });

  it('has details, which are cleared one by one', async () => {
    await withRequest(async ({ ask, ada }) => {
      const path = `${customers}/${encodeURIComponent(ada)}`;
      expect(at((await ask('GET', path, { headers })).json, 'details')).toMatchObject([
        { name: 'Phone', values: ['01 234'] },
      ]);
      const set = (name: string, body: unknown): ReturnType<typeof ask> =>
        ask('PUT', `${path}/details?fieldName=${name}`, { headers, body });
      expect((await set('Age', { values: [] })).status).toBe(404);
      expect((await set('Phone', { values: null })).status).toBe(400);
      expect((await set('Phone', { values: [] })).status).toBe(200);
      expect(at((await ask('GET', path, { headers })).json, 'details')).toMatchObject([{ name: 'Phone', values: [] }]);
    });
  });

  it('has a name that is not empty', async () => {
    await withRequest(async ({ ask, ada }) => {
      const path = `${customers}/account/${encodeURIComponent(ada)}`;
      for (const body of [{ displayName: ' ' }, {}, { displayName: 'x', email: 'x@y.test' }])
        expect((await ask('PUT', path, { headers, body })).status).toBe(400);
    });
  });
});
