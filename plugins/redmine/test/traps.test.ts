import { describe, expect, it } from '@jest/globals';
import type { ReadyStep, Spot, StepId } from '@lethe/core';
import { Personal, abilityOf } from '@lethe/core';
import { ada, anonymize, bo, holds, labelled, reread, spotsOf } from './journeys.ts';
import { ways, withRedmine } from './fake.ts';
import type { Running } from './fake.ts';
import type { Seed } from './fake/seed.ts';
import { redmineHost } from '../src/index.ts';

interface Desk {
  readonly person: number;
  readonly agent: number;
  readonly issue: number;
}

/** A desk where Ada opened an issue and Bo answered. */
function desk(seed: Seed): Desk {
  const person = seed.user(ada);
  const agent = seed.user(bo);
  const issue = seed.issue({ by: person, subject: 'Printer of Ada Quellstone', description: 'I am Ada Quellstone.' });
  return { person, agent, issue };
}

/** Lets a test use a desk, with more in it if it wants. */
async function withDesk(
  inside: boolean,
  act: (running: Running & Desk) => Promise<void>,
  more: (seed: Seed, at: Desk) => void = () => undefined,
): Promise<void> {
  const made: Desk[] = [];
  const fill = (seed: Seed): void => {
    const at = desk(seed);
    more(seed, at);
    made.push(at);
  };
  await withRedmine({ inside, fill }, async (running) => {
    for (const at of made) await act({ ...running, ...at });
  });
}

function stepOn(spot: Spot, verb: ReadyStep['verb'], text = ''): ReadyStep {
  const id = `step:${spot.id}` as StepId;
  return { id, spot: spot.id, kind: spot.kind, verb, after: { form: 'plain', text: Personal.of(text) } };
}

async function blankAlone({ host }: Running, step: ReadyStep): Promise<string | undefined> {
  const [group] = host.group([step]);
  const [receipt] = group === undefined ? [] : await host.apply(group);
  return receipt?.claim;
}

describe('Redmine over REST', () => {
  it('PUT of a description writes a journal detail holding the full old text: the plan says that it remains', async () => {
    await withDesk(false, async ({ host, seed, person }) => {
      const { ending, review } = await anonymize(host, person);
      expect(review.plan.remains.map(({ kind }) => kind)).toContain('dossier.description');
      expect(ending.state).toBe('done-with-gaps');
      expect(seed.redmine.rows.get('issues', 1).description).toBe('');
      expect(seed.redmine.rows.all('journal_details').map((detail) => detail.old_value)).toContain(
        'I am Ada Quellstone.',
      );
    });
  });

  it('a change made before stays in the history, which no REST call edits: a gap that says what to do', async () => {
    const details = [{ property: 'attr', prop_key: 'subject', old_value: 'Ada Quellstone calls', value: 'x' }] as const;
    await withDesk(
      false,
      async ({ host, person }) => {
        const { review } = await anonymize(host, person);
        const [gap] = review.plan.gaps.filter(({ kind }) => kind === 'dossier.history');
        expect(gap?.because).toBe('The REST API shows history and does not change it.');
        expect(gap?.instead).toContain("Install Lethe's part");
      },
      (seed, { issue, agent }) => seed.note(issue, agent, { details }),
    );
  });

  it('DELETE of an attachment leaves its file name in a journal detail: the plan says that it remains', async () => {
    await withDesk(
      false,
      async ({ host, seed, person }) => {
        const { review } = await anonymize(host, person);
        expect(review.plan.remains.map(({ kind }) => kind)).toContain('attachment');
        expect(seed.redmine.rows.all('attachments')).toEqual([]);
        expect(holds(seed, 'ada-cv.txt')).toBe(true);
      },
      (seed, { issue, person }) => seed.file({ on: 'Issue', id: issue, by: person, name: 'ada-cv.txt' }),
    );
  });

  it('each PUT as the service account makes it a watcher: it is not one afterwards, and was told so once', async () => {
    await withDesk(
      false,
      async ({ host, seed, server, person }) => {
        await anonymize(host, person);
        const watchers = seed.redmine.rows.where('watchers', { user_id: seed.admin });
        expect(watchers.map((row) => row.watchable_id)).toEqual([2]);
        expect(server.made.filter(({ url }) => url === '/my/account.json')).toHaveLength(1);
      },
      (seed, { person }) => {
        for (let count = 0; count < 3; count += 1) seed.issue({ by: person, subject: 'More of Ada Quellstone' });
        seed.redmine.watch(seed.admin, 'Issue', 2);
      },
    );
  });

  it('the fake makes whoever changes an issue a watcher, as Redmine does, unless told not to', async () => {
    await withDesk(false, async ({ seed, issue }) => {
      seed.redmine.journal(issue, seed.admin, { notes: 'seen' });
      expect(seed.redmine.watches(seed.admin, 'Issue', issue)).toBeDefined();
    });
  });

  it('old versions of a wiki page stay: each that names the person is a gap, and the present one a step that remains', async () => {
    await withDesk(
      false,
      async ({ host, seed, person }) => {
        const { review } = await anonymize(host, person);
        const labels = review.plan.gaps.map(({ label }) => label.replace(/wiki page \S+/, 'the page'));
        expect(labels).toContain('version 1 of the page');
        expect(labels).not.toContain('version 2 of the page');
        expect(seed.redmine.rows.get('wiki_contents', 1).text).toBe('Call Anonymized. New.');
        expect(seed.redmine.rows.get('wiki_content_versions', 1).data).toBe('Call Ada Quellstone.');
      },
      (seed, { agent }) => {
        const versions = ['Call Ada Quellstone.', 'Nobody.', 'Call Ada Quellstone. New.'];
        seed.page('Ada_Quellstone', agent, { versions });
      },
    );
  });

  it("a page's title is its address and may be a name: no id holds it", async () => {
    await withDesk(
      false,
      async ({ host, person }) => {
        const spots = await spotsOf(host, person);
        const page = spots.filter(({ id }) => id.startsWith('wiki:'));
        expect(page.length).toBeGreaterThan(0);
        expect(spots.map(({ id, label }) => `${id} ${label}`).join('\n')).not.toMatch(/Quellstone/i);
        expect(await reread(host, page[0]?.id ?? labelled(spots, 'none').id)).toBe('Ada_Quellstone');
      },
      (seed, { agent }) => seed.page('Ada_Quellstone', agent, { versions: ['x'] }),
    );
  });

  it('pages made in the same second are told apart', async () => {
    await withDesk(
      false,
      async ({ host, person }) => {
        const titles = (await spotsOf(host, person)).filter(({ label }) => label.startsWith('title of wiki page'));
        expect(new Set(titles.map(({ id }) => id)).size).toBe(2);
        expect(await Promise.all(titles.map(({ id }) => reread(host, id)))).toEqual(['A', 'B']);
      },
      (seed, { agent }) => {
        const first = seed.page('A', agent, { versions: ['Ada Quellstone'] });
        const second = seed.page('B', agent, { versions: ['Ada Quellstone'] });
        const { created_on: at = null } = seed.redmine.rows.get('wiki_pages', first);
        seed.redmine.rows.update('wiki_pages', second, { created_on: at });
      },
    );
  });

  it('forum messages and documents are shown by the search only: gaps, and their files too where the search tells', async () => {
    await withDesk(
      false,
      async ({ host, person }) => {
        const { review } = await anonymize(host, person);
        const labels = review.plan.gaps.map(({ label }) => label);
        expect(labels).toEqual(
          expect.arrayContaining([
            'text of forum message 1',
            'title of document 1',
            'files of document 1',
            'text of commit 1',
          ]),
        );
        expect(labels).not.toContain('files of forum message 1');
        const text = labelled(review.spots, 'text of forum message 1');
        expect(await reread(host, text.id)).toBe('Ask Ada Quellstone.');
      },
      (seed, { agent }) => {
        seed.message(agent, 'Hello', 'Ask Ada Quellstone.');
        const { rows } = seed.redmine;
        const at = seed.redmine.now();
        const { id } = rows.insert('documents', {
          project_id: 1,
          title: 'Ada Quellstone',
          description: '',
          created_on: at,
        });
        seed.file({ on: 'Document', id, by: agent, name: 'Ada Quellstone.pdf' });
        const commit = {
          project_id: 1,
          revision: 'a1',
          committer: 'Bo',
          comments: 'x\n\nFor Ada Quellstone',
          committed_on: at,
        };
        rows.insert('changesets', { ...commit, user_id: null });
      },
    );
  });

  it('secondary addresses have no API (403): a gap for every person', async () => {
    await withDesk(false, async ({ host, seed, person }) => {
      const { review } = await anonymize(host, person);
      expect(review.plan.gaps.map(({ label }) => label)).toContain(`additional addresses of user ${String(person)}`);
      expect(holds(seed, 'ada.private@mail.test')).toBe(true);
    });
  });

  it('Redmine mails the old address that it was changed: the plan says so', async () => {
    await withDesk(false, async ({ host, seed, person }) => {
      const { review } = await anonymize(host, person);
      expect(review.plan.sideEffects.map(({ what }) => what)).toContain(
        'Redmine mails the old address that it was changed.',
      );
      expect(seed.redmine.outbox.flatMap(({ to }) => to)).toContain('ada.quell@mail.test');
    });
  });

  it('the account is locked first, so that no change of an issue mails the person', async () => {
    await withDesk(false, async ({ host, seed, person }) => {
      await anonymize(host, person);
      const changes = seed.redmine.outbox.filter(({ text }) => text.includes('changed from'));
      expect(changes.flatMap(({ to }) => to)).not.toContain('ada.quell@mail.test');
    });
  });

  it('what was answered with 204 and did nothing is still there when it is read again', async () => {
    await withDesk(false, async (running) => {
      const { host, server, person } = running;
      const subject = labelled(await spotsOf(host, person), 'subject of issue 1');
      server.faults.set({ kind: 'lie', on: 'writes', times: Infinity });
      await expect(blankAlone(running, stepOn(subject, 'set', '[Anonymized]'))).resolves.toBe('done');
      expect(await reread(host, subject.id)).toBe('Printer of Ada Quellstone');
    });
  });

  it('a closed project lets nobody write: everything in it is a gap that says to reopen it', async () => {
    await withDesk(
      false,
      async ({ host, seed, server, person }) => {
        const { review } = await anonymize(host, person);
        const gaps = review.plan.gaps.filter(({ because }) => because.includes('project is closed'));
        expect(gaps.map(({ label }) => label)).toEqual(
          expect.arrayContaining(['subject of issue 1', 'description of issue 1']),
        );
        expect(server.made.filter(({ method, url }) => method === 'PUT' && url.startsWith('/issues'))).toEqual([]);
        expect(holds(seed, 'Printer of Ada Quellstone')).toBe(true);
      },
      (seed) => {
        seed.redmine.rows.update('projects', seed.project, { status: 5 });
      },
    );
  });

  it('names may not be blank (422, nothing saved): one word becomes a first name and a dash, and reads as that word', async () => {
    await withDesk(false, async ({ host, seed, person }) => {
      const { review } = await anonymize(host, person);
      const { firstname, lastname } = seed.redmine.rows.get('users', person);
      expect([firstname, lastname]).toEqual(['Anonymized', '-']);
      expect(await reread(host, labelled(review.spots, `name of user ${String(person)}`).id)).toBe('Anonymized');
    });
  });

  it('logins and addresses are unique: a taken one is refused as a whole and says what to do', async () => {
    await withDesk(false, async (running) => {
      const login = labelled(await spotsOf(running.host, running.person), `login of user ${String(running.person)}`);
      await expect(blankAlone(running, stepOn(login, 'set', 'bo.lund'))).rejects.toMatchObject({ code: 'rejected' });
      expect(running.seed.redmine.rows.get('users', running.person).login).toBe('ada.quell');
    });
  });

  it('a required field of certain values cannot be blanked, one that is not required is emptied', async () => {
    await withDesk(
      false,
      async ({ host, seed, person, issue }) => {
        const { review } = await anonymize(host, person);
        expect(review.plan.gaps.map(({ because }) => because)).toContain(
          'The field is required and takes only certain values.',
        );
        const values = seed.redmine
          .fieldsOf('Issue', issue)
          .flatMap(({ values: some }) => some.map((row) => row.value));
        expect(values).toEqual(['Ada Quellstone']);
      },
      (seed, { issue }) => {
        const list = { field_format: 'list', possible_values: 'Ada Quellstone|Bo Lund' };
        seed.value({ type: 'Issue', id: issue }, seed.field('issue', 'Contact', { ...list, is_required: true }), [
          'Ada Quellstone',
        ]);
        seed.value({ type: 'Issue', id: issue }, seed.field('issue', 'Deputy', list), ['Ada Quellstone']);
      },
    );
  });
});

describe.each(ways)('Redmine $name', ({ inside }) => {
  it('blanking a note that has no details would destroy it: it gets a text, and the notes are as many as before', async () => {
    await withDesk(
      inside,
      async ({ host, seed, person }) => {
        const { ending } = await anonymize(host, person);
        expect(ending.state).not.toBe('stopped');
        expect(
          seed.redmine.rows
            .all('journals')
            .slice(0, 2)
            .map(({ notes }) => notes),
        ).toEqual(['[Anonymized]', '[Anonymized]']);
        expect(host.profile.abilities['message.body'].can).not.toContain('clear');
      },
      (seed, { issue, agent, person }) => {
        seed.note(issue, person, { notes: 'It smokes.' });
        seed.note(issue, agent, { notes: 'Turn it off.' });
      },
    );
  });

  it('HD-12 a public note of an agent was mailed to whoever opened the issue; a private one, and one on a watched issue, was not', async () => {
    await withDesk(
      inside,
      async ({ host, seed, person }) => {
        const { review } = await anonymize(host, person);
        const notes = review.spots.filter(({ kind }) => kind === 'message.body').map(({ of }) => of);
        const said = notes.map((of) => (of.type === 'message' ? [of.channel, of.direction, of.recipients] : []));
        expect(said).toEqual([
          ['unknown', 'outgoing', [String(person)]],
          ['note', 'internal', []],
          ['unknown', 'incoming', []],
          ['unknown', 'outgoing', [String(seed.admin)]],
        ]);
        expect(
          seed.redmine.rows
            .all('journals')
            .slice(0, 4)
            .map(({ notes: text }) => text),
        ).toEqual(['[Anonymized]', 'Anonymized is angry', '[Anonymized]', 'Not hers']);
      },
      (seed, { issue, agent, person }) => {
        seed.note(issue, agent, { notes: 'Dear customer' });
        seed.note(issue, agent, { notes: 'Ada Quellstone is angry', isPrivate: true });
        seed.note(issue, person, { notes: 'Thanks' });
        const watched = seed.issue({ by: seed.admin, subject: 'Roof' });
        seed.redmine.watch(person, 'Issue', watched);
        seed.note(watched, agent, { notes: 'Not hers' });
      },
    );
  });

  it('HD-11 Redmine keeps no mark that a mail opened an issue: unknown, so that the rules count it as mail', async () => {
    await withDesk(inside, async ({ host, person }) => {
      const [subject] = (await spotsOf(host, person)).filter(({ kind }) => kind === 'dossier.title');
      expect(subject?.of).toMatchObject({ openedVia: 'unknown', openedBy: String(person), subject: String(person) });
    });
  });

  it('HD-10 HD-17 references by number stay: author, assignee, fields of people; the company stays as well', async () => {
    await withDesk(
      inside,
      async ({ host, seed, person }) => {
        const { review } = await anonymize(host, person);
        const { author_id, assigned_to_id } = seed.redmine.rows.get('issues', 1);
        expect([author_id, assigned_to_id]).toEqual([person, seed.admin]);
        expect(seed.redmine.rows.where('custom_values', { value: String(person) })).toHaveLength(2);
        expect(seed.redmine.rows.where('custom_values', { value: 'Acme' })).toHaveLength(1);
        expect(review.spots.map(({ label }) => label).filter((label) => /member/.test(label))).toEqual([]);
        expect(seed.redmine.rows.where('members', { user_id: person })).toHaveLength(1);
      },
      (seed, { issue, person, agent }) => {
        const asks = seed.field('issue', 'Asks', { field_format: 'user', multiple: true });
        seed.value({ type: 'Issue', id: issue }, asks, [String(person), String(agent)]);
        const other = seed.issue({ by: agent, subject: 'Elsewhere' });
        seed.value({ type: 'Issue', id: other }, asks, [String(person)]);
        seed.redmine.rows.update('issues', issue, { assigned_to_id: seed.admin });
      },
    );
  });

  it('finds every issue the person has to do with: opened, assigned, watched, written in, named in a field, mentioned', async () => {
    await withDesk(
      inside,
      async ({ host, person }) => {
        const issues = (await spotsOf(host, person))
          .filter(({ kind }) => kind === 'dossier.title')
          .map(({ of }) => of.id);
        expect(issues).toEqual(
          expect.arrayContaining([1, 2, 3, 4, 5, 6, 7].map((number) => `issue:${String(number)}`)),
        );
        expect(issues).not.toContain('issue:8');
      },
      (seed, { person, agent }) => {
        const of = (more: Partial<Parameters<Seed['issue']>[0]>): number =>
          seed.issue({ by: agent, subject: 'Roof', ...more });
        of({ assignee: person });
        seed.redmine.watch(person, 'Issue', of({}));
        seed.note(of({ closed: true }), person, { notes: 'me too' });
        const field = seed.field('issue', 'Asks', { field_format: 'user' });
        seed.value({ type: 'Issue', id: of({}) }, field, [String(person)]);
        of({ subject: 'About Ada Quellstone' });
        of({ subject: 'ADA.QUELL@MAIL.TEST called' });
        of({ subject: 'Quells' });
      },
    );
  });

  it('HD-09 HD-15 closes the account and empties it', async () => {
    await withDesk(inside, async ({ host, seed, person }) => {
      const { ending } = await anonymize(host, person);
      expect(ending.state).toBe(inside ? 'done' : 'done-with-gaps');
      expect(seed.redmine.rows.get('users', person).status).toBe(3);
      expect(seed.redmine.mail(person)).toMatch(/^anonymized-[0-9a-f]{10}@anonymized\.invalid$/);
      for (const text of ['555 1234', 'likes tea', 'ada.quell']) expect(holds(seed, text)).toBe(false);
    });
  });

  it('comments on spent time are blanked where they name the person, and the hours stay', async () => {
    await withDesk(
      inside,
      async ({ host, seed, person }) => {
        await anonymize(host, person);
        const entries = seed.redmine.rows.all('time_entries').map(({ comments, hours }) => [comments, hours]);
        expect(entries).toEqual([
          ['call with Anonymized', 1.5],
          ['Anonymized waits', 1.5],
          ['lunch', 1.5],
        ]);
      },
      (seed, { issue, agent, person }) => {
        seed.time({ by: agent, issue, comments: 'call with Ada Quellstone' });
        seed.time({ by: person, issue, comments: 'ada.quell@mail.test waits' });
        seed.time({ by: agent, issue, comments: 'lunch' });
      },
    );
  });

  it('files of issues, pages, news and projects go with what is inside them', async () => {
    await withDesk(
      inside,
      async ({ host, seed, person }) => {
        const { review } = await anonymize(host, person);
        expect(review.spots.filter(({ kind }) => kind === 'attachment').length).toBeGreaterThanOrEqual(4);
        expect(seed.redmine.rows.all('attachments').map(({ filename }) => filename)).toEqual(['plan.txt']);
        expect(holds(seed, 'passport')).toBe(false);
      },
      (seed, { issue, agent, person }) => {
        const mine = { by: person, name: 'scan.txt', inside: 'passport' };
        const page = seed.page('Contacts', agent, { versions: ['Ada Quellstone'] });
        const news = seed.news(agent, { title: 'News', description: 'Ada Quellstone' });
        seed.file({ on: 'Issue', id: issue, ...mine });
        seed.file({ on: 'WikiPage', id: page, ...mine });
        seed.file({ on: 'News', id: news, ...mine });
        seed.file({ on: 'Project', id: seed.project, ...mine });
        seed.file({ on: 'Project', id: seed.project, by: agent, name: 'plan.txt' });
      },
    );
  });

  it('the text of news and projects is cut where it names the person', async () => {
    await withDesk(
      inside,
      async ({ host, seed, person }) => {
        await anonymize(host, person);
        const { title, summary, description } = seed.redmine.rows.get('news', 1);
        expect([title, summary, description]).toEqual(['Meet Anonymized', 'Anonymized', 'Welcome, Anonymized!']);
        expect(seed.redmine.rows.get('projects', seed.project).description).toBe('Contact: Anonymized');
      },
      (seed, { agent }) => {
        seed.news(agent, {
          title: 'Meet Ada Quellstone',
          summary: 'Ada Quellstone',
          description: 'Welcome, Ada Quellstone!',
        });
        seed.redmine.rows.update('projects', seed.project, { description: 'Contact: ada.quell@mail.test' });
      },
    );
  });

  it('what is gone counts as blanked', async () => {
    await withDesk(inside, async (running) => {
      const { host, seed, person } = running;
      const name = inside ? 'watcher 1 of issue 1' : `watcher ${String(person)} of issue 1`;
      seed.redmine.watch(person, 'Issue', 1);
      const watcher = labelled(await spotsOf(host, person), name);
      seed.redmine.rows.delete('watchers', 1);
      seed.redmine.rows.delete('issues', 1);
      expect(['absent', 'done']).toContain(await blankAlone(running, stepOn(watcher, 'remove')));
    });
  });

  it('never says what it was given: ids and labels are numbers and fixed words', async () => {
    await withDesk(
      inside,
      async ({ host, person }) => {
        const spots = await spotsOf(host, person);
        const said = spots
          .flatMap(({ id, label, of, ability }) => [id, label, of.id, JSON.stringify(ability ?? {})])
          .join('\n');
        expect(said).not.toMatch(/quell|1234|likes tea/i);
      },
      (seed, { agent }) => {
        seed.page('Ada_Quellstone', agent, { versions: ['Ada Quellstone', 'x'] });
        seed.news(agent, { title: 'Ada Quellstone', description: 'd' });
        seed.message(agent, 'Ada Quellstone', 'x');
      },
    );
  });

  it('asks at most four things at a time, and answers in order', async () => {
    await withDesk(
      inside,
      async ({ transport, person }) => {
        const busy = { now: 0, most: 0 };
        const host = await redmineHost(async (call) => {
          busy.now += 1;
          busy.most = Math.max(busy.most, busy.now);
          return transport(call).finally(() => (busy.now -= 1));
        });
        const titles = (await spotsOf(host, person)).filter(({ kind }) => kind === 'dossier.title');
        expect(titles.map(({ of }) => of.id)).toEqual(Array.from({ length: 21 }, (_, at) => `issue:${String(at + 1)}`));
        expect(busy.most).toBeLessThanOrEqual(4);
        expect(busy.most).toBeGreaterThan(1);
      },
      (seed, { person }) => {
        for (let count = 0; count < 20; count += 1) seed.issue({ by: person, subject: 'Roof' });
      },
    );
  });
});

describe("Redmine through Lethe's part", () => {
  it('leaves nothing in history, additional addresses, keys, forums, comments on news and old wiki versions', async () => {
    const details = [{ property: 'attr', prop_key: 'subject', old_value: 'Ada Quellstone calls', value: 'x' }] as const;
    await withDesk(
      true,
      async ({ host, seed, person }) => {
        const { ending, review } = await anonymize(host, person);
        expect(ending.state).toBe('done');
        expect([review.plan.gaps, review.plan.remains]).toEqual([[], []]);
        for (const text of ['Quellstone', 'ada.quell', 'ada.private', '555 1234'])
          expect(holds(seed, text)).toBe(false);
        expect(seed.redmine.rows.where('tokens', { user_id: person, action: 'session' })).toEqual([]);
        expect(seed.redmine.outbox).toEqual([]);
      },
      (seed, { issue, agent, person }) => {
        seed.note(issue, agent, { details });
        seed.message(agent, 'For Ada Quellstone', 'ada.quell@mail.test');
        seed.page('Ada_Quellstone', agent, { versions: ['Ada Quellstone', 'Ada Quellstone 2'] });
        const news = seed.news(agent, { title: 'News', description: 'd' });
        seed.redmine.rows.insert('comments', {
          commented_id: news,
          author_id: agent,
          content: 'Ada Quellstone!',
          created_on: seed.redmine.now(),
        });
        const token = { user_id: person, action: 'session', value: 's', created_on: seed.redmine.now() };
        seed.redmine.rows.insert('tokens', token);
        seed.file({ on: 'Issue', id: issue, by: person, name: 'ada.quell.txt' });
      },
    );
  });

  it('writes in batches of two hundred, and changes no history and no watcher', async () => {
    await withDesk(
      true,
      async ({ host, seed, server, person }) => {
        const history = seed.redmine.rows.all('journal_details').length;
        await anonymize(host, person);
        const writes = server.made.filter(({ isWrite }) => isWrite);
        expect(writes.length).toBeLessThanOrEqual(10);
        expect(new Set(writes.map(({ url }) => url))).toEqual(new Set(['/lethe/change.json']));
        expect(seed.redmine.rows.all('journal_details')).toHaveLength(history);
        expect(seed.redmine.rows.where('watchers', { user_id: seed.admin })).toEqual([]);
      },
      (seed, { person, agent }) => {
        for (let count = 0; count < 150; count += 1) {
          seed.note(seed.issue({ by: person, subject: 'Roof', description: 'It leaks' }), agent, { notes: 'Seen' });
        }
      },
    );
  });

  it('a text edited after it was read is left alone, as the part compares before it cuts', async () => {
    await withDesk(
      true,
      async (running) => {
        const { host, seed, person } = running;
        const comment = labelled(await spotsOf(host, person), 'comment 1 of issue 1');
        seed.redmine.rows.update('time_entries', 1, { comments: 'edited meanwhile' });
        const step = { ...stepOn(comment, 'cut', 'call Anonymized'), before: Personal.of('call Ada Quellstone') };
        await expect(blankAlone(running, step)).resolves.toBe('stale');
        expect(seed.redmine.rows.get('time_entries', 1).comments).toBe('edited meanwhile');
      },
      (seed, { issue, agent }) => seed.time({ by: agent, issue, comments: 'call Ada Quellstone' }),
    );
  });

  it('a key that Redmine makes up when a locked account is read opens nothing', async () => {
    await withDesk(true, async ({ host, seed, person }) => {
      await anonymize(host, person);
      const keys = (await spotsOf(host, person)).filter(({ label }) => label.startsWith('api key'));
      expect(seed.redmine.rows.where('tokens', { user_id: person })).toHaveLength(1);
      expect(keys.map(({ content }) => content)).toEqual([{ form: 'access', open: false }]);
    });
  });

  it('a private saved query goes as a whole', async () => {
    await withDesk(
      true,
      async ({ host, person }) => {
        const query = labelled(await spotsOf(host, person), `saved query 1 of user ${String(person)}`);
        expect(abilityOf(query, host.profile.abilities).can).toEqual(['remove']);
      },
      (seed, { person }) => {
        seed.redmine.rows.insert('queries', { user_id: person, name: 'Mine', filters: '{}', visibility: 0 });
      },
    );
  });
});
