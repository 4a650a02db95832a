import { describe, expect, it } from '@jest/globals';
import { docOf } from './fake/adf.ts';
import { apps } from './fake/rights.ts';
import { api, withRequest } from './fake/scene.ts';

const edit = { fields: { summary: 'Anonymized request' } };

describe('a mail of the fake', () => {
  it('tells watchers what a field said before, unless nobody is to be told', async () => {
    await withRequest(async ({ ask, seed, path, ada, bo }) => {
      await ask('PUT', `${path}?notifyUsers=false`, { body: edit });
      expect(seed.jira.outbox).toEqual([]);
      await ask('PUT', path, { body: { fields: { summary: 'Again' } } });
      expect(seed.jira.outbox).toEqual([
        { to: [ada, bo], subject: '[JIRA] (HELP-1) Again', text: 'summary: Anonymized request -> Again' },
      ]);
    });
  });

  it('goes out all the same where whoever asked for silence may not', async () => {
    await withRequest(async ({ ask, seed, path, ada }) => {
      const eve = seed.user({ name: 'Eve', accountType: 'atlassian', groups: ['jira-servicemanagement-users'] });
      await ask('PUT', `${path}?notifyUsers=false`, { body: edit, as: eve });
      expect(seed.jira.outbox).toHaveLength(1);
      seed.revoke('ADMINISTER', apps);
      await ask('PUT', `${path}?notifyUsers=false`, { body: { fields: { summary: 'By a project administrator' } } });
      expect(seed.jira.outbox).toHaveLength(1);
      seed.without('HELP', 'ADMINISTER_PROJECTS', apps);
      await ask('PUT', `${path}?notifyUsers=false`, { body: { fields: { summary: 'By nobody' } } });
      expect(seed.jira.outbox).toHaveLength(2);
      expect(seed.jira.outbox[1]?.to).toContain(ada);
    });
  });

  it('of a public comment that is edited reaches customers by rules of their own', async () => {
    await withRequest(async ({ ask, seed, path, comment, ada }) => {
      await ask('PUT', `${path}/comment/${comment}?notifyUsers=false`, { body: { body: docOf('[removed]') } });
      expect(seed.jira.outbox).toEqual([{ to: [ada], subject: 'HELP-1 Broken printer of Ada', text: '[removed]' }]);
    });
  });

  it('of a note reaches no customer', async () => {
    await withRequest(async ({ ask, seed, path, issue, bo }) => {
      const note = seed.comment(issue, { by: seed.admin, body: 'Ada is odd', internal: true });
      await ask('PUT', `${path}/comment/${note}`, { body: { body: docOf('[removed]') } });
      expect(seed.jira.outbox.map(({ to }) => to)).toEqual([[bo]]);
    });
  });

  it('goes to nobody whose account is closed or deleted', async () => {
    await withRequest(async ({ ask, seed, path, ada, bo }) => {
      seed.jira.users.update(seed.jira.known(bo).id, { active: false });
      await ask('DELETE', `/jsm/csm/api/v1/customer/account/${encodeURIComponent(ada)}`, {
        headers: { 'X-ExperimentalApi': 'opt-in' },
      });
      await ask('PUT', path, { body: edit });
      expect(seed.jira.outbox).toEqual([]);
    });
  });

  it.each([
    [false, 0],
    [null, 1],
  ])('of a bulk edit goes out unless told not to: %p', async (sendBulkNotification, mails) => {
    await withRequest(async ({ ask, later, seed, issue }) => {
      const editedFieldsInput = { singleLineTextFields: [{ fieldId: 'summary', text: 'x' }] };
      const body = {
        selectedIssueIdsOrKeys: [String(issue)],
        selectedActions: ['summary'],
        editedFieldsInput,
        sendBulkNotification,
      };
      await ask('POST', `${api}/bulk/issues/fields`, { body });
      await later(1);
      await ask('GET', `${api}/myself`);
      expect(seed.jira.outbox).toHaveLength(mails);
    });
  });
});
