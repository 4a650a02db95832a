import { describe, expect, it } from '@jest/globals';
import type { Content, Reading, Scope, Spot, SpotId } from '@lethe/core';
import { ada, bo, desk, ida, labelled, withHost } from './journeys.ts';
import type { Running } from './journeys.ts';
import type { Seed } from './fake/seed.ts';
import { spotIdOf } from '../src/ids.ts';
import { jiraHost, personIdOf } from '../src/index.ts';

const byPerson = (account: string): Scope => ({ by: 'person', person: personIdOf(account) });
const calls = ({ fake }: Pick<Running, 'fake'>, from: number): readonly string[] =>
  fake.made.slice(from).map(({ method, url }) => `${method} ${url.split('?')[0] ?? ''}`);

async function listed({ host }: Pick<Running, 'host'>, ...scopes: readonly Scope[]): Promise<readonly Spot[]> {
  const spots: Spot[] = [];
  for await (const spot of host.spots(scopes)) spots.push(spot);
  return spots;
}

async function reread(
  { host }: Pick<Running, 'host'>,
  spots: readonly SpotId[],
): Promise<ReadonlyMap<string, Reading>> {
  const readings = new Map<string, Reading>();
  for await (const reading of host.reread(spots)) {
    expect(readings.has(reading.spot)).toBe(false);
    readings.set(reading.spot, reading);
  }
  return readings;
}

/** A content as text, to compare it. */
function plain(content: Content | 'gone' | undefined): string {
  if (content === undefined || content === 'gone') return content ?? 'no reading';
  switch (content.form) {
    case 'list':
      return `list ${content.items.map((item) => item.reveal()).join()}`;
    case 'file':
      return `file ${content.name.reveal()}`;
    case 'access':
      return `access ${String(content.open)}`;
    case 'hidden':
      return 'hidden';
    default:
      return `${content.form} ${content.text.reveal()}`;
  }
}

/** Something of every sort. */
const full = (seed: Seed) => {
  const [person, other, agent] = [seed.user(ada), seed.user(ida), seed.user(bo)];
  const issues = Array.from({ length: 3 }, (_, at) => {
    const issue = seed.issue({
      ...{
        summary: `No ${String(at)}`,
        description: 'Long story',
        environment: 'Laptop',
        reporter: person,
        channel: 'email',
      },
      ...{ participants: [other, person], approvers: [person], watchers: [agent], fields: { Contact: 'Ada' } },
    });
    for (let comment = 0; comment < 5; comment += 1) seed.comment(issue, { by: person, body: `C ${String(comment)}` });
    for (let work = 0; work < 3; work += 1) seed.worklog(issue, { by: agent, comment: `W ${String(work)}` });
    seed.attachment(issue, { by: person, name: 'scan.txt' });
    seed.history(issue, { by: agent, items: [{ fromString: 'Ada', toString: 'x' }] });
    return issue;
  });
  return { person, other, agent, issues };
};

describe('reading again', () => {
  it('shows every spot as it was listed, and its issue with what reports count', async () => {
    await withHost(
      full,
      async ({ person, agent, issues, ...running }) => {
        const spots = await listed(running, byPerson(person), byPerson(agent));
        const before = running.fake.made.length;
        const readings = await reread(
          running,
          spots.map(({ id }) => id),
        );
        expect(readings.size).toBe(spots.length);
        for (const { id, content, of } of spots) {
          const reading = readings.get(id);
          expect([id, plain(reading?.content)]).toEqual([id, plain(content)]);
          if (of.type === 'dossier') expect(reading?.dossier).toEqual(of);
        }
        // One call for all issues, one for all their changelogs, one each for what did not come along.
        const made = calls(running, before).filter((call) => call.startsWith('POST'));
        expect(made).toEqual(
          ['issue/bulkfetch', 'changelog/bulkfetch', 'comment/list', 'worklog/list'].map(
            (call) => `POST /rest/api/3/${call}`,
          ),
        );
        expect(calls(running, before).filter((call) => call.endsWith('/watchers'))).toHaveLength(issues.length);
      },
      { site: { embedded: { comments: 2, worklogs: 1, changelog: 40 } } },
    );
  });

  it('asks for a hundred issues at a time', async () => {
    const fill = (seed: Seed) => {
      const person = seed.user(ada);
      return { issues: Array.from({ length: 201 }, () => seed.issue({ summary: 'x', reporter: person })) };
    };
    await withHost(fill, async ({ issues, ...running }) => {
      const readings = await reread(
        running,
        issues.map((issue) => spotIdOf(`i${String(issue)}/summary`)),
      );
      expect(readings.size).toBe(201);
      expect(calls(running, 0).filter((call) => call.includes('bulkfetch'))).toHaveLength(3);
    });
  });

  it('sees at once what the search does not know yet', async () => {
    await withHost(
      desk,
      async ({ issue, comments, seed, ...running }) => {
        running.fake.settle();
        seed.jira.comments.update(comments[0] ?? 0, { body: { type: 'doc', version: 1, content: [] } });
        const id = spotIdOf(`i${String(issue)}/c${String(comments[0])}`);
        expect((await reread(running, [id])).get(id)?.content).toMatchObject({
          form: 'plain',
          text: { isBlank: true },
        });
      },
      { site: { indexLagSeconds: 600 } },
    );
  });

  it('says of what is not there any more that it is gone: a comment, a file, a place in a list, an issue, an account', async () => {
    await withHost(
      full,
      async ({ person, agent, issues, seed, ...running }) => {
        const spots = await listed(running, byPerson(person), byPerson(agent));
        const [first, second] = issues;
        const { jira } = seed;
        for (const { id } of jira.comments.having('issue', first ?? 0)) jira.comments.delete(id);
        for (const { id } of jira.worklogs.having('issue', first ?? 0)) jira.worklogs.delete(id);
        for (const { id } of jira.attachments.having('issue', first ?? 0)) jira.attachments.delete(id);
        const { values } = jira.issues.get(first ?? 0);
        const people = { [seed.field('Request participants')]: [], [seed.field('Approvers')]: [] };
        jira.issues.update(first ?? 0, { values: { ...values, ...people, description: null }, watchers: [] });
        jira.issues.delete(second ?? 0);
        jira.users.update(jira.known(person).id, {
          displayName: 'Former user',
          email: null,
          active: false,
          deleted: true,
        });
        const readings = await reread(
          running,
          spots.map(({ id }) => id),
        );
        const gone = spots.map(({ id }) => id).filter((id) => readings.get(id)?.content === 'gone');
        const isLeft = new RegExp(`^i${String(first)}/(summary|environment|field\\.|h\\d)`);
        for (const { id } of spots) {
          const isGone =
            id.startsWith(`i${String(second)}/`) ||
            id.startsWith(`u${person}/`) ||
            (id.startsWith(`i${String(first)}/`) && !isLeft.test(id));
          expect([id, gone.includes(id)]).toEqual([id, isGone]);
        }
      },
      { site: { embedded: { comments: 2, worklogs: 1, changelog: 40 } } },
    );
  });

  it('needs no account to read what is on issues, and asks for nobody it does not know', async () => {
    await withHost(full, async ({ person, agent, port, clock, ...running }) => {
      const aliased = (known: boolean) =>
        jiraHost(port, {
          clock,
          accounts: {
            idOf: (account) => personIdOf(`p${account.slice(-3)}`),
            accountOf: (id) => (known ? [person, agent].find((account) => `p${account.slice(-3)}` === id) : undefined),
          },
        });
      const [subject, watcher] = [person, agent].map((account) => personIdOf(`p${account.slice(-3)}`));
      const scopes = [subject, watcher].map((one): Scope => ({ by: 'person', person: one ?? personIdOf('') }));
      const spots = await listed({ host: aliased(true) }, ...scopes);
      const onIssues = spots.map(({ id }) => id).filter((id) => id.startsWith('i'));
      expect(JSON.stringify(spots.map(({ id, holder, of }) => [id, holder, of]))).not.toContain(person);
      const readings = await reread({ host: aliased(false) }, onIssues);
      for (const id of onIssues) expect([id, readings.get(id)?.content]).not.toEqual([id, 'gone']);
      const before = running.fake.made.length;
      await expect(reread({ host: aliased(false) }, [labelled(spots, 'name of the account').id])).rejects.toMatchObject(
        {
          code: 'rejected',
        },
      );
      expect(await listed({ host: aliased(false) }, ...scopes)).toEqual([]);
      expect(calls(running, before).filter((call) => call.includes('/user'))).toEqual([]);
    });
  });

  it('takes no notice of what is no spot of Jira', async () => {
    await withHost(desk, async (running) => {
      expect((await reread(running, ['t42/subject', ''].map(spotIdOf))).size).toBe(0);
    });
  });
});
