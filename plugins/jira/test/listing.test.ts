import { describe, expect, it } from '@jest/globals';
import { identifiersFrom } from '@lethe/core';
import { reviewOf } from '@lethe/core/testing';
import type { Dossier, Message, Scope, Spot } from '@lethe/core';
import { ada, bo, desk, ida, labelled, withHost } from './journeys.ts';
import type { Running } from './journeys.ts';
import { administrators, apps } from './fake/rights.ts';
import type { Seed } from './fake/seed.ts';
import { dossierIdOf, jiraHost, personIdOf } from '../src/index.ts';
import type { HttpPort } from '../src/index.ts';

const byPerson = (account: string): Scope => ({ by: 'person', person: personIdOf(account) });
const byMention = (name: string): Scope => ({ by: 'mention', who: identifiersFrom({ names: [name] }) });

async function listed({ host }: Pick<Running, 'host'>, ...scopes: readonly Scope[]): Promise<readonly Spot[]> {
  const spots: Spot[] = [];
  for await (const spot of host.spots(scopes)) spots.push(spot);
  return spots;
}

const ids = (spots: readonly Spot[]): readonly string[] => spots.map(({ id }) => id);
const textOf = ({ content }: Spot): string => ('text' in content ? content.text.reveal() : content.form);
const callsTo = ({ fake }: Pick<Running, 'fake'>, path: string): number =>
  fake.made.filter(({ url }) => url.split('?')[0] === path).length;

describe('what is listed', () => {
  it('is every issue a person has to do with, whatever leads to it, each once and in one search', async () => {
    const fill = (seed: Seed) => {
      const person = seed.user(ada);
      const other = seed.user(ida);
      const agent = seed.user(bo);
      const by = { reporter: other, creator: other };
      const issues = {
        reported: seed.issue({ summary: 'a', reporter: person, creator: agent }),
        created: seed.issue({ summary: 'b', ...by, creator: person }),
        participating: seed.issue({ summary: 'c', ...by, participants: [other, person] }),
        approving: seed.issue({ summary: 'd', ...by, approvers: [person] }),
        commented: seed.issue({ summary: 'e', ...by }),
        mentioned: seed.issue({ summary: 'About Ada Quellstone', ...by }),
        named: seed.issue({ summary: 'f', ...by }),
      };
      seed.comment(issues.commented, { by: person, body: 'Me too' });
      seed.comment(issues.named, { by: agent, body: 'Ask Ada Quellstone.' });
      seed.issue({ summary: 'not hers', ...by });
      return { person, issues };
    };
    await withHost(fill, async ({ person, issues, ...running }) => {
      const spots = await listed(running, byPerson(person), byMention('Ada Quellstone'));
      const dossiers = spots.flatMap(({ of }) => (of.type === 'dossier' ? [of.id] : []));
      expect(new Set(dossiers)).toEqual(new Set(Object.values(issues).map((issue) => dossierIdOf(String(issue)))));
      expect(new Set(ids(spots)).size).toBe(spots.length);
      expect(callsTo(running, '/rest/api/3/search/jql')).toBe(1);
    });
  });

  it('is all of it, however many pages the search has, with one look at rights and changelogs for a thousand issues', async () => {
    const fill = (seed: Seed) => {
      const person = seed.user(ada);
      for (let at = 0; at < 23; at += 1) seed.issue({ summary: `No ${String(at)}`, reporter: person });
      return { person };
    };
    await withHost(
      fill,
      async ({ person, ...running }) => {
        const spots = await listed(running, byPerson(person));
        expect(spots.filter(({ kind }) => kind === 'dossier.title')).toHaveLength(23);
        expect(callsTo(running, '/rest/api/3/search/jql')).toBe(5);
        expect(callsTo(running, '/rest/api/3/permissions/check')).toBe(1);
        expect(callsTo(running, '/rest/api/3/changelog/bulkfetch')).toBe(1);
      },
      { site: { pageSize: 5 } },
    );
  });

  it('is a watch only of an Atlassian account, found by a search of its own', async () => {
    const fill = (seed: Seed) => {
      const agent = seed.user(bo);
      const watched = seed.issue({ summary: 'a', watchers: [seed.admin, agent] });
      seed.issue({ summary: 'b', watchers: [seed.admin], assignee: agent });
      return { agent, watched, person: seed.user(ada) };
    };
    await withHost(fill, async ({ agent, watched, person, ...running }) => {
      const spots = await listed(running, byPerson(agent));
      const watches = spots.filter(({ id }) => id.includes('/watch.'));
      expect(watches).toMatchObject([
        { id: `i${String(watched)}/watch.${agent}`, holder: agent, kind: 'dossier.people' },
      ]);
      expect(callsTo(running, '/rest/api/3/search/jql')).toBe(2);
      await listed(running, byPerson(person));
      expect(callsTo(running, '/rest/api/3/search/jql')).toBe(3);
    });
  });

  it('holds every comment and work log, also what did not come along with the issue', async () => {
    const fill = (seed: Seed) => {
      const person = seed.user(ada);
      const issue = seed.issue({ summary: 'a', reporter: person });
      const comments = Array.from({ length: 7 }, (_, at) =>
        seed.comment(issue, { by: person, body: `No ${String(at)}` }),
      );
      const worklogs = Array.from({ length: 3 }, (_, at) =>
        seed.worklog(issue, { by: seed.admin, comment: `W ${String(at)}` }),
      );
      seed.worklog(issue, { by: seed.admin });
      return { person, issue, comments, worklogs };
    };
    const embedded = { comments: 2, worklogs: 1, changelog: 40 };
    await withHost(
      fill,
      async ({ person, issue, comments, worklogs, ...running }) => {
        const spots = await listed(running, byPerson(person));
        const bodies = ids(spots.filter(({ kind }) => kind === 'message.body'));
        const all = [...comments.map((id) => `c${String(id)}`), ...worklogs.map((id) => `w${String(id)}`)];
        expect(bodies).toEqual(all.map((one) => `i${String(issue)}/${one}`));
        expect(callsTo(running, `/rest/api/3/issue/${String(issue)}/comment`)).toBe(3);
        expect(labelled(spots, 'comment 7 on issue HELP-1').id).toBe(bodies[6]);
      },
      { site: { embedded, commentPage: 3 } },
    );
  });

  it('is an issue by its number without a search, together with what else is asked for', async () => {
    await withHost(desk, async ({ issue, ...running }) => {
      const dossier = { by: 'dossier', dossier: dossierIdOf(String(issue)) } as const;
      const spots = await listed(running, dossier);
      expect(ids(spots)).toContain(`i${String(issue)}/summary`);
      expect(callsTo(running, '/rest/api/3/search/jql')).toBe(0);
      expect(ids(await listed(running, dossier, byMention('Ada Quellstone')))).toEqual(ids(spots));
      expect(await listed(running, { by: 'dossier', dossier: dossierIdOf('999') })).toEqual([]);
    });
  });

  it.each([true, false])(
    'finds who is named in work logs where they can be searched (time is tracked: %j)',
    async (timeTracking) => {
      const fill = (seed: Seed) => {
        const issue = seed.issue({ summary: 'x' });
        return {
          work: `i${String(issue)}/w${String(seed.worklog(issue, { by: seed.admin, comment: 'Rang up Ada Quellstone' }))}`,
        };
      };
      await withHost(
        fill,
        async ({ work, ...running }) => {
          const found = ids(await listed(running, byMention('Ada Quellstone')));
          expect(found.includes(work)).toBe(timeTracking);
        },
        { site: { timeTracking } },
      );
    },
  );

  it('is everything since a day', async () => {
    const fill = (seed: Seed) => ({
      late: seed.issue({ summary: 'late', created: '2026-05-02T10:00:00.000+0000' }),
      early: seed.issue({ summary: 'early', created: '2026-03-02T10:00:00.000+0000' }),
    });
    await withHost(fill, async ({ late, early, ...running }) => {
      const since = new Date('2026-05-01T00:00:00Z');
      expect(ids(await listed(running, { by: 'everything', since }))).toEqual([`i${String(late)}/summary`]);
      expect(ids(await listed(running, { by: 'everything' }))).toEqual(
        [early, late].map((one) => `i${String(one)}/summary`),
      );
    });
  });

  it('goes on without the account where Jira refuses to search for one that was deleted', async () => {
    const fill = (seed: Seed) => {
      const person = seed.user({ ...ada, active: false, deleted: true });
      seed.issue({ summary: 'Ask Ada Quellstone', reporter: seed.admin });
      return { person };
    };
    await withHost(
      fill,
      async ({ person, ...running }) => {
        const spots = await listed(running, byPerson(person), byMention('Ada Quellstone'));
        expect(spots.map(textOf)).toEqual(['Ask Ada Quellstone']);
        expect(await listed(running, byPerson(person))).toEqual([]);
      },
      { site: { deletedAccountsInJql: 'refused' } },
    );
  });
});

describe('an issue', () => {
  it('says who opened it and how, whose matter it is, and what reports count', async () => {
    const fill = (seed: Seed) => {
      const person = seed.user(ada);
      const agent = seed.user(bo);
      const given = { reporter: person, creator: agent };
      return {
        ...{ person, agent },
        ways: ['email', 'portal', 'jira', 'api', 'chat', 'pigeon', undefined].map((channel) =>
          seed.issue({
            summary: 'x',
            ...given,
            organizations: ['Acme'],
            ...(channel === undefined ? {} : { channel }),
          }),
        ),
        other: seed.issue({ summary: 'x', ...given, project: 'DEV', channel: 'email' }),
        done: seed.issue({ summary: 'x', ...given, status: 'Done', statusCategory: 'done', resolution: 'Fixed' }),
      };
    };
    await withHost(fill, async ({ person, agent, ways, other, done, ...running }) => {
      const spots = await listed(running, byPerson(person));
      const dossierOf = (issue: number | undefined): Dossier | undefined => {
        const of = spots.find(({ id }) => id === `i${String(issue)}/summary`)?.of;
        return of?.type === 'dossier' ? of : undefined;
      };
      expect(ways.map((issue) => dossierOf(issue)?.openedVia)).toEqual([
        ...['mail', 'web', 'web', 'api', 'chat', 'unknown', 'unknown'],
      ]);
      expect(ways.map((issue) => dossierOf(issue)?.openedBy)).toEqual([
        person,
        ...Array.from({ length: 6 }, () => agent),
      ]);
      expect(dossierOf(other)).toMatchObject({ openedVia: 'web', openedBy: agent, subject: person, state: 'open' });
      expect(dossierOf(done)).toMatchObject({ state: 'closed', label: 'issue HELP-8' });
      expect(dossierOf(ways[0])?.tallies).toMatchObject({ status: 'Open', channel: 'email', organizations: 'Acme' });
      expect(dossierOf(done)?.tallies).toMatchObject({ status: 'Done', resolution: 'Fixed', organizations: '' });
    });
  });

  it('is blanked in its fields, not in what is empty or kept, and what a mail app put in copy goes with the mail', async () => {
    const fill = (seed: Seed) => {
      const person = seed.user(ada);
      const fields = {
        contact: seed.field('Contact'),
        story: seed.field('Story', { kind: 'paragraph' }),
        copies: seed.field('CC of the mail'),
        kept: seed.field('Serial number'),
        score: seed.field('Score', { kind: 'number' }),
      };
      seed.issue({
        ...{ summary: 'Summary', environment: 'Laptop', reporter: person, channel: 'email' },
        fields: {
          Contact: 'Ada',
          Story: 'Long ago',
          'CC of the mail': 'ada@quill.test',
          'Serial number': '42',
          Score: 5,
        },
      });
      return { person, fields };
    };
    const seen = new Map<string, Spot>();
    await withHost(fill, async ({ person, fields, ...running }) => {
      for (const spot of await listed(running, byPerson(person))) seen.set(spot.id.replace(/^i\d+\//, ''), spot);
      const at = (name: keyof typeof fields): Spot | undefined => seen.get(`field.${fields[name]}`);
      expect(seen.get('environment')).toMatchObject({ kind: 'dossier.field' });
      expect(seen.has('description')).toBe(false);
      expect(at('contact')).toMatchObject({ kind: 'dossier.field', of: { type: 'dossier' } });
      expect(at('story')).toMatchObject({ kind: 'dossier.field', content: { form: 'plain' } });
      expect(at('kept')).toBeDefined();
      expect(at('score')).toBeUndefined();
    });
    await withHost(fill, async ({ person, fields, port, clock }) => {
      const told = jiraHost(port, { clock, fields: { clear: [fields.copies], keep: [fields.kept] } });
      const spots = await listed({ host: told }, byPerson(person));
      const at = (name: keyof typeof fields): Spot | undefined =>
        spots.find(({ id }) => id.endsWith(`/field.${fields[name]}`));
      expect(at('kept')).toBeUndefined();
      expect(at('copies')).toMatchObject({
        kind: 'message.copies',
        of: { type: 'message', author: person, channel: 'mail', opensDossier: true },
      });
    });
  });

  it('holds a place in the participants and in other lists for whom it is asked, not for others', async () => {
    const fill = (seed: Seed) => {
      const [person, other] = [seed.user(ada), seed.user(ida)];
      const issue = seed.issue({
        summary: 'x',
        reporter: other,
        participants: [other, person],
        approvers: [person],
        assignee: other,
      });
      return { person, other, issue, approvers: seed.field('Approvers') };
    };
    await withHost(fill, async ({ person, other, issue, approvers, ...running }) => {
      const places = (spots: readonly Spot[]): readonly unknown[] =>
        spots.filter(({ kind }) => kind === 'dossier.people').map(({ id, holder }) => [id, holder]);
      const at = `i${String(issue)}`;
      expect(places(await listed(running, byPerson(person)))).toEqual([
        [`${at}/participants.${person}`, person],
        [`${at}/picker.${approvers}.${person}`, person],
      ]);
      const both = places(await listed(running, byPerson(person), byPerson(other)));
      expect(both).toHaveLength(3);
      expect(both).toContainEqual([`${at}/participants.${other}`, other]);
    });
  });

  it('says what it does not show: the comment of a rating, answers in forms', async () => {
    const fill = (seed: Seed) => {
      const person = seed.user(ada);
      const satisfaction = 'Satisfaction';
      seed.issue({
        ...{ summary: 'x', reporter: person, fields: { [satisfaction]: { rating: 4 } } },
        properties: { 'proforma.forms': { forms: [{ id: 1 }] } },
      });
      seed.issue({ summary: 'y', reporter: person, properties: { 'proforma.forms': { forms: [] } } });
      return { person };
    };
    await withHost(fill, async ({ person, ...running }) => {
      const hidden = (await listed(running, byPerson(person))).filter(({ content }) => content.form === 'hidden');
      expect(hidden.map(({ id, ability }) => [id.replace(/^i\d+\//, ''), ability?.can])).toEqual([
        ['csat', 'nothing'],
        ['forms', 'nothing'],
      ]);
    });
  });

  it('is a gap beforehand where the app may not change it', async () => {
    await withHost(
      (seed) => {
        const all = desk(seed);
        const { issue, person } = all;
        seed.attachment(issue, { by: person, name: 'scan.txt' });
        for (const right of ['EDIT_ISSUES', 'EDIT_ALL_COMMENTS', 'DELETE_ALL_ATTACHMENTS'])
          seed.without('HELP', right, apps);
        const free = seed.issue({ summary: 'free', reporter: person, project: 'DEV' });
        return { ...all, free };
      },
      async ({ person, issue, free, ...running }) => {
        const spots = await listed(running, byPerson(person));
        const on = (number: number): readonly Spot[] => spots.filter(({ id }) => id.startsWith(`i${String(number)}/`));
        expect(on(issue)).toHaveLength(5);
        for (const { ability } of on(issue)) expect(ability).toMatchObject({ can: 'nothing' });
        expect(on(free).map(({ ability }) => ability)).toEqual([undefined]);
      },
    );
  });
});

describe('an issue the app is not shown', () => {
  const secret = (seed: Seed) => {
    const all = desk(seed);
    seed.project('SEC', { levels: { secret: [administrators] } });
    return { ...all, hidden: seed.issue({ summary: 'x', reporter: all.person, project: 'SEC', security: 'secret' }) };
  };

  it('is a gap with its key where whoever clicked is shown it', async () => {
    await withHost(
      secret,
      async ({ person, hidden, host }) => {
        const { plan, spots } = await reviewOf(host, personIdOf(person));
        const unseen = `i${String(hidden)}/unseen`;
        expect(spots.find(({ id }) => id === unseen)).toMatchObject({
          label: 'all of issue SEC-1',
          content: { form: 'hidden' },
        });
        expect(plan.gaps.find(({ spot }) => spot === unseen)?.because).toContain('not shown this issue');
      },
      { options: { lookAsUser: true } },
    );
  });

  it('is not known of in the background, and costs no call where nobody wants to know', async () => {
    await withHost(secret, async ({ person, hidden, port, clock, ...running }) => {
      const inBackground: HttpPort = async (call) =>
        call.as === 'user' ? { status: 401, headers: {}, json: undefined } : port(call);
      const host = jiraHost(inBackground, { clock, lookAsUser: true });
      const spots = await listed({ host }, byPerson(person));
      expect(spots.filter(({ id }) => id.startsWith(`i${String(hidden)}/`))).toEqual([]);
      expect(spots.length).toBeGreaterThan(3);
      const before = callsTo(running, '/rest/api/3/search/jql');
      await listed(running, byPerson(person));
      expect(callsTo(running, '/rest/api/3/search/jql') - before).toBe(1);
    });
  });
});

describe('a message', () => {
  const talks = (seed: Seed) => {
    const [person, other, agent] = [seed.user(ada), seed.user(ida), seed.user(bo)];
    const mailed = seed.issue({ summary: 'm', reporter: person, participants: [other], channel: 'email' });
    const typed = seed.issue({ summary: 't', reporter: person, channel: 'portal' });
    const inside = seed.issue({ summary: 'i', reporter: person, project: 'DEV' });
    return {
      ...{ person, other, agent },
      said: {
        byMail: seed.comment(mailed, { by: person, body: 'a' }),
        byParticipant: seed.comment(mailed, { by: other, body: 'a' }),
        answer: seed.comment(mailed, { by: agent, body: 'b' }),
        note: seed.comment(mailed, { by: agent, body: 'c', internal: true }),
        typed: seed.comment(typed, { by: person, body: 'd' }),
        stranger: seed.comment(typed, { by: other, body: 'e', authorCanSeeRequest: false }),
        answered: seed.comment(typed, { by: agent, body: 'f' }),
        hers: seed.comment(inside, { by: person, body: 'g' }),
        theirs: seed.comment(inside, { by: agent, body: 'h' }),
      },
      files: {
        hers: seed.attachment(mailed, { by: person, name: 'scan.txt' }),
        typed: seed.attachment(typed, { by: person, name: 'scan.txt' }),
        agents: seed.attachment(mailed, { by: agent, name: 'map.txt' }),
      },
      work: seed.worklog(mailed, { by: agent, comment: 'Called her' }),
    };
  };

  it('says who wrote to whom, and how, as far as Jira tells', async () => {
    await withHost(talks, async ({ person, other, agent, said, ...running }) => {
      const spots = await listed(running, byPerson(person));
      const facts = (id: number): unknown => {
        const message = messageIn(spots, `c${String(id)}`);
        return message && [message.channel, message.direction, message.author, [...message.recipients]];
      };
      expect(facts(said.byMail)).toEqual(['mail', 'incoming', person, [other]]);
      expect(facts(said.byParticipant)).toEqual(['mail', 'incoming', other, [person]]);
      expect(facts(said.answer)).toEqual(['mail', 'outgoing', agent, [person, other]]);
      expect(facts(said.note)).toEqual(['note', 'internal', agent, []]);
      expect(facts(said.typed)).toEqual(['unknown', 'incoming', person, []]);
      expect(facts(said.stranger)).toEqual(['mail', 'incoming', other, [person]]);
      expect(facts(said.answered)).toEqual(['mail', 'outgoing', agent, [person]]);
      expect(facts(said.hers)).toEqual(['web', 'incoming', person, []]);
      expect(facts(said.theirs)).toEqual(['web', 'internal', agent, []]);
    });
  });

  it('is what a file came with, and what agents note of their work', async () => {
    await withHost(talks, async ({ person, agent, files, work, ...running }) => {
      const spots = await listed(running, byPerson(person));
      const facts = (id: string): unknown => {
        const message = messageIn(spots, id);
        return message && [message.channel, message.direction, message.author];
      };
      expect(facts(`a${String(files.hers)}`)).toEqual(['mail', 'incoming', person]);
      expect(facts(`a${String(files.typed)}`)).toEqual(['web', 'incoming', person]);
      expect(facts(`a${String(files.agents)}`)).toEqual(['note', 'internal', agent]);
      expect(facts(`w${String(work)}`)).toEqual(['note', 'internal', agent]);
    });
  });

  function messageIn(spots: readonly Spot[], id: string): Message | undefined {
    const of = spots.find((spot) => spot.id.endsWith(`/${id}`))?.of;
    return of?.type === 'message' ? of : undefined;
  }
});

describe('the history of an issue', () => {
  const past = (seed: Seed) => {
    const [person, other, agent] = [seed.user(ada), seed.user(ida), seed.user(bo)];
    const issue = seed.issue({ summary: 'Now', reporter: person, channel: 'email', participants: [person] });
    const participants = seed.field('Request participants');
    const contact = seed.field('Contact');
    const entry = seed.history(issue, {
      by: agent,
      items: [
        { fromString: 'Ada Quellstone', toString: 'Now' },
        { field: 'status', fieldId: 'status', fromString: 'Open', toString: 'Done' },
        { field: 'Contact', fieldId: contact, fromString: 'Ada', toString: null },
        { field: 'Attachment', fieldId: 'attachment', fromString: 'ada.txt', toString: null },
        { field: 'Comment', fieldId: 'comment', fromString: 'Deleted words', toString: null },
        {
          field: 'Request participants',
          fieldId: participants,
          from: `[${other}]`,
          to: `[${other}, ${person}]`,
          fromString: 'Ida',
          toString: 'Ida, Ada',
        },
        { field: 'Gone field', fieldId: '', fromString: 'Ada', toString: null },
        { field: 'description', fieldId: 'description', fromString: null, toString: '' },
      ],
    });
    return { person, issue, entry };
  };

  it.each(['iso', 'epoch'] as const)(
    'is counted entry by entry, what can name nobody left out (%s times)',
    async (changelogTimes) => {
      await withHost(
        past,
        async ({ person, issue, entry, ...running }) => {
          const items = (await listed(running, byPerson(person))).filter(({ kind }) => kind === 'dossier.history');
          const at = `i${String(issue)}/h${String(entry)}.`;
          expect(items.map((spot) => [spot.id.replace(at, ''), spot.about, textOf(spot), spot.holder])).toEqual([
            ['0', 'dossier.title', 'Ada Quellstone\nNow', undefined],
            ['2', 'dossier.field', 'Ada', undefined],
            ['3', 'attachment', 'ada.txt', undefined],
            ['4', 'message.body', 'Deleted words', undefined],
            ['5', 'dossier.people', 'Ida\nIda, Ada', person],
            ['6', undefined, 'Ada', undefined],
          ]);
          expect(items.map(({ ability }) => ability)).toEqual(items.map(() => undefined));
        },
        { site: { changelogTimes } },
      );
    },
  );

  it('is not read where that is not wanted, and there is one gap an issue', async () => {
    await withHost(
      past,
      async ({ person, issue, ...running }) => {
        const items = (await listed(running, byPerson(person))).filter(({ kind }) => kind === 'dossier.history');
        expect(callsTo(running, '/rest/api/3/changelog/bulkfetch')).toBe(0);
        expect(items.map(({ id, content }) => [id, content.form])).toEqual([[`i${String(issue)}/changelog`, 'hidden']]);
      },
      { options: { changelog: 'announced' } },
    );
  });

  it('can be redacted where Guard Premium answers: of late, and where nothing else than what a field holds now stands in it', async () => {
    const fill = (seed: Seed) => {
      const all = past(seed);
      const { issue } = all;
      const old = new Date(seed.jira.milliseconds() - 11 * 86_400_000).toISOString().replace('Z', '+0000');
      const items = [{ fromString: null, toString: 'Now' }];
      return {
        ...all,
        fresh: seed.history(issue, { by: all.person, items }),
        stale: seed.history(issue, { by: all.person, items, at: old }),
      };
    };
    await withHost(
      fill,
      async ({ person, fresh, ...running }) => {
        const spots = await listed(running, byPerson(person));
        const able = spots.filter(({ kind, ability }) => kind === 'dossier.history' && ability?.can !== undefined);
        expect(able.map(({ id, ability }) => [id.replace(/^.*\/h/, ''), ability?.can])).toEqual([
          [`${String(fresh)}.0`, ['clear']],
        ]);
      },
      { site: { guardPremium: true } },
    );
  });
});
