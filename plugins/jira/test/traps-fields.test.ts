import { describe, expect, it } from '@jest/globals';
import { carryOut, memoryJournal, reviewOf, runOf } from '@lethe/core/testing';
import { docOf } from './fake/adf.ts';
import { at } from './fake/opened.ts';
import { isObject } from './fake/answer.ts';
import type { Exchange, FakeJira } from './fake/server.ts';
import type { Seed } from './fake/seed.ts';
import { ada, anonymize, bo, desk, ida, withHost } from './journeys.ts';
import { inForge, overHttp } from './ways.ts';
import { personIdOf } from '../src/index.ts';

interface Several {
  readonly person: string;
  readonly agent: string;
  readonly issues: readonly number[];
}

/** Requests of Ada's that came by mail, enough for a bulk edit. */
function several(seed: Seed): Several {
  const person = seed.user(ada);
  const agent = seed.user(bo);
  const made = [1, 2, 3, 4, 5].map((number) =>
    seed.issue({
      ...{ summary: `Ada Quellstone ${String(number)}`, description: 'I am Ada Quellstone.' },
      ...{ reporter: person, channel: 'email' },
    }),
  );
  return { person, agent, issues: made };
}

function summaries(fake: FakeJira, issues: readonly number[]): readonly unknown[] {
  return issues.map((id) => fake.state.issues.get(id).values.summary);
}

const bulk = 'POST /rest/api/3/bulk/issues/fields';
const made = (fake: FakeJira, start: string): number =>
  fake.made.filter(({ method, url }) => `${method} ${url}`.startsWith(start)).length;
const clean = Array.from({ length: 5 }, () => '[Anonymized]');

describe('many issues at once', () => {
  it('take one call, one question what came of it, and one for their mark, by which JQL finds them', async () => {
    const marked = { options: { marker: 'erasure-1' } };
    await withHost(
      several,
      async (running) => {
        const { fake, port, clock, person, issues } = running;
        expect((await anonymize(running, person)).ending.state).toBe('done-with-gaps');
        expect(summaries(fake, issues)).toEqual(clean);
        expect(issues.map((id) => fake.state.issues.get(id).values.description)).toEqual(issues.map(() => null));
        expect([
          made(fake, bulk),
          made(fake, 'GET /rest/api/3/bulk/queue/'),
          made(fake, 'PUT /rest/api/3/issue/'),
        ]).toEqual([1, 1, 0]);
        await clock.wait(2_000);
        const body = { jql: 'anonymizeUserErasure = "erasure-1"', fields: ['id'] };
        const found = await port({ what: 'find marked issues', endpoint: 'POST /rest/api/3/search/jql', body });
        const numbers = issues.map((_, row) => at(found.json, `issues.${String(row)}.id`));
        expect(numbers.toSorted()).toEqual(issues.map(String));
        expect(made(fake, 'POST /rest/api/3/issue/properties')).toBe(1);
      },
      marked,
    );
  });

  it('a mark Jira refuses does not hold up anything', async () => {
    await withHost(
      several,
      async (running) => {
        const { fake, person, issues } = running;
        const refusal = { status: 400, body: { errorMessages: ['No.'] } };
        fake.faults.aim({ at: 'POST /rest/api/3/issue/properties', with: refusal });
        expect((await anonymize(running, person)).ending.state).toBe('done-with-gaps');
        expect(summaries(fake, issues)).toEqual(clean);
        expect(made(fake, 'PUT /rest/api/3/issue/')).toBe(0);
      },
      { options: { marker: 'erasure-1' } },
    );
  });

  it('are marked too where the account itself cannot be changed', async () => {
    const fill = (seed: Seed) => {
      const person = seed.user({ ...ada, accountType: 'atlassian', details: {} });
      const request = { summary: 'Ada Quellstone', reporter: person, channel: 'email' };
      return { person, issues: [1, 2, 3, 4].map(() => seed.issue(request)) };
    };
    await withHost(
      fill,
      async (running) => {
        const { fake, clock, person, issues } = running;
        expect((await anonymize(running, person)).ending.state).toBe('done-with-gaps');
        await clock.wait(2_000);
        fake.settle();
        expect(issues.map((id) => fake.state.issues.get(id).properties['anonymize-user'])).toEqual(
          issues.map(() => ({ erasureId: 'erasure-1' })),
        );
      },
      { options: { marker: 'erasure-1' } },
    );
  });

  it('a bulk edit that is over and left issues out is no success: those are changed one by one', async () => {
    await withHost(several, async (running) => {
      const { fake, person, issues } = running;
      fake.faults.aim({ at: bulk, with: 'half' });
      expect((await anonymize(running, person)).ending.state).toBe('done-with-gaps');
      expect(summaries(fake, issues)).toEqual(clean);
      expect(made(fake, 'PUT /rest/api/3/issue/')).toBe(4);
    });
  });

  it('a bulk edit that fails as a whole leaves all of them to be changed one by one', async () => {
    await withHost(several, async (running) => {
      const { fake, person, issues } = running;
      fake.faults.aim({ at: bulk, with: 'job-fails' });
      expect((await anonymize(running, person)).ending.state).toBe('done-with-gaps');
      expect(summaries(fake, issues)).toEqual(clean);
      expect(made(fake, 'PUT /rest/api/3/issue/')).toBe(5);
    });
  });

  it('a bulk edit that says done and did nothing is found out, and done once more', async () => {
    await withHost(several, async (running) => {
      const { fake, person, issues } = running;
      fake.faults.aim({ at: bulk, with: 'lie' });
      expect((await anonymize(running, person)).ending.state).toBe('done-with-gaps');
      expect(summaries(fake, issues)).toEqual(clean);
    });
  });

  it('a bulk edit that never ends is waited for ten minutes, and its steps are called waiting', async () => {
    await withHost(
      several,
      async (running) => {
        const { clock, person } = running;
        const { journal, ending } = await anonymize(running, person);
        const outcomes = journal.changes.flatMap(({ settle }) => settle ?? []).map(({ outcome }) => outcome);
        expect(outcomes.filter((outcome) => outcome === 'waiting')).toHaveLength(10);
        expect(clock.waited.reduce((sum, one) => sum + one, 0)).toBeLessThan(700_000);
        expect(ending.state).toBe('done-with-gaps');
      },
      { site: { jobSeconds: 1_000_000 } },
    );
  });

  it('where bulk edit does not offer the summary, it is asked once which it offers, and the rest goes one by one', async () => {
    const fill = (seed: Seed) => {
      const summary = seed.jira.fields.having('fieldId', 'summary')[0];
      if (summary !== undefined) seed.jira.fields.update(summary.id, { inBulk: false });
      return several(seed);
    };
    await withHost(fill, async (running) => {
      const { fake, person, issues } = running;
      expect((await anonymize(running, person)).ending.state).toBe('done-with-gaps');
      expect(summaries(fake, issues)).toEqual(clean);
      expect([made(fake, bulk), made(fake, 'GET /rest/api/3/bulk/issues/fields')]).toEqual([1, 1]);
      expect(made(fake, 'PUT /rest/api/3/issue/')).toBe(5);
    });
  });

  it('without the right to change many issues at once nothing is tried, and each is changed by itself', async () => {
    const fill = (seed: Seed) => {
      seed.revoke('BULK_CHANGE', 'atlassian-addons-admin');
      return several(seed);
    };
    await withHost(fill, async (running) => {
      const { fake, person, issues } = running;
      expect((await anonymize(running, person)).ending.state).toBe('done-with-gaps');
      expect(summaries(fake, issues)).toEqual(clean);
      expect([made(fake, bulk), made(fake, 'PUT /rest/api/3/issue/')]).toEqual([0, 5]);
    });
  });
});

describe('one issue', () => {
  it('is changed in one call with its mark, which says nothing of anybody', async () => {
    const seen: Exchange[] = [];
    await withHost(
      desk,
      async (running) => {
        await anonymize(running, running.person);
        const edits = seen.filter(({ method, url }) => method === 'PUT' && /\/issue\/\d+\?/.test(url));
        expect(edits).toHaveLength(1);
        expect(edits[0]?.body).toEqual({
          fields: { summary: '[Anonymized]', description: null },
          properties: [{ key: 'anonymize-user', value: { erasureId: 'erasure-1' } }],
          historyMetadata: { type: 'lethe:anonymize', description: expect.any(String) },
        });
        expect(JSON.stringify(edits[0]?.body)).not.toMatch(/Ada|Quellstone|qm:/);
      },
      { watch: (exchange) => seen.push(exchange), options: { marker: 'erasure-1' } },
    );
  });

  it('204 and nothing done: a fresh reading shows it, and the person stays findable', async () => {
    await withHost(desk, async (running) => {
      const { fake, person } = running;
      fake.faults.aim({ at: 'PUT /rest/api/3/issue/10001?', with: 'lie', times: Infinity });
      const { ending } = await anonymize(running, person);
      expect(ending).toMatchObject({ state: 'stopped', reason: 'unfinished-steps' });
      expect(fake.state.known(person).displayName).toBe('Ada Quellstone');
    });
  });

  it.each([
    { way: inForge, state: 'done-with-gaps', summary: '[Anonymized]' },
    { way: overHttp, state: 'stopped', summary: 'Of Ada Quellstone' },
  ])(
    'closed for editing is changed by the app all the same, and by no other sign-in: $way.name',
    async ({ way, state, summary }) => {
      const fill = (seed: Seed) => {
        const person = seed.user(ada);
        const closed = { summary: 'Of Ada Quellstone', reporter: person, channel: 'email', editable: false };
        const issue = seed.issue(closed);
        return { person, issue, comment: seed.comment(issue, { by: person, body: 'Ada.' }) };
      };
      await withHost(
        fill,
        async (running) => {
          const { fake, person, issue } = running;
          const { ending, journal } = await anonymize(running, person);
          expect(ending.state).toBe(state);
          expect(fake.state.issues.get(issue).values.summary).toBe(summary);
          const refused = journal.changes
            .flatMap(({ settle }) => settle ?? [])
            .filter(({ code }) => code !== undefined);
          expect(new Set(refused.map(({ code }) => code))).toEqual(new Set(state === 'stopped' ? ['rejected'] : []));
        },
        { way },
      );
    },
  );

  it('fields on no screen are changed by the app all the same', async () => {
    const fill = (seed: Seed) => {
      const at = desk(seed);
      const field = seed.field('Caller', { onScreen: false });
      seed.jira.issues.update(at.issue, {
        values: { ...seed.jira.issues.get(at.issue).values, [field]: 'Ada Quellstone' },
      });
      return { ...at, field };
    };
    await withHost(fill, async (running) => {
      const { fake, person, issue, field } = running;
      expect((await anonymize(running, person)).ending.state).toBe('done-with-gaps');
      expect(fake.state.issues.get(issue).values[field]).toBe('Anonymized');
    });
  });

  it('a cut that makes the summary too long for Jira is shortened at its end', async () => {
    const fill = (seed: Seed) => {
      const person = seed.user({ ...ada, name: 'Al Xu', email: 'al.xu@quill.test' });
      const other = seed.user(ida);
      const summary = `${'Al Xu, '.repeat(30)}${'and so on '.repeat(4)}`.slice(0, 250);
      return { person, issue: seed.issue({ summary, reporter: other, channel: 'portal' }) };
    };
    await withHost(fill, async (running) => {
      const { fake, person, issue } = running;
      expect((await anonymize(running, person)).ending.state).toBe('done-with-gaps');
      const { summary } = fake.state.issues.get(issue).values;
      expect(summary).toHaveLength(255);
      expect(summary).not.toContain('Al Xu');
    });
  });
});

describe('lists of people', () => {
  it('lose the person and nobody else, whoever was added after the review', async () => {
    const fill = (seed: Seed) => {
      const person = seed.user(ada);
      const other = seed.user(ida);
      const late = seed.user({ name: 'Eva Holm', email: 'eva@holm.test' });
      const field = seed.field('Contacts', { kind: 'users' });
      const lone = seed.field('Owner', { kind: 'user' });
      const values = { Contacts: [person, other], Owner: person };
      const participants = [person, other];
      return {
        person,
        other,
        late,
        field,
        lone,
        issue: seed.issue({ summary: 'X', reporter: other, participants, fields: values }),
      };
    };
    await withHost(fill, async (running) => {
      const { fake, host, clock, person, other, late, field, lone, issue } = running;
      const review = await reviewOf(host, personIdOf(person));
      const list = fake.state.fieldOf('participants')?.fieldId ?? '';
      const adding = {
        ...host,
        apply: async (group: Parameters<typeof host.apply>[0]) => {
          const { values } = fake.state.issues.get(issue);
          const added = (id: string): readonly unknown[] => [
            ...new Set([...fake.state.accountsIn(fake.state.issues.get(issue), id), late]),
          ];
          fake.state.issues.update(issue, { values: { ...values, [field]: added(field), [list]: added(list) } });
          return host.apply(group);
        },
      };
      await carryOut(runOf(adding, review, { clock }));
      const { values } = fake.state.issues.get(issue);
      expect([values[list], values[field], values[lone] ?? null]).toEqual([[other, late], [other, late], null]);
    });
  });

  it('of many requests with the same people left change in one call', async () => {
    const fill = (seed: Seed) => {
      const person = seed.user(ada);
      const other = seed.user(ida);
      const issue = (participants: readonly string[]): number =>
        seed.issue({ summary: 'X', reporter: other, participants });
      return {
        person,
        other,
        alone: [1, 2, 3].map(() => issue([person])),
        beside: [1, 2, 3].map(() => issue([person, other])),
        one: issue([other, person, seed.user({ name: 'Eva Holm' })]),
      };
    };
    await withHost(fill, async (running) => {
      const { fake, person, other, alone, beside } = running;
      expect((await anonymize(running, person)).ending.state).toBe('done-with-gaps');
      const left = (id: number): readonly string[] => fake.state.accountsOf(fake.state.issues.get(id), 'participants');
      expect([...alone, ...beside].map(left)).toEqual([[], [], [], [other], [other], [other]]);
      expect([made(fake, bulk), made(fake, 'DELETE /rest/servicedeskapi/request/')]).toEqual([2, 1]);
    });
  });

  it('watchers that are Atlassian accounts are taken off; such an account itself is a gap with a way out', async () => {
    const fill = (seed: Seed) => {
      const person = seed.user({ name: 'Ada Quellstone', email: 'ada@quill.test', accountType: 'atlassian' });
      const other = seed.user(ida);
      return { person, other, issue: seed.issue({ summary: 'X', reporter: other, watchers: [person] }) };
    };
    await withHost(fill, async (running) => {
      const { fake, person, issue } = running;
      const { review, ending } = await anonymize(running, person);
      expect(ending.state).toBe('done-with-gaps');
      expect(fake.state.issues.get(issue).watchers).toEqual([]);
      const gaps = review.plan.gaps.filter(({ kind }) => kind.startsWith('person.'));
      expect(gaps.map(({ instead }) => instead)).toEqual(gaps.map(() => expect.stringContaining('id.atlassian.com')));
      expect(gaps.map(({ kind }) => kind).toSorted()).toEqual(['person.email', 'person.name', 'person.photo']);
    });
  });
});

describe('documents', () => {
  it('a mention in a document is cut, and all around it stays as it was', async () => {
    const around = { type: 'paragraph', content: [{ type: 'text', text: 'Untouched.', marks: [{ type: 'strong' }] }] };
    const fill = (seed: Seed) => {
      const person = seed.user(ada);
      const other = seed.user(ida);
      const words = { type: 'paragraph', content: [{ type: 'text', text: 'Ask Ada Quellstone now.' }] };
      const description = { type: 'doc', version: 1, content: [around, words] };
      return { person, issue: seed.issue({ summary: 'X', reporter: other, channel: 'portal', description }) };
    };
    await withHost(fill, async (running) => {
      const { fake, person, issue } = running;
      await anonymize(running, person);
      const { description } = fake.state.issues.get(issue).values;
      expect(isObject(description) ? description.content : undefined).toEqual([
        around,
        docOf('Ask Anonymized now.').content[0],
      ]);
    });
  });

  it('search is late: what it still finds is read as it is, and nothing is done twice', async () => {
    await withHost(
      desk,
      async (running) => {
        const { host, clock, fake, person, issue } = running;
        await clock.wait(600_000);
        const { review, ending } = await anonymize(running, person);
        expect(ending.state).toBe('done-with-gaps');
        expect(fake.state.issues.get(issue).values.summary).toBe('[Anonymized]');
        const writes = fake.made.filter(({ isWrite }) => isWrite).length;
        const again = await reviewOf(host, personIdOf(person), { who: review.who });
        expect(again.plan.steps).toEqual([]);
        await carryOut(runOf(host, review, { clock, journal: memoryJournal() }));
        expect(fake.made.filter(({ isWrite }) => isWrite)).toHaveLength(writes);
      },
      { site: { indexLagSeconds: 300 } },
    );
  });
});
