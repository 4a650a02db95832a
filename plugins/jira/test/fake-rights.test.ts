import { describe, expect, it } from '@jest/globals';
import { docOf } from './fake/adf.ts';
import { at, withJira, withToken } from './fake/opened.ts';
import type { Answered } from './fake/opened.ts';
import { agents, apps } from './fake/rights.ts';
import { admin } from './fake/seed.ts';
import { api, withRequest } from './fake/scene.ts';
import type { Scene } from './fake/scene.ts';
import { anonymizePermission } from './fake/site.ts';

describe('an issue the app may not see', () => {
  const hide: Readonly<Record<string, (scene: Scene) => void>> = {
    'by its security level': ({ seed, issue }) => {
      const { id } = seed.jira.projects.having('key', 'HELP')[0]!;
      seed.jira.projects.update(id, { levels: { Board: [agents] } });
      seed.jira.issues.update(issue, { security: 'Board' });
    },
    'as its project is not for apps': ({ seed }) => {
      seed.without('HELP', 'BROWSE_PROJECTS', apps);
    },
  };

  it.each(Object.entries(hide))('is not there, %s', async (_, hidden) => {
    await withRequest(async (scene) => {
      const { ask, ada, bo, issue, comment, file, path } = scene;
      hidden(scene);
      expect((await ask('GET', path)).status).toBe(404);
      expect((await ask('GET', path, { as: bo })).status).toBe(200);
      expect((await ask('PUT', path, { body: { fields: { summary: 'x' } } })).status).toBe(404);
      expect((await ask('DELETE', `${api}/attachment/${file}`)).status).toBe(404);
      const found = await ask('POST', `${api}/search/jql`, { body: { jql: `reporter = "${ada}"` } });
      expect(at(found.json, 'issues')).toEqual([]);
      const fetched = await ask('POST', `${api}/issue/bulkfetch`, { body: { issueIdsOrKeys: [String(issue)] } });
      expect(fetched.json).toMatchObject({ issues: [], issueErrors: [{ id: String(issue) }] });
      const comments = await ask('POST', `${api}/comment/list`, { body: { ids: [comment] } });
      expect(at(comments.json, 'values')).toEqual([]);
      const log = await ask('POST', `${api}/changelog/bulkfetch`, { body: { issueIdsOrKeys: [String(issue)] } });
      expect(at(log.json, 'issueChangeLogs')).toEqual([]);
      const check = { projectPermissions: [{ permissions: ['EDIT_ISSUES'], issues: [issue] }] };
      const rights = await ask('POST', `${api}/permissions/check`, { body: check });
      expect(at(rights.json, 'projectPermissions.0.issues')).toEqual([]);
    });
  });
});

describe('a comment for some only', () => {
  it.each([
    ['a role', { type: 'role', value: 'Administrators' }, true],
    ['a group', { type: 'group', value: agents }, false],
  ] as const)(
    'is there for the members of %s, also in totals, and keeps who may read it',
    async (_, visibility, isForApp) => {
      await withRequest(async ({ seed, ask, bo, issue, path }) => {
        const id = seed.comment(issue, { by: bo, body: 'Between us', visibility });
        const all = await ask('GET', `${path}/comment`);
        expect(at(all.json, 'total')).toBe(isForApp ? 2 : 1);
        const edited = await ask('PUT', `${path}/comment/${id}`, { body: { body: docOf('[removed]') } });
        expect(edited.status).toBe(isForApp ? 200 : 404);
        expect(seed.jira.comments.get(id).visibility).toEqual(visibility);
      });
    },
  );
});

describe('the permission of the app', () => {
  const key = encodeURIComponent(anonymizePermission);
  const mine = ({ ask, bo }: Scene): Promise<Answered> =>
    ask('GET', `${api}/mypermissions?permissions=${key}`, { as: bo });

  it('is nobody’s until it is granted, as a permission of the whole site', async () => {
    await withRequest(async (scene) => {
      const { ask, seed, bo } = scene;
      const check = { accountId: bo, globalPermissions: [anonymizePermission, 'BULK_CHANGE'] };
      const granted = async (): Promise<unknown> =>
        at((await ask('POST', `${api}/permissions/check`, { body: check })).json, 'globalPermissions');
      expect(at((await mine(scene)).json, 'permissions')).toEqual({
        [anonymizePermission]: expect.objectContaining({ havePermission: false, type: 'GLOBAL' }),
      });
      expect(await granted()).toEqual(['BULK_CHANGE']);
      seed.grantAnonymize(agents);
      expect(at((await mine(scene)).json, 'permissions')).toEqual({
        [anonymizePermission]: expect.objectContaining({ havePermission: true }),
      });
      expect(await granted()).toEqual([anonymizePermission, 'BULK_CHANGE']);
    });
  });

  it.each([
    ['an unknown permission', 'permissions=FLY', 400],
    ['no permission', 'permissions=', 400],
    ['an issue there is not', 'permissions=EDIT_ISSUES&issueKey=HELP-9', 404],
    ['a permission on an issue', 'permissions=EDIT_ISSUES&issueKey=HELP-1', 200],
  ])('is asked for as others: %s', async (_, query, status) => {
    await withRequest(async ({ ask, bo }) => {
      expect((await ask('GET', `${api}/mypermissions?${query}`, { as: bo })).status).toBe(status);
    });
  });

  it('of others is told to administrators only', async () => {
    await withRequest(async ({ ask, ada, bo, seed }) => {
      const body = { accountId: ada, globalPermissions: ['ADMINISTER'] };
      expect((await ask('POST', `${api}/permissions/check`, { body, as: bo })).status).toBe(403);
      expect((await ask('POST', `${api}/permissions/check`, { body, as: seed.admin })).status).toBe(200);
    });
  });
});

describe('whoever calls', () => {
  it.each<[string, number, Parameters<Scene['ask']>[2]]>([
    ['with an address and its token', 200, { authorization: withToken }],
    ['with a bearer token', 200, { authorization: `Bearer ${admin.bearer}` }],
    ['with somebody else’s address', 401, { authorization: `Basic ${btoa(`bo.lund@helpdesk.test:${admin.token}`)}` }],
    ['with a wrong token', 401, { authorization: 'Bearer wrong' }],
    ['without anything', 401, { authorization: '' }],
    ['as an app', 200, {}],
    ['as somebody Jira does not know', 401, { as: '712020:nobody' }],
  ])('%s is answered %d', async (_, status, asking) => {
    await withRequest(async ({ ask }) => {
      expect((await ask('GET', `${api}/myself`, asking)).status).toBe(status);
    });
  });

  it('as a customer is nobody to Forge', async () => {
    await withRequest(async ({ ask, ada }) => {
      expect((await ask('GET', `${api}/myself`, { as: ada })).status).toBe(401);
    });
  });

  it('is recorded: in whose name, whether it writes, what it costs', async () => {
    await withRequest(async ({ ask, fake, seed, path, ada }) => {
      await ask('GET', path, { as: seed.admin });
      await ask('PUT', path, { body: { fields: { summary: 'x' } } });
      await ask('POST', `${api}/search/jql`, { body: { jql: `reporter = "${ada}"` } });
      await ask('GET', `${api}/user/search?query=ada`, { authorization: withToken });
      expect(fake.made.map(({ method, as, isWrite, points, status }) => [method, as, isWrite, points, status])).toEqual(
        [
          ['GET', 'user', false, 2, 200],
          ['PUT', 'app', true, 1, 204],
          ['POST', 'app', false, 2, 200],
          ['GET', 'user', false, 3, 200],
        ],
      );
    });
  });
});

describe('a right that is missing', () => {
  const changes: Readonly<Record<string, (scene: Scene) => Promise<Answered>>> = {
    issues: ({ ask, path }) => ask('PUT', path, { body: { fields: { summary: 'x' } } }),
    comments: ({ ask, path, comment }) => ask('PUT', `${path}/comment/${comment}`, { body: { body: docOf('x') } }),
    files: ({ ask, file }) => ask('DELETE', `${api}/attachment/${file}`),
    work: ({ ask, path, worklog }) => ask('PUT', `${path}/worklog/${worklog}`, { body: { comment: docOf('') } }),
    watchers: ({ ask, path, bo }) => ask('DELETE', `${path}/watchers?accountId=${bo}`),
    participants: ({ ask, issue, ada }) =>
      ask('DELETE', `/rest/servicedeskapi/request/${issue}/participant`, { body: { accountIds: [ada] } }),
  };

  it.each([
    { what: 'issues', permission: 'EDIT_ISSUES', status: 400 },
    { what: 'comments', permission: 'EDIT_ALL_COMMENTS', status: 400 },
    { what: 'files', permission: 'DELETE_ALL_ATTACHMENTS', status: 403 },
    { what: 'work', permission: 'EDIT_ALL_WORKLOGS', status: 400 },
    { what: 'watchers', permission: 'MANAGE_WATCHERS', status: 403 },
    { what: 'participants', permission: 'EDIT_ISSUES', status: 403 },
  ])('on $what refuses the change and nothing else', async ({ what, permission, status }) => {
    await withRequest(async (scene) => {
      scene.seed.without('HELP', permission, apps);
      const before = [...scene.fake.dump()].join('');
      expect((await changes[what]?.(scene))?.status).toBe(status);
      expect([...scene.fake.dump()].join('')).toBe(before);
    });
  });

  it('to change in bulk refuses to begin, and to look', async () => {
    await withRequest(async ({ seed, ask, issue }) => {
      seed.revoke('BULK_CHANGE', apps);
      const editedFieldsInput = { singleLineTextFields: [{ fieldId: 'summary', text: 'x' }] };
      const body = { selectedIssueIdsOrKeys: [String(issue)], selectedActions: ['summary'], editedFieldsInput };
      expect((await ask('POST', `${api}/bulk/issues/fields`, { body })).status).toBe(400);
      expect((await ask('GET', `${api}/bulk/issues/fields?issueIdsOrKeys=${issue}`)).status).toBe(403);
    });
  });

  it('to look people up finds nobody', async () => {
    await withRequest(async ({ seed, ask, ada }) => {
      seed.revoke('USER_PICKER', apps);
      expect((await ask('GET', `${api}/user/search?query=ada`)).json).toEqual([]);
      expect((await ask('GET', `${api}/user?accountId=${encodeURIComponent(ada)}`)).status).toBe(403);
    });
  });

  it('to administer the site refuses apps and agents to delete users and to close the portal', async () => {
    await withRequest(async ({ seed, ask, ada, bo }) => {
      const account = encodeURIComponent(ada);
      const close = `/rest/servicedeskapi/customer/user/${account}/revoke-portal-only-access`;
      for (const asking of [{}, { as: bo }]) {
        expect((await ask('DELETE', `${api}/user?accountId=${account}`, asking)).status).toBe(403);
        expect((await ask('PUT', close, asking)).status).toBe(403);
      }
      expect((await ask('PUT', close, { as: seed.admin })).status).toBe(204);
      expect(seed.jira.user(ada)).toMatchObject({ portalAccess: false, email: 'ada.king@lovelace.test' });
      expect((await ask('DELETE', `${api}/user?accountId=${account}`, { as: seed.admin })).status).toBe(204);
      expect((await ask('DELETE', `${api}/user?accountId=${account}`, { as: seed.admin })).status).toBe(404);
      expect(seed.jira.user(ada)).toMatchObject({ displayName: 'Former user', email: null });
    });
  });

  it('may keep the app from customer accounts, where the site wants people there', async () => {
    await withRequest(
      async ({ seed, ask, ada }) => {
        const path = `/jsm/csm/api/v1/customer/account/${encodeURIComponent(ada)}`;
        const headers = { 'X-ExperimentalApi': 'opt-in' };
        expect((await ask('GET', path, { headers })).status).toBe(403);
        expect((await ask('GET', path, { headers, as: seed.admin })).status).toBe(200);
      },
      { site: { customersAsApp: false } },
    );
  });

  it('to override screens is never a token’s', async () => {
    await withJira(async ({ seed, ask }) => {
      const issue = seed.issue({ summary: 'x' });
      seed.field('Hidden', { onScreen: false });
      const path = `${api}/issue/${issue}`;
      const body = { fields: { [seed.field('Hidden')]: 'y' } };
      expect((await ask('PUT', path, { body })).status).toBe(400);
      expect((await ask('PUT', `${path}?overrideScreenSecurity=true`, { body, authorization: withToken })).status).toBe(
        403,
      );
      expect((await ask('PUT', `${path}?overrideScreenSecurity=true`, { body })).status).toBe(204);
      seed.jira.issues.update(issue, { editable: false });
      expect((await ask('PUT', path, { body: { fields: { summary: 'z' } } })).status).toBe(400);
      expect(
        (await ask('PUT', `${path}?overrideEditableFlag=true`, { body: { fields: { summary: 'z' } } })).status,
      ).toBe(204);
    });
  });
});
