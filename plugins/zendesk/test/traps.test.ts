import { describe, expect, it } from '@jest/globals';
import { identifiersFrom } from '@lethe/core';
import type { Scope } from '@lethe/core';
import { reviewOf, carryOut, memoryJournal, runOf } from '@lethe/core/testing';
import { indexTicket } from './fake/changing.ts';
import type { Seed } from './fake/seed.ts';
import { ada, anonymize, bo, byMail, desk, holds, ida, labelled, reread, withZendesk } from './journeys.ts';
import { textsOf } from './texts.ts';
import { helpDossierId } from '../src/ids.ts';
import { personIdOf, ticketDossierId, zendeskHost } from '../src/index.ts';
import type { Answer } from '../src/index.ts';

const withDesk = (act: Parameters<typeof withZendesk<ReturnType<typeof desk>>>[1]): Promise<void> =>
  withZendesk(desk, act);

describe('redactions', () => {
  it('a whole comment, its links, pictures and files go in one call, and the number of comments stays', async () => {
    const html =
      '<div class="zd-comment"><p>I am <b>Ada</b></p><a href="mailto:ada@quill.test">write</a><img src="https://x.test/ada.png" alt="Ada"></div>';
    const fill = (seed: Seed) => {
      const at = desk(seed);
      const files = [
        { name: 'ada-cv.pdf', inside: 'curriculum of Ada' },
        { name: 'inline.png', inline: true, inside: 'picture of Ada' },
      ];
      return { ...at, comment: seed.comment(at.ticket, { by: at.person, html, via: byMail, files }) };
    };
    await withZendesk(fill, async (running) => {
      const { seed, fake, person, comment } = running;
      const { ending } = await anonymize(running, person);
      expect(ending.state).toBe('done-with-gaps');
      expect(fake.made.filter(({ url }) => url.includes(`/comment_redactions/${String(comment)}`))).toHaveLength(1);
      const after = seed.zendesk.comments.get(comment).html_body;
      expect(after).not.toMatch(/Ada|href|src/);
      expect(after.replaceAll(/<[^>]*>/g, '')).toMatch(/^▇+$/);
      expect(seed.zendesk.attachmentsOf(comment).map(({ file_name }) => file_name)).toEqual([
        'redacted.txt',
        'redacted.txt',
      ]);
      expect(holds(seed, 'curriculum of Ada')).toBe(false);
    });
  });

  it('at most 75 files go in one call: the others go in calls of their own', async () => {
    const fill = (seed: Seed) => {
      const at = desk(seed);
      const files = Array.from({ length: 160 }, (_, file) => ({ name: `scan ${String(file)}.png` }));
      return { ...at, comment: seed.comment(at.ticket, { by: at.person, text: 'Scans.', via: byMail, files }) };
    };
    await withZendesk(fill, async (running) => {
      const { seed, fake, person, comment } = running;
      const { ending } = await anonymize(running, person);
      expect(ending.state).toBe('done-with-gaps');
      expect(fake.made.filter(({ url }) => url.includes(`/comment_redactions/${String(comment)}`))).toHaveLength(3);
      expect(new Set(seed.zendesk.attachmentsOf(comment).map(({ file_name }) => file_name))).toEqual(
        new Set(['redacted.txt']),
      );
    });
  });

  it('a mention is cut and every other character stays: entities, links to the address, quoted history of an agent', async () => {
    const quoted =
      '<div class="zd-comment">See &amp; tell.<br>&gt; From: Ada Quellstone &lt;ada&#64;quill.test&gt;<br><a href="mailto:ada@quill.test">mail</a> <i>kept</i></div>';
    const fill = (seed: Seed) => {
      const at = desk(seed);
      const other = seed.user(ida);
      const theirs = seed.ticket({ by: other, subject: 'Question', comments: [{ by: other, html: quoted }] });
      return { ...at, theirs };
    };
    await withZendesk(fill, async (running) => {
      const { seed, person, theirs } = running;
      await anonymize(running, person);
      const [comment] = seed.zendesk.commentsOf(theirs);
      expect(comment?.html_body).toMatch(
        /^<div class="zd-comment">See &amp; tell\.<br>&gt; From: ▇+ &lt;▇+&gt;<br>mail <i>kept<\/i><\/div>$/,
      );
    });
  });

  it('comments of closed and archived tickets are redacted too; their subjects, fields and lists are gaps', async () => {
    const fill = (seed: Seed) => {
      const person = seed.user(ada);
      const common = { by: person, via: byMail, fields: { Contact: 'Ada Quellstone' }, email_cc_ids: [person] };
      const comments = [{ by: person, text: 'I am Ada Quellstone.', via: byMail }];
      return {
        person,
        closed: seed.ticket({ ...common, subject: 'Of Ada Quellstone', status: 'closed', comments }),
        archived: seed.ticket({ ...common, subject: 'Of Ada Quellstone', archived: true, comments }),
      };
    };
    await withZendesk(fill, async (running) => {
      const { seed, person, closed, archived } = running;
      const { ending, review } = await anonymize(running, person);
      expect(ending.state).toBe('done-with-gaps');
      for (const ticket of [closed, archived]) {
        expect(seed.zendesk.commentsOf(ticket)[0]?.html_body).toContain('▇');
        const gaps = review.plan.gaps.filter(({ label }) => label.endsWith(`of ticket ${String(ticket)}`));
        expect(gaps.map(({ kind }) => kind)).toEqual(
          expect.arrayContaining(['dossier.title', 'dossier.field', 'message.copies', 'dossier.history']),
        );
        for (const gap of gaps.filter(({ kind }) => kind === 'dossier.title'))
          expect(gap.instead).toContain('Delete the ticket');
      }
    });
  });

  it.each([
    ['web', 'merge', 'merge-note'],
    ['web', 'slack', 'slack'],
    ['sms', undefined, 'sms'],
    ['mobile_sdk', undefined, 'sdk'],
    ['any_channel', undefined, 'channel-framework'],
  ] as const)('comments Zendesk cannot redact (%s %s) are gaps and not tried', async (...[channel, rel, kind]) => {
    const fill = (seed: Seed) => {
      const at = desk(seed);
      const via = { channel, ...(rel === undefined ? {} : { rel }) };
      return { ...at, note: seed.comment(at.ticket, { by: at.person, text: 'Ada Quellstone.', via, kind }) };
    };
    await withZendesk(fill, async (running) => {
      const { fake, person, note } = running;
      const { review } = await anonymize(running, person);
      expect(review.plan.gaps.map(({ spot }) => spot)).toContainEqual(
        expect.stringContaining(`/c${String(note)}/body`),
      );
      expect(fake.made.filter(({ url }) => url.includes(`/comment_redactions/${String(note)}`))).toEqual([]);
    });
  });

  it('a comment Zendesk turns out not to redact is refused: the run says so and the person stays findable', async () => {
    const fill = (seed: Seed) => {
      const at = desk(seed);
      return {
        ...at,
        bot: seed.comment(at.ticket, { by: at.person, text: 'Ada here', via: byMail, kind: 'translated' }),
      };
    };
    await withZendesk(fill, async (running) => {
      const { seed, person } = running;
      const { ending, journal } = await anonymize(running, person);
      expect(ending).toMatchObject({ state: 'stopped', reason: 'unfinished-steps' });
      const refused = journal.changes
        .flatMap(({ settle }) => settle ?? [])
        .filter(({ outcome }) => outcome === 'refused');
      expect(refused).toMatchObject([{ code: 'rejected' }]);
      expect(seed.zendesk.users.get(person).name).toBe('Ada Quellstone');
    });
  });

  it('lines and files of a live chat are redacted through the log, the only place that shows them', async () => {
    const fill = (seed: Seed) => {
      const person = seed.user(ada);
      const ticket = seed.ticket({
        by: person,
        subject: 'Chat',
        via: { channel: 'chat' },
        comments: [{ by: person, text: 'Chat' }],
      });
      seed.audited(ticket, person, [
        {
          type: 'ChatStartedEvent',
          value: {
            visitor_id: 'v',
            chat_id: 'chat-1',
            history: [
              {
                chat_index: 0,
                type: 'ChatMessage',
                message: 'I am Ada',
                actor_id: person,
                actor_type: 'end-user',
                actor_name: 'Ada',
              },
              {
                chat_index: 1,
                type: 'ChatFileAttachment',
                filename: 'ada.png',
                actor_id: person,
                actor_type: 'end-user',
              },
              { chat_index: 2, type: 'ChatMemberLeave', actor_id: person },
            ],
          },
        },
        { type: 'ChatEndedEvent', value: { chat_id: 'chat-1', visitor_id: 'v', is_served: true } },
      ]);
      return { person, ticket };
    };
    await withZendesk(fill, async (running) => {
      const { seed, person } = running;
      const { ending } = await anonymize(running, person);
      expect(ending.state).toBe('done-with-gaps');
      expect(holds(seed, 'I am Ada')).toBe(false);
      expect(holds(seed, 'ada.png')).toBe(false);
    });
  });
});

describe('tickets', () => {
  it('a blanked subject stays in the audit: the plan says so before the run', async () => {
    await withDesk(async (running) => {
      const { seed, person, ticket } = running;
      const { review, ending } = await anonymize(running, person);
      expect(review.plan.remains.map(({ kind }) => kind)).toContain('dossier.title');
      expect(ending.state).toBe('done-with-gaps');
      expect(seed.zendesk.tickets.get(ticket).subject).toBe('[Anonymized]');
      const changes = seed.zendesk
        .auditsOf(ticket)
        .flatMap(({ events }) => events.map((event) => event.previous_value));
      expect(changes).toContain('Printer of Ada Quellstone');
    });
  });

  it('a job that is completed with a failed row is no success: closed between the list and the update', async () => {
    const fill = (seed: Seed) => ({ ...desk(seed), second: desk(seed, 'open') });
    await withZendesk(fill, async (running) => {
      const { host, clock, seed, person, ticket } = running;
      const more = seed.ticket({
        by: person,
        subject: 'More of Ada Quellstone',
        via: byMail,
        comments: [{ by: person, text: 'More.', via: byMail }],
      });
      const review = await reviewOf(host, personIdOf(person));
      const closing = {
        ...host,
        apply: async (group: Parameters<typeof host.apply>[0]) => {
          if (group.call === 'change tickets') seed.zendesk.tickets.update(ticket, { status: 'closed' });
          return host.apply(group);
        },
      };
      const journal = memoryJournal();
      const { ending } = await carryOut(runOf(closing, review, { clock, journal }));
      expect(ending).toMatchObject({ state: 'stopped', reason: 'unfinished-steps' });
      expect(seed.zendesk.tickets.get(more).subject).toBe('[Anonymized]');
      expect(seed.zendesk.tickets.get(ticket).subject).toBe('Printer of Ada Quellstone');
      const refused = journal.changes
        .flatMap(({ settle }) => settle ?? [])
        .filter(({ outcome }) => outcome === 'refused');
      expect(refused).toMatchObject([
        { code: 'rejected', remedy: expect.stringContaining('closed since it was read') },
      ]);
      const resumed = await carryOut(runOf(host, review, { clock, journal, acceptRefused: true }));
      expect(resumed.ending.state).toBe('done-with-gaps');
      expect(seed.zendesk.users.get(person).name).toBe('Anonymized');
    });
  });

  it('thirty jobs under way: the run waits until there is room', async () => {
    await withDesk(async (running) => {
      const { seed, fake, clock, person } = running;
      const job = {
        job_type: 'Bulk Update Ticket',
        by: seed.admin,
        rows: [],
        run: 'update',
        results: undefined,
      } as const;
      const now = clock.now().getTime();
      for (let id = 0; id < 30; id += 1)
        seed.zendesk.jobs.put({
          ...job,
          id: seed.zendesk.jobs.nextId(),
          key: `other${String(id)}`,
          queued_at: now,
          due_at: now + 90_000,
        });
      const { ending } = await anonymize(running, person);
      expect(ending.state).toBe('done-with-gaps');
      expect(fake.made.filter(({ url }) => url.includes('update_many')).length).toBeGreaterThan(1);
    });
  });

  it('a hundred rows a job, all jobs asked for together', async () => {
    const fill = (seed: Seed) => {
      const person = seed.user(ada);
      for (let count = 0; count < 230; count += 1)
        seed.ticket({ by: person, subject: 'Of Ada Quellstone', comments: [{ by: person, text: 'Hello.' }] });
      return { person };
    };
    await withZendesk(fill, async (running) => {
      const { fake, person } = running;
      await anonymize(running, person);
      expect(fake.made.filter(({ url }) => url.includes('update_many'))).toHaveLength(3);
      expect(fake.made.filter(({ url }) => url.includes('job_statuses'))).toHaveLength(1);
    });
  }, 60_000);

  it('the CC list of a mail the person was on goes whole, of other tickets only the person', async () => {
    const fill = (seed: Seed) => {
      const at = desk(seed);
      const other = seed.user(ida);
      const copied = { email_cc_ids: [at.person, other], subject: 'Question' };
      return {
        ...at,
        mailed: seed.ticket({
          by: at.agent,
          ...copied,
          via: byMail,
          comments: [{ by: at.agent, text: 'Look.', via: byMail }],
        }),
        asked: seed.ticket({ by: at.agent, ...copied, comments: [{ by: other, text: 'Look.' }] }),
        other,
      };
    };
    await withZendesk(fill, async (running) => {
      const { seed, person, mailed, asked, other } = running;
      await anonymize(running, person);
      expect(seed.zendesk.tickets.get(mailed).email_cc_ids).toEqual([]);
      expect(seed.zendesk.tickets.get(asked).email_cc_ids).toEqual([other]);
    });
  });

  it('accounts with the old list of collaborators lose the person from it', async () => {
    const fill = (seed: Seed) => {
      const at = desk(seed);
      const other = seed.user(ida);
      const people = { email_cc_ids: [at.person, other] };
      return {
        ...at,
        other,
        asked: seed.ticket({ by: other, subject: 'Question', ...people, comments: [{ by: other, text: 'Look.' }] }),
      };
    };
    await withZendesk(
      fill,
      async (running) => {
        const { seed, person, asked, other } = running;
        await anonymize(running, person);
        expect(seed.zendesk.tickets.get(asked).email_cc_ids).toEqual([other]);
      },
      { account: { ccsAndFollowers: false } },
    );
  });

  it('such accounts may keep nobody among CCs: the old list counts', async () => {
    const fill = (seed: Seed) => {
      const at = desk(seed);
      const other = seed.user(ida);
      const ticket = { by: other, subject: 'Question', email_cc_ids: [at.person] };
      return { ...at, asked: seed.ticket({ ...ticket, comments: [{ by: other, text: 'Look.' }] }) };
    };
    await withZendesk(
      fill,
      async ({ port, clock, person, asked }) => {
        const bare = zendeskHost(async (call) => withoutCopies(await port(call)), { clock });
        const { spots } = await reviewOf(bare, personIdOf(person));
        expect(spots.map(({ label }) => label)).toContain(`CC list of ticket ${String(asked)}`);
      },
      { account: { ccsAndFollowers: false } },
    );
  });

  it('an agent who followed tickets does not follow them any more', async () => {
    const fill = (seed: Seed) => {
      const agent = seed.user(bo);
      const other = seed.user(ida);
      const follower_ids = [agent, seed.admin];
      return {
        agent,
        followed: seed.ticket({ by: other, subject: 'Question', follower_ids, comments: [{ by: other, text: 'Hi.' }] }),
      };
    };
    await withZendesk(fill, async (running) => {
      const { seed, agent, followed } = running;
      await anonymize(running, agent);
      expect(seed.zendesk.tickets.get(followed).follower_ids).toEqual([seed.admin]);
    });
  });

  it('what a text is cut from may not fit the pattern of its field: the field is emptied; fields of choices stay', async () => {
    const fill = (seed: Seed) => {
      const at = desk(seed);
      const pattern = seed.ticketField('Pattern', { type: 'regexp' });
      const choice = seed.ticketField('Choice', { type: 'tagger' });
      const ticket = seed.ticket({
        by: at.person,
        subject: 'Fields',
        fields: { Pattern: 'Ada Quellstone', Choice: 'ada_quellstone', Text: 'call Ada Quellstone now' },
        comments: [{ by: at.person, text: 'Hello.' }],
      });
      return { ...at, ticket, pattern, choice, text: seed.ticketField('Text') };
    };
    await withZendesk(fill, async (running) => {
      const { seed, person, ticket, pattern, choice, text } = running;
      await anonymize(running, person);
      const fields = new Map(seed.zendesk.tickets.get(ticket).custom_fields.map(({ id, value }) => [id, value]));
      expect(fields.get(pattern)).toBeNull();
      expect(fields.get(choice)).toBe('ada_quellstone');
      expect(fields.get(text)).toBe('call Anonymized now');
    });
  });

  it.each(['open', 'closed'] as const)(
    'a tag made of the name goes, also of a ticket that is %s; the others stay',
    async (status) => {
      const fill = (seed: Seed) => {
        const other = seed.user(ida);
        const tags = ['printer', 'ada_quellstone'];
        const comments = [{ by: other, text: 'Ask Ada Quellstone.' }];
        return { ...desk(seed), tagged: seed.ticket({ by: other, subject: 'Question', status, tags, comments }) };
      };
      await withZendesk(fill, async (running) => {
        const { seed, person, tagged } = running;
        await anonymize(running, person);
        expect(seed.zendesk.tickets.get(tagged).tags).toEqual(['printer', 'redacted_content']);
      });
    },
  );

  it('the comment on a rating, calls and side conversations are gaps that say what to do', async () => {
    const fill = (seed: Seed) => {
      const at = desk(seed);
      seed.zendesk.tickets.update(at.ticket, {
        satisfaction_rating: { id: 1, score: 'good', comment: 'Thanks, Ada Quellstone' },
      });
      seed.sideConversation(at.ticket, { subject: 'About Ada Quellstone', participants: [], events: [] });
      return at;
    };
    const account = { sideConversations: true };
    await withZendesk(
      fill,
      async ({ host, person }) => {
        const { plan } = await reviewOf(host, personIdOf(person));
        const labels = plan.gaps.map(({ label }) => label.replace(/\d+$/, 'N'));
        expect(labels).toEqual(
          expect.arrayContaining(['comment on the satisfaction rating of ticket N', 'side conversations of ticket N']),
        );
      },
      { account },
    );
    await withZendesk(
      fill,
      async ({ host, person }) => {
        const { plan, spots } = await reviewOf(host, personIdOf(person));
        const spot = spots.find(({ label }) => label.startsWith('side conversation of'));
        expect(spot?.content.form).toBe('plain');
        expect(plan.gaps.map((gap) => gap.spot)).toContain(spot?.id);
      },
      { account, options: { sideConversations: 'listed' } },
    );
  });

  it('triggers on updated tickets may mail: after sign-in is closed they still do, and the plan says so', async () => {
    const fill = (seed: Seed) => {
      seed.trigger();
      return desk(seed);
    };
    await withZendesk(fill, async (running) => {
      const { seed, person } = running;
      const { review } = await anonymize(running, person);
      expect(seed.zendesk.outbox.length).toBeGreaterThan(0);
      expect(review.plan.sideEffects.map(({ what }) => what).join(' ')).toContain(
        'triggers on updated tickets may send mail',
      );
    });
  });
});

describe('the search', () => {
  it.each([
    ['an address', 'Write to ada@quill.test'],
    ['a second address', 'Write to ada.q@home.test'],
    ['a number as it is filed', 'Call +372 555 1234'],
    ['a number without blanks', 'Call +3725551234'],
    ['a handle', 'See quellstone42'],
    ['a number elsewhere', 'Customer KD-7788'],
    ['the name', 'Ask Ada Quellstone'],
  ])("finds other people's tickets by %s alone", async (_what, text) => {
    const fill = (seed: Seed) => {
      const others = [{ type: 'twitter', value: 'quellstone42' }] as const;
      const person = seed.user({ ...ada, others, external_id: 'KD-7788' });
      const other = seed.user(ida);
      return { person, ticket: seed.ticket({ by: other, subject: 'Question', comments: [{ by: other, text }] }) };
    };
    await withZendesk(fill, async ({ host, person, ticket }) => {
      const { plan } = await reviewOf(host, personIdOf(person));
      expect(plan.steps.map(({ label }) => label)).toContain(`comment 1 on ticket ${String(ticket)}`);
    });
  });

  it('is late: a mention of a minute ago is not found, and is by a later look', async () => {
    await withZendesk(
      desk,
      async (running) => {
        const { seed, clock, person } = running;
        const other = seed.user(ida);
        const ticket = seed.ticket({
          by: other,
          subject: 'Question',
          comments: [{ by: other, text: 'Ask Ada Quellstone.' }],
        });
        indexTicket(seed.zendesk, ticket);
        const { ending, review } = await anonymize(running, person);
        expect(ending.state).toBe('done-with-gaps');
        expect(holds(seed, 'Ask Ada Quellstone.')).toBe(true);
        await clock.wait(600_000);
        const later = await reviewOf(running.host, personIdOf(person), { who: review.who });
        expect(later.plan.steps.map(({ label }) => label)).toEqual([`comment 1 on ticket ${String(ticket)}`]);
      },
      { account: { indexLagSeconds: 300 } },
    );
  });

  it('pages of any size lead to the same tickets', async () => {
    const fill = (seed: Seed) => {
      const at = desk(seed);
      const other = seed.user(ida);
      for (let count = 0; count < 7; count += 1)
        seed.ticket({ by: other, subject: 'Question', comments: [{ by: other, text: 'Ask Ada Quellstone.' }] });
      return at;
    };
    const listed: string[][] = [];
    for (const searchPage of [1000, 3])
      await withZendesk(
        fill,
        async ({ host, person }) => {
          listed.push((await reviewOf(host, personIdOf(person))).spots.map(({ id }) => id));
        },
        { options: { searchPage } },
      );
    expect(listed[1]).toEqual(listed[0]);
  });
});

describe('the user', () => {
  it('no address is ever sent, as Zendesk would add it; the last one it does not give up is replaced and counts as gone', async () => {
    await withZendesk(
      desk,
      async (running) => {
        const { seed, host, person } = running;
        const { ending, review } = await anonymize(running, person);
        expect(ending.state).toBe('done-with-gaps');
        expect(seed.zendesk.addressOf(person)).toBe(`anonymized-${String(person)}@anonymized.invalid`);
        expect(seed.zendesk.identitiesOf(person)).toHaveLength(1);
        const again = await reviewOf(host, personIdOf(person), { who: review.who });
        expect(again.plan.steps).toEqual([]);
      },
      { account: { lastAddressDeletable: false } },
    );
  });

  it('everything written on it goes in one call, the organization stays', async () => {
    const fill = (seed: Seed) => {
      const more = {
        alias: 'Addie',
        notes: 'likes tea',
        details: 'tall',
        signature: 'A.',
        external_id: 'KD-7',
        tags: ['vip_ada'],
      };
      return { person: seed.user({ ...ada, ...more, picture: 'ada.jpg', fields: { birthday: '1990-01-01' } }) };
    };
    await withZendesk(fill, async (running) => {
      const { seed, fake, person } = running;
      const before = seed.zendesk.users.get(person);
      await anonymize(running, person);
      const puts = fake.made.filter(({ method, url }) => method === 'PUT' && /\/users\/\d+$/.test(url));
      expect(puts).toHaveLength(2);
      const { organization_id, created_at } = before;
      expect(seed.zendesk.users.get(person)).toMatchObject({
        ...{ name: 'Anonymized', alias: '', notes: '', details: '', signature: '', external_id: null, phone: null },
        ...{ tags: [], photo: null, suspended: true, organization_id, created_at },
      });
      expect(holds(seed, '1990-01-01')).toBe(false);
      expect(seed.zendesk.identitiesOf(person)).toEqual([]);
    });
  });

  it.each(['photo', 'remote_photo_url'] as const)(
    'the picture goes, whichever property takes it away (%s)',
    async (property) => {
      await withZendesk(
        (seed) => ({ person: seed.user({ ...ada, picture: 'ada.jpg' }) }),
        async (running) => {
          await anonymize(running, running.person);
          expect(running.seed.zendesk.users.get(running.person).photo).toBeNull();
        },
        { account: { clearsPhoto: [property] } },
      );
    },
  );

  it('sessions are ended and the sign-in is closed before anything is blanked', async () => {
    const fill = (seed: Seed) => {
      const at = desk(seed);
      return { ...at, session: seed.session(at.person) };
    };
    await withZendesk(fill, async (running) => {
      const { seed, fake, person } = running;
      await anonymize(running, person);
      expect(seed.zendesk.sessions.all()).toEqual([]);
      const writes = fake.made
        .filter(({ isWrite }) => isWrite)
        .map(({ method, url }) => `${method} ${url.replaceAll(/\d{6,}/g, 'N')}`);
      expect(writes.slice(0, 2)).toEqual(['PUT /api/v2/users/N', 'DELETE /api/v2/users/N/sessions']);
    });
  });

  it('of a deleted user nothing can be changed: gaps that say to delete for good', async () => {
    const fill = (seed: Seed) => {
      const at = desk(seed, 'closed');
      seed.zendesk.users.update(at.person, { active: false });
      return at;
    };
    await withZendesk(fill, async ({ host, person }) => {
      const { plan } = await reviewOf(host, personIdOf(person));
      const gap = plan.gaps.find(({ kind }) => kind === 'person.name');
      expect(gap?.instead).toContain('Delete the user permanently');
      expect(plan.steps.filter(({ kind }) => kind.startsWith('person.'))).toEqual([]);
    });
  });
});

describe('the queue of suspended tickets', () => {
  const fill = (seed: Seed) => {
    const at = desk(seed);
    const author = (id: number | null, name: string, email: string) => ({ id, name, email });
    seed.suspendedTicket({
      author: author(at.person, 'Ada Quellstone', 'ada@quill.test'),
      subject: 'Hello',
      content: 'It is me again',
    });
    seed.suspendedTicket({ author: author(null, 'Spam', 'spam@spam.test'), subject: 'Buy', content: 'Cheap' });
    return at;
  };

  it("loses the person's mail in one call and keeps the others'", async () => {
    await withZendesk(fill, async (running) => {
      const { seed, fake, person } = running;
      await anonymize(running, person);
      expect(seed.zendesk.suspended.all().map(({ subject }) => subject)).toEqual(['Buy']);
      expect(fake.made.filter(({ url }) => url.includes('suspended_tickets/destroy_many'))).toHaveLength(1);
    });
  });

  it('is a gap where the sign-in may not look into it', async () => {
    await withZendesk(fill, async ({ host, seed, person }) => {
      const custom_role_id = seed.role('Clerk', { manage_suspended_tickets: false, ticket_deletion: true }, true);
      seed.zendesk.users.update(seed.admin, { role: 'agent', custom_role_id });
      const { plan } = await reviewOf(host, personIdOf(person));
      expect(plan.gaps.map(({ label }) => label)).toContain('queue of suspended tickets');
    });
  });
});

describe('the Help Center', () => {
  const fill = (seed: Seed) => {
    const at = desk(seed);
    const post = seed.helpText(at.person, {
      kind: 'post',
      title: 'Printer of Ada Quellstone',
      body: '<p>Ask Ada Quellstone &amp; me</p>',
    });
    seed.helpText(at.person, { kind: 'post-comment', under: post, body: '<p>Regards, Ada Quellstone</p>' });
    seed.helpText(at.person, { kind: 'article-comment', body: '<p>Ada Quellstone was here</p>' });
    seed.helpMark(at.person, { kind: 'vote' });
    for (const content_type of ['Article', 'Section', 'Post', 'Topic'] as const)
      seed.helpMark(at.person, { kind: 'subscription', content_type, content_id: content_type === 'Post' ? post : 1 });
    return { ...at, post };
  };

  it('loses mentions in what the person wrote, votes and subscriptions', async () => {
    await withZendesk(fill, async (running) => {
      const { seed, person } = running;
      const { ending } = await anonymize(running, person);
      expect(ending.state).toBe('done-with-gaps');
      expect(seed.zendesk.helpMarks.all()).toEqual([]);
      const texts = seed.zendesk.helpTexts.all().map(({ title, body }) => `${title} ${body}`);
      expect(texts.join(' ')).not.toContain('Ada Quellstone');
      expect(texts.join(' ')).toContain('&amp; me');
      expect(texts).toHaveLength(3);
    });
  });

  it('costs one call where there is none', async () => {
    await withZendesk(
      desk,
      async ({ host, fake, person }) => {
        await reviewOf(host, personIdOf(person));
        expect(fake.made.filter(({ url }) => /community|help_center/.test(url))).toHaveLength(1);
      },
      { account: { helpCenter: false } },
    );
  });
});

describe('when something goes wrong', () => {
  it.each([
    ['too-fast', 'without a time'],
    ['too-fast-dated', 'with a time'],
    ['down', ''],
  ] as const)('%s %s, three times in a row: the run waits and comes to the same end', async (kind, _how) => {
    await withDesk(async (running) => {
      const { seed, fake, clock, person } = running;
      fake.faults.set({ kind, on: 'all', after: 30, times: 3 });
      const { ending } = await anonymize(running, person);
      expect(ending.state).toBe('done-with-gaps');
      expect(clock.waited.filter((wait) => wait > 0).length).toBeGreaterThanOrEqual(3);
      expect(seed.zendesk.users.get(person).name).toBe('Anonymized');
    });
  });

  it('signed out in mid-run: it stops, says so, and goes on once somebody has signed in', async () => {
    await withDesk(async (running) => {
      const { host, seed, fake, clock, person } = running;
      const review = await reviewOf(host, personIdOf(person));
      const journal = memoryJournal();
      fake.faults.set({ kind: 'signed-out', on: 'writes', after: 2, times: Infinity });
      const { ending } = await carryOut(runOf(host, review, { clock, journal }));
      expect(ending).toMatchObject({ state: 'stopped', reason: 'signed-out' });
      expect(seed.zendesk.users.get(person).name).toBe('Ada Quellstone');
      fake.faults.clear();
      const resumed = await carryOut(runOf(host, review, { clock, journal }));
      expect(resumed.ending.state).toBe('done-with-gaps');
      expect(seed.zendesk.users.get(person).name).toBe('Anonymized');
    });
  });

  it('a reply that arrives in mid-run is left alone, and a new plan covers it', async () => {
    await withDesk(async (running) => {
      const { host, seed, clock, person, ticket } = running;
      const review = await reviewOf(host, personIdOf(person));
      const arrived = { at: 0 };
      const replying = {
        ...host,
        apply: async (group: Parameters<typeof host.apply>[0]) => {
          if (arrived.at === 0)
            arrived.at = seed.comment(ticket, { by: person, text: 'Ada Quellstone once more', via: byMail });
          return host.apply(group);
        },
      };
      const { ending } = await carryOut(runOf(replying, review, { clock }));
      expect(ending.state).toBe('done-with-gaps');
      expect(seed.zendesk.comments.get(arrived.at).html_body).toContain('Ada Quellstone once more');
      const again = await reviewOf(host, personIdOf(person), { who: review.who });
      expect(again.plan.steps.map(({ spot }) => spot)).toContainEqual(
        expect.stringContaining(`/c${String(arrived.at)}/body`),
      );
    });
  });

  it('a comment that somebody else redacted in part meanwhile goes as it is now; a cut in it is stale', async () => {
    await withDesk(async (running) => {
      const { host, seed, clock, person, ticket } = running;
      const review = await reviewOf(host, personIdOf(person));
      const [first] = seed.zendesk.commentsOf(ticket);
      const meddling = {
        ...host,
        apply: async (group: Parameters<typeof host.apply>[0]) => {
          if (first !== undefined && group.call.startsWith('redact'))
            seed.zendesk.comments.update(first.id, {
              html_body: '<div class="zd-comment">I am ▇▇▇, my printer burns.</div>',
            });
          return host.apply(group);
        },
      };
      const { ending } = await carryOut(runOf(meddling, review, { clock }));
      expect(ending.state).toBe('done-with-gaps');
      expect(textsOf(seed.zendesk)[`t${String(ticket)}/c${String(first?.id)}/body`]).not.toContain('printer');
    });
  });

  it('killed after every single call and resumed in a new process: the same end state', async () => {
    const calls = { made: 0 };
    await withDesk(async (running) => {
      const before = running.fake.made.length;
      await anonymize(running, running.person);
      calls.made = running.fake.made.length - before;
    });
    for (let fatal = 1; fatal < calls.made; fatal += 1) {
      await withDesk(async (running) => {
        const { host, seed, fake, clock, person } = running;
        const review = await reviewOf(host, personIdOf(person));
        const journal = memoryJournal();
        fake.faults.set({ kind: 'time-out', on: 'all', after: fatal, times: Infinity });
        await carryOut(runOf(host, review, { clock, journal }));
        fake.faults.clear();
        const { ending } = await carryOut(runOf(host, review, { clock, journal }));
        expect(ending.state).toBe('done-with-gaps');
        expect(seed.zendesk.users.get(person).name).toBe('Anonymized');
        expect(holds(seed, 'my printer burns')).toBe(false);
      });
    }
  }, 300_000);

  it('errors never repeat what Zendesk answered', async () => {
    await withDesk(async ({ host, fake, person }) => {
      for (const kind of ['rejected', 'not-permitted', 'garbage', 'gone', 'locked', 'down'] as const) {
        fake.faults.set({ kind, on: 'all', times: Infinity });
        const error = await reviewOf(host, personIdOf(person), { who: identifiersFrom({}) }).catch(
          (thrown: unknown) => thrown,
        );
        expect(String(error)).not.toMatch(/told to|Sign in<|access to this page/);
      }
    });
  });
});

describe('what is gone', () => {
  it('counts as blanked, a comment with its files in one call', async () => {
    const fill = (seed: Seed) => {
      const at = desk(seed);
      const files = [{ name: 'a.png' }, { name: 'b.png' }];
      return { ...at, comment: seed.comment(at.ticket, { by: at.person, text: 'Ada.', via: byMail, files }) };
    };
    await withZendesk(fill, async ({ host, seed, fake, person, ticket, comment }) => {
      const { plan } = await reviewOf(host, personIdOf(person));
      const about = plan.steps.filter(({ spot }) => spot.includes(`/c${String(comment)}/`));
      const [group, ...others] = host.group(about.map(({ id, spot, kind, verb }) => ({ id, spot, kind, verb })));
      expect(others).toEqual([]);
      seed.zendesk.tickets.update(ticket, { deleted: 'soft' });
      const before = fake.made.length;
      const receipts = group === undefined ? [] : await host.apply(group);
      expect(receipts.map(({ claim }) => claim)).toEqual(['absent', 'absent', 'absent']);
      expect(fake.made.length - before).toBe(1);
    });
  });
});

describe('readings', () => {
  it('of a hundred tickets without comments take one call, of comments one a ticket', async () => {
    const fill = (seed: Seed) => {
      const person = seed.user(ada);
      for (let count = 0; count < 120; count += 1)
        seed.ticket({
          by: person,
          subject: 'Of Ada Quellstone',
          comments: [{ by: person, text: 'Hello.', via: byMail }],
        });
      return { person };
    };
    await withZendesk(fill, async ({ host, fake, person }) => {
      const { spots } = await reviewOf(host, personIdOf(person));
      const counted = async (kinds: readonly string[]): Promise<number> => {
        const before = fake.made.length;
        const wanted = spots.filter(({ kind, of }) => kinds.includes(kind) && of.type !== 'person').map(({ id }) => id);
        let readings = 0;
        for await (const { content } of host.reread(wanted)) readings += content === 'gone' ? 0 : 1;
        expect(readings).toBe(wanted.length);
        return fake.made.length - before;
      };
      expect(await counted(['dossier.title'])).toBe(2);
      expect(await counted(['message.body', 'dossier.title'])).toBe(122);
    });
  }, 60_000);

  it('show what a spot holds now, past what was read before', async () => {
    await withDesk(async ({ host, seed, person, ticket }) => {
      const { spots } = await reviewOf(host, personIdOf(person));
      const subject = labelled(spots, `subject of ticket ${String(ticket)}`);
      seed.zendesk.tickets.update(ticket, { subject: 'Changed' });
      expect(await reread(host, subject.id)).toBe('Changed');
    });
  });
});

/** An answer in which no ticket has CCs, only collaborators. */
function withoutCopies(answer: Answer): Answer {
  const text = JSON.stringify(answer.json ?? null).replaceAll(/"email_cc_ids":\[[^\]]*\]/g, '"email_cc_ids":[]');
  return { ...answer, json: JSON.parse(text) };
}

describe('scopes', () => {
  it('a ticket by itself gives its spots and nobody else; everything at once is refused in fixed words', async () => {
    await withDesk(async ({ host, ticket }) => {
      const listed = async (scope: Scope): Promise<readonly string[]> => {
        const kinds: string[] = [];
        for await (const { kind } of host.spots([scope])) kinds.push(kind);
        return kinds;
      };
      const kinds = await listed({ by: 'dossier', dossier: ticketDossierId(ticket) });
      expect(kinds.filter((kind) => kind === 'message.body')).toHaveLength(2);
      expect(kinds.filter((kind) => kind.startsWith('person.'))).toEqual([]);
      await expect(listed({ by: 'everything' })).rejects.toMatchObject({ code: 'rejected' });
      await expect(listed({ by: 'dossier', dossier: helpDossierId('post', 1) })).rejects.toMatchObject({
        code: 'rejected',
      });
    });
  });
});
