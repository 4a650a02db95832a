import { describe, expect, it } from '@jest/globals';
import { docOf } from './fake/adf.ts';
import { at, each } from './fake/opened.ts';
import type { Opened } from './fake/opened.ts';
import { apps } from './fake/rights.ts';
import { withRequest } from './fake/scene.ts';

const searchAt = '/rest/api/3/search/jql';

describe('a search of the fake', () => {
  it('finds the reporter, participants and words of an address, with the channel in the same page', async () => {
    await withRequest(async ({ seed, ask, ada, issue }) => {
      seed.issue({ summary: 'Another', channel: 'portal' });
      for (const jql of [
        `reporter = "${ada}"`,
        `"Request participants" = "${ada}"`,
        `issuekey in updatedBy("${ada}")`,
        'text ~ "\\"ada.king@lovelace.test\\""',
        'comment ~ "\\"king lovelace\\"" OR comment ~ "lovelace ada"',
      ]) {
        const body = { jql, fields: ['summary'], properties: ['request.channel.type'] };
        const found = await ask('POST', searchAt, { body });
        expect([jql, each(found, 'issues', 'id')]).toEqual([jql, [String(issue)]]);
        expect(at(found.json, 'issues.0.properties')).toEqual({ 'request.channel.type': { value: 'email' } });
        expect(at(found.json, 'issues.0.fields')).toEqual({ summary: 'Broken printer of Ada' });
      }
    });
  });
});

describe('a change of the fake', () => {
  it('keeps old and new texts in the changelog, names of deleted files, and nothing of an edited comment', async () => {
    await withRequest(async ({ ask, issue, comment, file }) => {
      const key = String(issue);
      const edit = { fields: { summary: 'Anonymized request', description: null } };
      expect((await ask('PUT', `/rest/api/3/issue/${key}?notifyUsers=false`, { body: edit })).status).toBe(204);
      const body = docOf('[removed]');
      expect((await ask('PUT', `/rest/api/3/issue/${key}/comment/${comment}`, { body: { body } })).status).toBe(200);
      expect((await ask('DELETE', `/rest/api/3/attachment/${file}`)).status).toBe(204);
      const log = await ask('POST', '/rest/api/3/changelog/bulkfetch', { body: { issueIdsOrKeys: [key] } });
      expect(each(log, 'issueChangeLogs.0.changeHistories', 'items')).toMatchObject([
        [
          { fieldId: 'summary', fromString: 'Broken printer of Ada', toString: 'Anonymized request' },
          { fieldId: 'description', fromString: 'It is Ada’s.', toString: null },
        ],
        [{ field: 'Attachment', from: String(file), fromString: 'ada.txt', toString: null }],
      ]);
      const issues = await ask('POST', '/rest/api/3/issue/bulkfetch', { body: { issueIdsOrKeys: [key] } });
      expect(at(issues.json, 'issues.0.fields')).toMatchObject({
        summary: 'Anonymized request',
        description: null,
        attachment: [],
        comment: { comments: [{ body }] },
      });
    });
  });

  it('of many issues is done later, and says what was not there or not allowed', async () => {
    await withRequest(async ({ seed, ask, later, issue }) => {
      const hidden = seed.issue({ summary: 'Secret', project: 'DEV' });
      seed.without('DEV', 'BROWSE_PROJECTS', apps);
      const body = {
        selectedIssueIdsOrKeys: [String(issue), String(hidden)],
        selectedActions: ['summary', 'description'],
        editedFieldsInput: {
          singleLineTextFields: [{ fieldId: 'summary', text: 'Anonymized request' }],
          richTextFields: [{ fieldId: 'description', richText: {} }],
        },
        sendBulkNotification: false,
      };
      const task = await ask('POST', '/rest/api/3/bulk/issues/fields', { body });
      expect(task.status).toBe(201);
      const progress = (): ReturnType<Opened['ask']> =>
        ask('GET', `/rest/api/3/bulk/queue/${String(at(task.json, 'taskId'))}`);
      expect((await progress()).json).toMatchObject({ status: 'ENQUEUED', progressPercent: 0 });
      await later(0.5);
      expect((await progress()).json).toMatchObject({ status: 'RUNNING' });
      await later(0.5);
      expect((await progress()).json).toMatchObject({
        ...{ status: 'COMPLETE', processedAccessibleIssues: [issue] },
        ...{ invalidOrInaccessibleIssueCount: 1, totalIssueCount: 2 },
      });
      expect(seed.jira.issues.get(issue).values).toMatchObject({ summary: 'Anonymized request', description: null });
    });
  });
});

describe('an account of the fake', () => {
  it('is renamed and deleted by an experimental API, and is a former user from then on', async () => {
    await withRequest(async ({ seed, ask, ada }) => {
      const path = `/jsm/csm/api/v1/customer/account/${encodeURIComponent(ada)}`;
      const headers = { 'X-ExperimentalApi': 'opt-in' };
      expect((await ask('GET', path)).status).toBe(412);
      expect((await ask('PUT', path, { headers, body: { displayName: 'Anonymized' } })).status).toBe(204);
      expect((await ask('GET', path, { headers })).json).toMatchObject({ displayName: 'Anonymized' });
      expect((await ask('DELETE', path, { headers })).status).toBe(204);
      expect((await ask('GET', path, { headers })).status).toBe(404);
      const user = await ask('GET', `/rest/api/3/user?accountId=${encodeURIComponent(ada)}`);
      expect(user.json).toMatchObject({ displayName: 'Former user', active: false });
      expect(seed.jira.user(ada)).toMatchObject({ email: null, details: {} });
    });
  });
});
