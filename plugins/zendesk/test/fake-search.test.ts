import { describe, expect, it } from '@jest/globals';
import { at, each, withZendesk } from './fake/opened.ts';
import type { Opened, Reply } from './fake/opened.ts';
import type { NewTicket } from './fake/seed.ts';

function exported({ ask }: Opened, query: string, more = 'filter[type]=ticket'): Promise<Reply> {
  return ask('GET', `/api/v2/search/export?${more}&query=${encodeURIComponent(query)}`);
}

async function found(opened: Opened, query: string): Promise<unknown[]> {
  return each(await exported(opened, query), 'results', 'id');
}

/** A ticket of a stranger that says something. */
function saying(
  { seed }: Opened,
  ticket: Partial<NewTicket> & { readonly text?: string; readonly html?: string },
): number {
  const by = seed.user({ name: 'Ida Falk', emails: ['ida.falk@falk.test'] });
  const { text = 'hello', html, ...given } = ticket;
  return seed.ticket({
    by,
    subject: 'Lift',
    ...given,
    comments: [{ by, text, ...(html === undefined ? {} : { html }) }],
  });
}

describe('the search of the fake', () => {
  it.each([
    {
      what: 'an address in a comment',
      ticket: { text: 'ask zoe.angstrom@quill.test' },
      query: '"zoe.angstrom@quill.test"',
      expected: true,
    },
    {
      what: 'in another case',
      ticket: { text: 'ask ZOE.Angstrom@Quill.test' },
      query: '"zoe.angstrom@quill.test"',
      expected: true,
    },
    {
      what: 'written as entities',
      ticket: { html: '<p>zoe.angstrom&#64;quill.test</p>' },
      query: '"zoe.angstrom@quill.test"',
      expected: true,
    },
    {
      what: 'in a link only',
      ticket: { html: '<a href="mailto:zoe.angstrom@quill.test">her</a>' },
      query: '"zoe.angstrom@quill.test"',
      expected: true,
    },
    { what: 'a subject', ticket: { subject: 'For Zoë Ångström' }, query: '"zoë ångström"', expected: true },
    {
      what: 'in letters put together otherwise',
      ticket: { subject: 'For Zoë Ångström'.normalize('NFD') },
      query: '"Zoë Ångström"',
      expected: true,
    },
    {
      what: 'a field',
      ticket: { fields: { Contact: 'call +44 20 7946 0958' } },
      query: '"+44 20 7946 0958"',
      expected: true,
    },
    { what: 'an address of whoever asked', ticket: {}, query: '"ida.falk@falk.test"', expected: true },
    { what: 'a phrase in another order', ticket: { text: 'Ångström Zoë' }, query: '"Zoë Ångström"', expected: false },
    { what: 'words in any order', ticket: { text: 'Ångström, then Zoë' }, query: 'Zoë Ångström', expected: true },
    { what: 'half a word', ticket: { text: 'Zoë' }, query: '"Zo"', expected: false },
    { what: 'another number', ticket: { text: '+44 20 7946 0959' }, query: '"+44 20 7946 0958"', expected: false },
  ])('finds $what: $expected', async ({ ticket, query, expected }) => {
    await withZendesk(async (opened) => {
      const id = saying(opened, ticket);
      expect(await found(opened, query)).toEqual(expected ? [id] : []);
    });
  });

  it.each(['', 'filter[type]=comment'])('asks for a type it knows, not for "%s"', async (more) => {
    await withZendesk(async (opened) => {
      expect((await exported(opened, 'x', more)).status).toBe(422);
    });
  });

  it('refuses a type in the query', async () => {
    await withZendesk(async (opened) => {
      expect((await exported(opened, 'type:ticket x')).status).toBe(422);
    });
  });

  it('finds archived tickets and none in the bin', async () => {
    await withZendesk(async (opened) => {
      const archived = saying(opened, { archived: true, text: 'thimble' });
      saying(opened, { deleted: 'soft', text: 'thimble' });
      expect(await found(opened, 'thimble')).toEqual([archived]);
    });
  });

  it('shows a change only after a while, and what was there until then', async () => {
    await withZendesk(
      async (opened) => {
        const { seed, ask, later } = opened;
        const id = saying(opened, { subject: 'thimble' });
        expect(await found(opened, 'thimble')).toEqual([]);
        await later(120);
        expect(await found(opened, 'thimble')).toEqual([id]);
        await ask('PUT', `/api/v2/tickets/${String(id)}`, { body: { ticket: { subject: 'needle' } } });
        expect(await found(opened, 'thimble')).toEqual([id]);
        expect([...seed.zendesk.index.all()].join('\n')).toContain('thimble');
        await later(120);
        expect(await found(opened, 'thimble')).toEqual([]);
        expect(await found(opened, 'needle')).toEqual([id]);
        opened.fake.settle();
        expect([...seed.zendesk.index.all()].join('\n')).not.toContain('thimble');
      },
      { account: { indexLagSeconds: 120 } },
    );
  });

  it('goes on by a cursor that lives for an hour, up to a thousand a page', async () => {
    await withZendesk(async (opened) => {
      const { ask, later } = opened;
      const ids = [1, 2, 3].map(() => saying(opened, { text: 'thimble' }));
      const path = '/api/v2/search/export?filter[type]=ticket&query=thimble&page[size]=';
      const first = await ask('GET', `${path}2`);
      const next = `${path}2&page[after]=${encodeURIComponent(String(at(first.json, 'meta.after_cursor')))}`;
      expect(at(first.json, 'meta.has_more')).toBe(true);
      const second = await ask('GET', next);
      expect([...each(first, 'results', 'id'), ...each(second, 'results', 'id')]).toEqual(ids);
      expect(at(second.json, 'meta.has_more')).toBe(false);
      expect(at(second.json, 'count')).toBeUndefined();
      expect((await ask('GET', `${path}1000`)).status).toBe(200);
      expect((await ask('GET', `${path}1001`)).status).toBe(422);
      await later(3601);
      expect((await ask('GET', next)).status).toBe(422);
    });
  });

  it('by page ends at a thousand results, and knows type, address and requester', async () => {
    await withZendesk(async (opened) => {
      const { ask, seed } = opened;
      const id = saying(opened, {});
      const [by] = seed.zendesk.identities.where(({ value }) => value === 'ida.falk@falk.test');
      const search = (query: string, page = 1): Promise<Reply> =>
        ask('GET', `/api/v2/search?query=${encodeURIComponent(query)}&page=${String(page)}`);
      expect(each(await search('type:user email:ida.falk@falk.test'), 'results', 'id')).toEqual([by?.user_id]);
      expect(each(await search(`type:ticket requester:${String(by?.user_id)}`), 'results', 'id')).toEqual([id]);
      expect(each(await search('type:ticket requester:1'), 'results', 'id')).toEqual([]);
      expect((await search('type:ticket lift', 11)).status).toBe(422);
    });
  });

  it('looks only where the agent may', async () => {
    await withZendesk(async (opened) => {
      saying(opened, { text: 'thimble' });
      opened.seed.token(opened.seed.user({ name: 'B', role: 'agent', ticket_restriction: 'groups' }), 'restricted');
      const reply = await opened.ask('GET', '/api/v2/search/export?filter[type]=ticket&query=thimble', {
        token: 'restricted',
      });
      expect(each(reply, 'results', 'id')).toEqual([]);
    });
  });

  it('of users goes by any identity, by external id, and by page only', async () => {
    await withZendesk(async ({ ask, seed }) => {
      const others = [{ type: 'twitter', value: 'zoe_a' }] as const;
      const id = seed.user({
        name: 'Zoë',
        emails: ['zoe@quill.test', 'z@home.test'],
        others,
        external_id: 'erp-7',
        suspended: true,
      });
      const search = async (query: string): Promise<unknown[]> =>
        each(await ask('GET', `/api/v2/users/search?${query}`), 'users', 'id');
      expect(await search('query=z%40home.test')).toEqual([id]);
      expect(await search('query=zoe_a')).toEqual([id]);
      expect(await search('external_id=erp-7')).toEqual([id]);
      expect(await search('external_id=erp')).toEqual([]);
      expect((await ask('GET', '/api/v2/users/search')).status).toBe(400);
      const cursor = await ask('GET', '/api/v2/users/search?query=zoe_a&page[size]=1');
      expect(at(cursor.json, 'meta')).toBeUndefined();
      expect((await ask('GET', '/api/v2/users/search?query=zoe_a&page=101')).status).toBe(400);
    });
  });
});
