import { describe, expect, it } from '@jest/globals';
import { at, each, rowsIn, withZendesk } from './fake/opened.ts';
import type { Opened, Reply } from './fake/opened.ts';

const closedSays = 'Status: closed prevents ticket update';

function update({ ask }: Opened, tickets: readonly unknown[]): Promise<Reply> {
  return ask('PUT', '/api/v2/tickets/update_many.json', { body: { tickets } });
}

/** The rows of a job once it is done. */
async function rowsOf(opened: Opened, job: Reply): Promise<unknown[]> {
  await opened.later(5);
  const reply = await opened.ask('GET', `/api/v2/job_statuses/${String(at(job.json, 'job_status.id'))}.json`);
  expect(at(reply.json, 'job_status.status')).toBe('completed');
  return rowsIn(reply, 'job_status.results');
}

/** One ticket of one user, closed or not. */
function withTicket(
  act: (opened: Opened & { readonly by: number; readonly ticket: number }) => Promise<void>,
  closed = false,
): Promise<void> {
  return withZendesk(async (opened) => {
    const by = opened.seed.user({ name: 'Ida Falk', emails: ['ida@falk.test'], company: 'Falk & Daughters' });
    const friend = opened.seed.user({ name: 'Una Berg', emails: ['una@berg.test'] });
    const ticket = opened.seed.ticket({
      ...{ by, subject: 'Keys', status: closed ? 'closed' : 'open', external_id: 'erp-7', tags: ['door'] },
      ...{ email_cc_ids: [friend], fields: { Contact: 'Ida Falk' }, comments: [{ by, text: 'I lost my keys.' }] },
    });
    await act({ ...opened, by, ticket });
  });
}

describe('a closed ticket of the fake', () => {
  const changes = {
    'another subject': { subject: 'Anonymized' },
    'an empty field': { custom_fields: [{ id: 4_400_000_000_001, value: '' }] },
    'nobody in copy': { email_ccs: [{ user_id: 20_978_000_004, action: 'delete' }] },
    'another requester': { requester_id: 20_978_000_004 },
    'no external id': { external_id: null },
    'another state': { status: 'open' },
    'other tags': { tags: [] },
    'a tag beside a subject': { subject: 'Anonymized', additional_tags: ['done'] },
  };

  it.each(Object.entries(changes))('refuses %s, by itself and in a job', async (_, change) => {
    await withTicket(async (opened) => {
      const before = JSON.stringify(opened.seed.zendesk.tickets.get(opened.ticket));
      const single = await opened.ask('PUT', `/api/v2/tickets/${String(opened.ticket)}`, { body: { ticket: change } });
      expect(single.status).toBe(422);
      expect(at(single.json, 'details.status.0.description')).toBe(closedSays);
      const [row] = await rowsOf(opened, await update(opened, [{ id: opened.ticket, ...change }]));
      expect(row).toMatchObject({ id: opened.ticket, success: false, details: closedSays });
      expect(JSON.stringify(opened.seed.zendesk.tickets.get(opened.ticket))).toBe(before);
    }, true);
  });

  it('takes and gives single tags in a job and nowhere else', async () => {
    await withTicket(async (opened) => {
      const change = { additional_tags: ['anonymized'], remove_tags: ['door'] };
      const [row] = await rowsOf(opened, await update(opened, [{ id: opened.ticket, ...change }]));
      expect(row).toMatchObject({ success: true, status: 'Updated' });
      expect(opened.seed.zendesk.tickets.get(opened.ticket).tags).toEqual(['anonymized']);
      const single = await opened.ask('PUT', `/api/v2/tickets/${String(opened.ticket)}`, { body: { ticket: change } });
      expect(single.status).toBe(422);
    }, true);
  });
});

describe('an update of the fake', () => {
  it('keeps in the audit what every property was, addresses of people in copy included', async () => {
    await withTicket(async (opened) => {
      const { seed, ticket, by } = opened;
      const { email_cc_ids, custom_fields } = seed.zendesk.tickets.get(ticket);
      const change = {
        ...{ id: ticket, subject: 'Anonymized', external_id: null, tags: [] },
        custom_fields: [{ id: custom_fields[0]?.id, value: '' }],
        email_ccs: [{ user_id: email_cc_ids[0], action: 'delete' }],
      };
      await rowsOf(opened, await update(opened, [change]));
      const audits = await opened.ask('GET', `/api/v2/tickets/${String(ticket)}/audits.json`);
      const events = each(audits, 'audits', 'events').at(-1);
      expect(events).toMatchObject([
        { type: 'Change', field_name: 'subject', value: 'Anonymized', previous_value: 'Keys' },
        { type: 'Change', field_name: 'external_id', value: null, previous_value: 'erp-7' },
        { type: 'Change', field_name: String(custom_fields[0]?.id), value: null, previous_value: 'Ida Falk' },
        { type: 'EmailCcChange', previous_email_ccs: ['una@berg.test'], current_email_ccs: [] },
        { type: 'Change', field_name: 'tags', value: [], previous_value: ['door'] },
      ]);
      expect(
        at((await opened.ask('GET', `/api/v2/users/${String(by)}/tickets/ccd?page[size]=100`)).json, 'tickets'),
      ).toEqual([]);
    });
  });

  it.each(['description', 'recipient', 'via', 'submitter_id', 'satisfaction_rating', 'created_at'])(
    'passes over %s without a word',
    async (property) => {
      await withTicket(async ({ ask, ticket }) => {
        const path = `/api/v2/tickets/${String(ticket)}.json`;
        const before = at((await ask('GET', path)).json, `ticket.${property}`);
        const { status, json } = await ask('PUT', path, { body: { ticket: { [property]: 'x' } } });
        expect(status).toBe(200);
        expect(at(json, `ticket.${property}`)).toEqual(before);
      });
    },
  );

  it('says so where it cannot do what Zendesk can', async () => {
    await withTicket(async ({ ask, ticket }) => {
      const body = { ticket: { comment: { body: 'Hello' } } };
      expect((await ask('PUT', `/api/v2/tickets/${String(ticket)}`, { body })).status).toBe(501);
    });
  });

  it('refuses followers from outside, and with the old way of collaborating knows one list only', async () => {
    await withTicket(async ({ ask, seed, ticket, by }) => {
      const path = `/api/v2/tickets/${String(ticket)}.json`;
      const followers = [{ user_id: by, action: 'put' }];
      expect((await ask('PUT', path, { body: { ticket: { followers } } })).status).toBe(422);
      seed.zendesk.configure({ ccsAndFollowers: false });
      const [copied] = seed.zendesk.tickets.get(ticket).email_cc_ids;
      await ask('PUT', path, { body: { ticket: { email_ccs: [{ user_id: copied, action: 'delete' }] } } });
      expect(seed.zendesk.tickets.get(ticket).email_cc_ids).toEqual([copied]);
      await ask('PUT', path, { body: { ticket: { collaborator_ids: [] } } });
      expect(seed.zendesk.tickets.get(ticket).email_cc_ids).toEqual([]);
    });
  });

  it('refuses a safe update of a ticket that was changed meanwhile, with the clock standing still too', async () => {
    await withTicket(async ({ ask, ticket }) => {
      const path = `/api/v2/tickets/${String(ticket)}.json`;
      const rename = async (change: unknown): Promise<Reply> => ask('PUT', path, { body: { ticket: change } });
      const updated_stamp = at((await rename({ subject: 'One' })).json, 'ticket.updated_at');
      expect((await rename({ subject: 'Two', safe_update: true, updated_stamp })).status).toBe(200);
      expect((await rename({ subject: 'Three', safe_update: true, updated_stamp })).status).toBe(409);
      expect((await rename({ subject: 'Four', safe_update: true })).status).toBe(409);
    });
  });

  it('refuses a solved ticket without a required field', async () => {
    await withTicket(async ({ ask, seed, ticket }) => {
      const field = seed.ticketField('Cause', { required: true });
      const put = (change: unknown): Promise<Reply> =>
        ask('PUT', `/api/v2/tickets/${String(ticket)}`, { body: { ticket: change } });
      expect((await put({ status: 'solved' })).status).toBe(422);
      expect((await put({ status: 'solved', custom_fields: [{ id: field, value: 'rust' }] })).status).toBe(200);
      expect((await put({ custom_fields: [{ id: field, value: '' }] })).status).toBe(422);
    });
  });

  it('goes into one call a hundred at a time', async () => {
    await withTicket(async (opened) => {
      const many = (count: number): unknown[] =>
        Array.from({ length: count }, (_, id) => ({ id: id + 1, subject: 'x' }));
      expect((await update(opened, many(101))).status).toBe(400);
      expect((await update(opened, many(100))).status).toBe(200);
    });
  });

  it('can be the same for several tickets', async () => {
    await withTicket(async (opened) => {
      const path = `/api/v2/tickets/update_many.json?ids=${String(opened.ticket)},99`;
      const job = await opened.ask('PUT', path, { body: { ticket: { subject: 'Both' } } });
      const rows = await rowsOf(opened, job);
      expect(rows).toMatchObject([
        { id: opened.ticket, success: true },
        { id: 99, success: false },
      ]);
      expect(opened.seed.zendesk.tickets.get(opened.ticket).subject).toBe('Both');
    });
  });
});

describe('a job of the fake', () => {
  it('is queued, works, is completed, and does nothing before it is', async () => {
    await withTicket(async (opened) => {
      const { seed, ask, later, ticket } = opened;
      seed.zendesk.configure({ jobSeconds: 9 });
      const started = await update(opened, [{ id: ticket, subject: 'Later' }]);
      const key = String(at(started.json, 'job_status.id'));
      const status = async (): Promise<unknown> =>
        at((await ask('GET', `/api/v2/job_statuses/show_many.json?ids=${key},unknown`)).json, 'job_statuses.0.status');
      expect(at(started.json, 'job_status.status')).toBe('queued');
      await later(4);
      expect(await status()).toBe('working');
      expect(seed.zendesk.tickets.get(ticket).subject).toBe('Keys');
      await later(5);
      expect(await status()).toBe('completed');
      expect(seed.zendesk.tickets.get(ticket).subject).toBe('Later');
    });
  });

  it('is refused while thirty are waiting, with their keys', async () => {
    await withTicket(async (opened) => {
      for (let count = 0; count < 30; count += 1) expect((await update(opened, [{ id: 1 }])).status).toBe(200);
      const refused = await update(opened, [{ id: 1 }]);
      expect(refused.status).toBe(429);
      expect(at(refused.json, 'error')).toBe('TooManyJobs');
      expect(at(refused.json, 'current_job_ids')).toHaveLength(30);
      expect(refused.headers.get('zendesk-ratelimit-inflight-jobs')).toBe('total=30; remaining=0; resets=60');
      await opened.later(2);
      expect((await update(opened, [{ id: 1 }])).status).toBe(200);
    });
  });

  it.each(['failed', 'killed'] as const)('may end as %s, with nothing done', async (disturbed) => {
    await withTicket(async (opened) => {
      const { seed, ask, later, ticket } = opened;
      const job = await update(opened, [{ id: ticket, subject: 'Later' }]);
      seed.zendesk.jobs.update(1, { disturbed });
      await later(2);
      const { json } = await ask('GET', `/api/v2/job_statuses/${String(at(job.json, 'job_status.id'))}`);
      expect(at(json, 'job_status.status')).toBe(disturbed);
      expect(seed.zendesk.tickets.get(ticket).subject).toBe('Keys');
    });
  });

  it('is nobody who asks for one that is not there', async () => {
    await withZendesk(async ({ ask }) => {
      expect((await ask('GET', '/api/v2/job_statuses/none.json')).status).toBe(404);
    });
  });

  it('puts tickets into the bin, and from there for good leaves their numbers only', async () => {
    await withTicket(async (opened) => {
      const ids = String(opened.ticket);
      const early = await opened.ask('DELETE', `/api/v2/deleted_tickets/destroy_many.json?ids=${ids}`);
      expect(await rowsOf(opened, early)).toMatchObject([{ success: false }]);
      await rowsOf(opened, await opened.ask('DELETE', `/api/v2/tickets/destroy_many.json?ids=${ids}`));
      expect((await opened.ask('GET', `/api/v2/tickets/${ids}.json`)).status).toBe(404);
      await rowsOf(opened, await opened.ask('DELETE', `/api/v2/deleted_tickets/destroy_many.json?ids=${ids}`));
      const { subject, requester_id } = opened.seed.zendesk.tickets.get(opened.ticket);
      expect({ subject, requester_id }).toEqual({ subject: null, requester_id: opened.by });
      expect(opened.seed.zendesk.comments.all()).toEqual([]);
      expect(opened.seed.zendesk.audits.all()).toEqual([]);
    }, true);
  });
});

describe('lists of the fake', () => {
  it('show a page after a cursor that stays right when something is added meanwhile', async () => {
    await withTicket(async ({ ask, seed, ticket, by }) => {
      for (const text of ['two', 'three']) seed.comment(ticket, { by, text });
      const path = `/api/v2/tickets/${String(ticket)}/comments?page[size]=2`;
      const first = await ask('GET', path);
      expect(at(first.json, 'meta.has_more')).toBe(true);
      expect(String(at(first.json, 'links.next'))).toContain('page%5Bafter%5D=');
      seed.comment(ticket, { by, text: 'four' });
      const cursor = encodeURIComponent(String(at(first.json, 'meta.after_cursor')));
      const second = await ask('GET', `${path}&page[after]=${cursor}`);
      expect([...each(first, 'comments', 'body'), ...each(second, 'comments', 'body')]).toEqual([
        'I lost my keys.',
        'two',
        'three',
        'four',
      ]);
      expect(at(second.json, 'meta.has_more')).toBe(false);
      expect((await ask('GET', path.replace('=2', '=101'))).status).toBe(400);
      expect((await ask('GET', `${path}&page[after]=guessed`)).status).toBe(400);
    });
  });

  it('hold closed and archived tickets, and leave out what an agent may not see without a word', async () => {
    await withTicket(async ({ ask, seed, by, ticket }) => {
      const archived = seed.ticket({ by, subject: 'Old', archived: true, comments: [{ by, text: 'old' }] });
      const agent = seed.user({
        name: 'Light',
        emails: ['light@helpdesk.test'],
        role: 'agent',
        ticket_restriction: 'assigned',
      });
      seed.token(agent, 'light');
      const path = `/api/v2/users/${String(by)}/tickets/requested?page[size]=100`;
      expect(each(await ask('GET', path), 'tickets', 'id')).toEqual([ticket, archived]);
      expect(each(await ask('GET', path, { token: 'light' }), 'tickets', 'id')).toEqual([]);
      expect((await ask('GET', `/api/v2/tickets/${String(ticket)}`, { token: 'light' })).status).toBe(403);
      seed.zendesk.configure({ archivedInLists: false });
      expect(each(await ask('GET', path), 'tickets', 'id')).toEqual([ticket]);
    });
  });

  it('give all audits of an archived ticket at once, whatever page is asked for', async () => {
    await withTicket(async ({ ask, seed, by, ticket }) => {
      for (const text of ['two', 'three']) seed.comment(ticket, { by, text });
      const path = `/api/v2/tickets/${String(ticket)}/audits?page[size]=2`;
      expect(each(await ask('GET', path), 'audits', 'id')).toHaveLength(2);
      seed.zendesk.tickets.update(ticket, { archived: true, status: 'closed' });
      const all = await ask('GET', path);
      expect(each(all, 'audits', 'id')).toHaveLength(3);
      expect(at(all.json, 'meta')).toBeUndefined();
    });
  });

  it('show pictures of the text among the files only if asked, and people beside the rows only if asked', async () => {
    await withTicket(async ({ ask, seed, by, ticket }) => {
      seed.comment(ticket, {
        by,
        html: '<div><img src="a"></div>',
        files: [{ name: 'a.png', inline: true }, { name: 'b.txt' }],
      });
      const path = `/api/v2/tickets/${String(ticket)}/comments?page[size]=100`;
      const names = (reply: Reply): unknown[] =>
        each(reply, 'comments', 'attachments').flatMap((one) =>
          Array.isArray(one) ? one.map((file: unknown) => at(file, 'file_name')) : [],
        );
      expect(names(await ask('GET', path))).toEqual(['b.txt']);
      const full = await ask('GET', `${path}&include_inline_images=true&include=users`);
      expect(names(full)).toEqual(['a.png', 'b.txt']);
      expect(each(full, 'users', 'id')).toEqual([by]);
    });
  });
});

describe('suspended tickets of the fake', () => {
  it('are listed and deleted, never edited, and not by restricted agents', async () => {
    await withZendesk(async ({ ask, seed }) => {
      const author = { id: null, name: 'Zoë', email: 'zoe@quill.test' };
      const id = seed.suspendedTicket({ author, subject: 'Hello', content: 'again' });
      seed.token(seed.user({ name: 'B', role: 'agent', ticket_restriction: 'groups' }), 'restricted');
      const path = '/api/v2/suspended_tickets';
      expect(each(await ask('GET', `${path}?page[size]=100`), 'suspended_tickets', 'author.email')).toEqual([
        'zoe@quill.test',
      ]);
      expect((await ask('GET', path, { token: 'restricted' })).status).toBe(403);
      expect((await ask('PUT', `${path}/${String(id)}`, { body: { suspended_ticket: {} } })).status).toBe(404);
      expect((await ask('DELETE', `${path}/destroy_many?ids=${String(id)},5`)).status).toBe(204);
      expect(seed.zendesk.suspended.all()).toEqual([]);
    });
  });
});
