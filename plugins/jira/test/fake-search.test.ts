import { describe, expect, it } from '@jest/globals';
import { at, each, withJira } from './fake/opened.ts';
import type { Answered, Opened } from './fake/opened.ts';
import { api, withRequest } from './fake/scene.ts';
import { wordsOf } from './fake/words.ts';

function search({ ask }: Pick<Opened, 'ask'>, jql: string, more: object = {}): Promise<Answered> {
  return ask('POST', `${api}/search/jql`, { body: { jql, fields: ['summary'], ...more } });
}

describe('JQL in the fake', () => {
  it.each<[string, string, readonly string[]]>([
    ['the reporter', 'reporter = "ADA"', ['Mail', 'Chair']],
    ['participants', '"Request participants" in ("ADA")', ['Lift']],
    ['approvers', 'approvers = "ADA"', ['Order']],
    ['who watches', 'watcher = "BO"', ['Roof']],
    ['who it is given to', 'assignee = "BO" OR creator = "BO"', ['Lift', 'Roof']],
    ['whatever somebody touched', 'issuekey in updatedBy("BO")', ['Mail', 'Lift', 'Roof']],
    ['a word of a text', 'text ~ thimble', ['Roof', 'Order']],
    ['a phrase of a comment', 'comment ~ "\\"printer is broken\\""', ['Mail']],
    ['no phrase whose words stand otherwise', 'comment ~ "\\"broken is printer\\""', []],
    ['an address in any writing', 'text ~ "\\"ada.king@lovelace.test\\""', ['Chair']],
    ['the beginning of a word', 'description ~ "thim*"', ['Order']],
    ['a custom field by name', '"Room number" ~ thimble', ['Roof']],
    ['a mark in a property', 'anonymizeUserErasure = "run-1"', ['Chair']],
    ['any mark', 'anonymizeUserErasure is not EMPTY', ['Chair']],
    ['a channel', 'request-channel-type = email', ['Mail']],
    ['a project', 'project = DEV', ['Code']],
    ['several at once', '(reporter = "ADA" AND project = "HELP") AND NOT text ~ Chair', ['Mail']],
    ['an issue by key or number', 'key in (HELP-1, "DEV-1") OR id = 10002', ['Mail', 'Chair', 'Code']],
    ['those not', 'reporter = "ADA" AND key != HELP-1', ['Chair']],
    ['a time', 'reporter = "ADA" AND created >= "2026-04-01" AND created < -1d', []],
    ['in another order', 'reporter = "ADA" ORDER BY key DESC', ['Chair', 'Mail']],
  ])('finds %s', async (_, jql, summaries) => {
    await withJira(async (opened) => {
      const { seed } = opened;
      const ada = seed.user({ name: 'Ada', email: 'ada@lovelace.test' });
      const bo = seed.user({ name: 'Bo', accountType: 'atlassian' });
      const mail = seed.issue({ summary: 'Mail', reporter: ada, channel: 'email' });
      const other = {
        description: 'Ask Ada.King@Lovelace.test',
        properties: { 'anonymize-user': { erasureId: 'run-1' } },
      };
      seed.issue({ summary: 'Chair', reporter: ada, ...other });
      seed.issue({
        summary: 'Lift',
        assignee: bo,
        creator: bo,
        participants: [ada],
        description: 'bada.king@lovelace.test',
      });
      seed.issue({ summary: 'Roof', creator: bo, watchers: [bo], fields: { 'Room number': 'thimble-4' } });
      seed.issue({ summary: 'Order', approvers: [ada], description: 'A thimble' });
      seed.issue({ summary: 'Code', project: 'DEV' });
      seed.comment(mail, { by: bo, body: 'Her printer is broken' });
      const found = await search(opened, jql.replaceAll('"ADA"', `"${ada}"`).replaceAll('"BO"', `"${bo}"`));
      expect([found.status, each(found, 'issues', 'fields.summary')]).toEqual([200, summaries]);
    });
  });

  it.each([
    ['what is no JQL', 'reporter ='],
    ['a bracket too many', '(key = HELP-1'],
    ['words behind the end', 'key = HELP-1 HELP-2'],
    ['a field there is not', 'nickname = x'],
    ['an account there is not', 'reporter = "712020:nobody"'],
    ['an account there is not, in a function', 'issuekey in updatedBy("712020:nobody")'],
    ['a function there is not', 'issuekey in everything("x")'],
    ['an issue there is not', 'key = HELP-99'],
    ['everything', 'ORDER BY created'],
    ['nothing', ''],
    ['an empty text', 'text ~ ""'],
    ['an operator the field has not', 'reporter > "x"'],
    ['an order by what has none', 'key = HELP-1 ORDER BY summary'],
  ])('refuses %s', async (_, jql) => {
    await withRequest(async (scene) => {
      const found = await search(scene, jql);
      expect([found.status, at(found.json, 'errorMessages.0')]).toEqual([400, expect.any(String)]);
    });
  });

  it('knows an address by its parts', () => {
    expect(wordsOf('Write to <Ada.King@lovelace.test>!')).toEqual(['write', 'to', 'ada', 'king', 'lovelace', 'test']);
  });

  it('may know nothing of an account that is deleted', async () => {
    for (const [deletedAccountsInJql, status] of [
      ['found', 200],
      ['refused', 400],
    ] as const)
      await withRequest(
        async (scene) => {
          expect((await search(scene, `reporter = "${scene.ada}"`)).status).toBe(200);
          const headers = { 'X-ExperimentalApi': 'opt-in' };
          await scene.ask('DELETE', `/jsm/csm/api/v1/customer/account/${encodeURIComponent(scene.ada)}`, { headers });
          expect((await search(scene, `reporter = "${scene.ada}"`)).status).toBe(status);
        },
        { site: { deletedAccountsInJql } },
      );
  });
});

describe('pages of the fake', () => {
  it('hold as many issues as Jira likes, and a token while there are more', async () => {
    await withJira(async (opened) => {
      for (let at = 0; at < 250; at += 1) opened.seed.issue({ summary: `Issue ${at}` });
      const sizes: number[] = [];
      const ids = new Set<unknown>();
      let nextPageToken: unknown;
      do {
        const more = { maxResults: 5000, ...(nextPageToken === undefined ? {} : { nextPageToken }) };
        const page = await search(opened, 'project = HELP', more);
        const some = each(page, 'issues', 'id');
        sizes.push(some.length);
        for (const id of some) ids.add(id);
        nextPageToken = at(page.json, 'nextPageToken');
        expect(at(page.json, 'isLast')).toBe(nextPageToken === undefined);
        expect(at(page.json, 'total')).toBeUndefined();
      } while (nextPageToken !== undefined);
      expect([sizes, ids.size]).toEqual([[100, 100, 50], 250]);
      const short = await search(opened, 'project = HELP', { maxResults: 5000, fields: undefined });
      expect(at(short.json, 'issues')).toHaveLength(250);
      expect(at(short.json, 'issues.0')).toEqual({ id: '10001' });
    });
  });

  it('are of one query', async () => {
    await withJira(async (opened) => {
      for (let at = 0; at < 3; at += 1) opened.seed.issue({ summary: `Issue ${at}` });
      const first = await search(opened, 'project = HELP', { maxResults: 1 });
      const nextPageToken = at(first.json, 'nextPageToken');
      expect((await search(opened, 'project = HELP', { nextPageToken })).status).toBe(200);
      expect((await search(opened, 'project = DEV', { nextPageToken })).status).toBe(400);
      expect((await search(opened, 'project = HELP', { nextPageToken: 'x' })).status).toBe(400);
    });
  });

  it('show the first of long lists, and how long they are', async () => {
    await withJira(async (opened) => {
      const { seed, ask } = opened;
      const issue = seed.issue({ summary: 'Long' });
      for (let at = 0; at < 120; at += 1) {
        seed.comment(issue, { by: seed.admin, body: `Comment ${at}` });
        seed.worklog(issue, { by: seed.admin });
        seed.history(issue, { by: seed.admin, items: [{ toString: String(at) }] });
      }
      const found = await search(opened, 'key = HELP-1', { fields: ['comment', 'worklog'], expand: 'changelog' });
      for (const [list, shown] of [
        ['fields.comment.comments', 20],
        ['fields.worklog.worklogs', 20],
        ['changelog.histories', 40],
      ] as const) {
        expect(at(found.json, `issues.0.${list}`)).toHaveLength(shown);
        expect(at(found.json, `issues.0.${list.split('.').slice(0, -1).join('.')}.total`)).toBe(120);
      }
      const first = await ask('GET', `${api}/issue/${issue}/comment?maxResults=5000`);
      expect([at(first.json, 'maxResults'), each(first, 'comments', 'id').length]).toEqual([100, 100]);
      const rest = await ask('GET', `${api}/issue/${issue}/comment?startAt=100`);
      expect([at(rest.json, 'total'), each(rest, 'comments', 'id').length]).toEqual([120, 20]);
      const log = await ask('POST', `${api}/changelog/bulkfetch`, {
        body: { issueIdsOrKeys: ['HELP-1'], maxResults: 119 },
      });
      const token = at(log.json, 'nextPageToken');
      const more = await ask('POST', `${api}/changelog/bulkfetch`, {
        body: { issueIdsOrKeys: ['HELP-1'], nextPageToken: token, maxResults: 119 },
      });
      expect(at(more.json, 'issueChangeLogs.0.changeHistories')).toHaveLength(1);
      expect(at(more.json, 'nextPageToken')).toBeUndefined();
    });
  });
});

describe('the index of the fake', () => {
  it('believes a change after its lag, and at once for issues that are reconciled', async () => {
    await withRequest(
      async (scene) => {
        const { ask, later, path, issue } = scene;
        const ids = async (more: object = {}): Promise<unknown[]> =>
          each(await search(scene, 'summary ~ printer', more), 'issues', 'id');
        await later(30);
        expect(await ids()).toEqual([String(issue)]);
        await ask('PUT', path, { body: { fields: { summary: 'Anonymized request' } } });
        await later(29);
        expect(await ids()).toEqual([String(issue)]);
        expect(await ids({ reconcileIssues: [issue] })).toEqual([]);
        expect([...scene.seed.jira.index.all()].join('')).toContain('Broken printer');
        await later(1);
        expect(await ids()).toEqual([]);
        expect([...scene.seed.jira.index.all()].join('')).not.toContain('Broken printer');
      },
      { site: { indexLagSeconds: 30 } },
    );
  });
});
