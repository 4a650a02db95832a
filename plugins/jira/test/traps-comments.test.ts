import { describe, expect, it } from '@jest/globals';
import { isObject } from './fake/answer.ts';
import type { Exchange } from './fake/server.ts';
import { docOf } from './fake/adf.ts';
import type { Seed } from './fake/seed.ts';
import { ada, anonymize, bo, desk, labelled, linesWith, withHost } from './journeys.ts';
import { ways } from './ways.ts';

describe.each(ways)('comments, $name', (way) => {
  it('are never deleted, as the history would keep their text, and keep their number', async () => {
    await withHost(
      desk,
      async (running) => {
        const { fake, person, comments } = running;
        const { ending } = await anonymize(running, person);
        expect(ending.state).toBe('done-with-gaps');
        expect(fake.made.filter(({ method, url }) => method === 'DELETE' && url.includes('/comment/'))).toEqual([]);
        expect(comments.map((id) => fake.state.comments.get(id).body)).toEqual(
          comments.map(() => docOf('[Anonymized]')),
        );
        expect(linesWith(fake, 'still on fire')).toEqual([]);
      },
      { way },
    );
  });

  it('go one a call, and none beside fields, where Jira takes one at most', async () => {
    const seen: Exchange[] = [];
    await withHost(
      desk,
      async (running) => {
        await anonymize(running, running.person);
        const edits = seen.filter(({ method, url }) => method === 'PUT' && /\/issue\/\d+\?/.test(url));
        expect(edits).not.toEqual([]);
        expect(edits.filter(({ body }) => isObject(body) && JSON.stringify(body).includes('"comment"'))).toEqual([]);
        const comments = seen.filter(({ method, url }) => method === 'PUT' && url.includes('/comment/'));
        expect(new Set(comments.map(({ url }) => url)).size).toBe(comments.length);
      },
      { way, watch: (exchange) => seen.push(exchange) },
    );
  });

  it('only some may see are blanked for those, and stay theirs; those the app may not see stay unseen', async () => {
    const fill = (seed: Seed) => {
      const at = desk(seed);
      const role = { type: 'role', value: 'Administrators' } as const;
      const group = { type: 'group', value: 'board' } as const;
      return {
        ...at,
        ours: seed.comment(at.issue, { by: at.agent, body: 'Ada Quellstone owes us.', visibility: role }),
        theirs: seed.comment(at.issue, { by: at.agent, body: 'Ada Quellstone again.', visibility: group }),
      };
    };
    await withHost(
      fill,
      async (running) => {
        const { fake, person, ours, theirs } = running;
        const { review, ending } = await anonymize(running, person);
        expect(ending.state).toBe('done-with-gaps');
        const { body, visibility } = fake.state.comments.get(ours);
        expect(visibility).toEqual({ type: 'role', value: 'Administrators' });
        expect(JSON.stringify(body)).not.toContain('Ada');
        expect(review.spots.filter(({ id }) => id.includes(String(theirs)))).toEqual([]);
        expect(JSON.stringify(fake.state.comments.get(theirs).body)).toContain('Ada Quellstone again.');
      },
      { way },
    );
  });

  it('of others that the app may not edit are gaps and not tried', async () => {
    const fill = (seed: Seed) => {
      for (const holder of ['atlassian-addons-admin', 'jira-administrators', 'jira-servicemanagement-users'])
        seed.without('HELP', 'EDIT_ALL_COMMENTS', holder);
      return desk(seed);
    };
    await withHost(
      fill,
      async (running) => {
        const { fake, person } = running;
        const { review, ending } = await anonymize(running, person);
        expect(ending.state).toBe('done-with-gaps');
        const gaps = review.plan.gaps.filter(({ kind }) => kind === 'message.body');
        expect(gaps.map(({ instead }) => instead)).toEqual(
          gaps.map(() => expect.stringContaining('"Edit all comments"')),
        );
        expect(gaps).toHaveLength(2);
        expect(fake.made.filter(({ url, isWrite }) => isWrite && url.includes('/comment/'))).toEqual([]);
      },
      { way },
    );
  });
});

describe('what was said of work', () => {
  it('goes, and the time that was spent stays', async () => {
    const fill = (seed: Seed) => {
      const at = desk(seed);
      const work = { by: at.agent, comment: 'Called Ada Quellstone.', timeSpentSeconds: 5400 };
      return { ...at, worklog: seed.worklog(at.issue, work) };
    };
    await withHost(fill, async (running) => {
      const { fake, person, worklog } = running;
      const { ending } = await anonymize(running, person);
      expect(ending.state).toBe('done-with-gaps');
      const { comment, timeSpentSeconds } = fake.state.worklogs.get(worklog);
      expect(JSON.stringify(comment)).not.toContain('Quellstone');
      expect(timeSpentSeconds).toBe(5400);
      const call = fake.made.find(({ method, url }) => method === 'PUT' && url.includes('/worklog/'));
      expect(call?.url).toContain('adjustEstimate=leave');
    });
  });
});

describe('nobody is mailed', () => {
  it('by Jira, whatever is changed', async () => {
    const fill = (seed: Seed) => {
      const at = desk(seed);
      seed.attachment(at.issue, { by: at.person, name: 'ada.png' });
      const more = { reporter: at.person, channel: 'email', watchers: [at.agent] };
      for (const number of [1, 2, 3, 4])
        seed.issue({ ...more, summary: `Ada ${String(number)}`, description: 'Ada Quellstone.' });
      return at;
    };
    await withHost(
      fill,
      async (running) => {
        const { fake, person } = running;
        await anonymize(running, person);
        const puts = fake.made.filter(({ method, url }) => method === 'PUT' && url.startsWith('/rest/api/3/issue/'));
        expect(puts.filter(({ url }) => !url.includes('notifyUsers=false'))).toEqual([]);
        expect(fake.made.some(({ url }) => url.startsWith('/rest/api/3/bulk/issues/fields'))).toBe(true);
        expect(fake.state.outbox).toEqual([]);
      },
      { site: { mailsEditedComments: false } },
    );
  });

  it('but customers by a service project that mails edited comments: the new text says nothing', async () => {
    await withHost(desk, async (running) => {
      await anonymize(running, running.person);
      const texts = running.fake.state.outbox.map(({ text }) => text);
      expect(texts).toEqual(['[Anonymized]', '[Anonymized]']);
    });
  });
});

describe('issues', () => {
  it('hidden by their security level are not found, and nothing is claimed of them', async () => {
    const fill = (seed: Seed) => {
      seed.project('SEC', { levels: { board: ['board'] } });
      const at = desk(seed);
      const hidden = { project: 'SEC', security: 'board', reporter: at.person, channel: 'email' };
      return { ...at, hidden: seed.issue({ ...hidden, summary: 'Secret of Ada Quellstone' }) };
    };
    await withHost(fill, async (running) => {
      const { fake, person, hidden } = running;
      const { review } = await anonymize(running, person);
      expect(review.spots.filter(({ id }) => id.startsWith(`i${String(hidden)}/`))).toEqual([]);
      expect(fake.state.issues.get(hidden).values.summary).toBe('Secret of Ada Quellstone');
    });
  });

  it('the app may see and not edit are gaps with their key, before anything is touched', async () => {
    const fill = (seed: Seed) => {
      seed.project('LAW');
      seed.without('LAW', 'EDIT_ISSUES', 'atlassian-addons-admin');
      const person = seed.user(ada);
      seed.user(bo);
      return { person, issue: seed.issue({ project: 'LAW', summary: 'Of Ada', reporter: person, channel: 'email' }) };
    };
    await withHost(fill, async (running) => {
      const { fake, person, issue } = running;
      const { review, ending } = await anonymize(running, person);
      expect(ending.state).toBe('done-with-gaps');
      const gap = review.plan.gaps.find(({ label }) => label === 'summary of issue LAW-1');
      expect(gap?.instead).toContain('"Edit issues"');
      expect(labelled(review.spots, 'summary of issue LAW-1').ability).toMatchObject({ can: 'nothing' });
      expect(fake.state.issues.get(issue).values.summary).toBe('Of Ada');
    });
  });
});
