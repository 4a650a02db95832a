import { describe, expect, it } from '@jest/globals';
import { smallWorld } from '@lethe/core/testing';
import type { FaultKind } from '@lethe/core/testing';
import { dumpOf, talliesOf } from './fake/dump.ts';
import { at, each, withZendesk } from './fake/opened.ts';
import type { Opened, Reply } from './fake/opened.ts';
import { fillWith } from './world-in-zendesk.ts';

const path = (id: number): string => `/api/v2/tickets/${String(id)}`;

function withTickets(act: (opened: Opened & { readonly ids: readonly number[] }) => Promise<void>): Promise<void> {
  return withZendesk(async (opened) => {
    const by = opened.seed.admin;
    const ids = [1, 2].map(() => opened.seed.ticket({ by, subject: 'One', comments: [{ by, text: 'x' }] }));
    await act({ ...opened, ids });
  });
}

function rename({ ask, ids: [id = 0] }: Opened & { readonly ids: readonly number[] }): Promise<Reply> {
  return ask('PUT', path(id), { body: { ticket: { subject: 'Two' } } });
}

describe('a fault of the fake', () => {
  it.each<[FaultKind, number]>([
    ['too-fast', 429],
    ['too-fast-dated', 429],
    ['down', 503],
    ['locked', 409],
    ['gone', 404],
    ['rejected', 422],
    ['not-permitted', 403],
    ['signed-out', 401],
    ['garbage', 200],
    ['lie', 200],
  ])('%s is answered and takes no effect', async (kind, status) => {
    await withTickets(async (scene) => {
      const before = [...dumpOf(scene.seed.zendesk)].join('');
      scene.fake.faults.set({ kind, on: 'writes' });
      const reply = await rename(scene);
      expect(reply.status).toBe(status);
      expect(reply.headers.has('retry-after')).toBe(kind === 'too-fast-dated');
      expect([...dumpOf(scene.seed.zendesk)].join('')).toBe(before);
      expect((await rename(scene)).status).toBe(200);
      expect(scene.seed.zendesk.tickets.get(scene.ids[0] ?? 0).subject).toBe('Two');
    });
  });

  it('time-out takes effect and is never answered', async () => {
    await withTickets(async (scene) => {
      scene.fake.faults.set({ kind: 'time-out', on: 'writes' });
      await expect(rename(scene)).rejects.toThrow();
      expect(scene.seed.zendesk.tickets.get(scene.ids[0] ?? 0).subject).toBe('Two');
    });
  });

  it.each(['half', 'lie'] as const)('%s of a job is told by its rows, or by nothing', async (kind) => {
    await withTickets(async ({ fake, ask, later, ids, seed }) => {
      fake.faults.set({ kind, on: 'writes' });
      const tickets = ids.map((id) => ({ id, subject: 'Two' }));
      const job = await ask('PUT', '/api/v2/tickets/update_many', { body: { tickets } });
      await later(2);
      const done = await ask('GET', `/api/v2/job_statuses/${String(at(job.json, 'job_status.id'))}`);
      expect(at(done.json, 'job_status.status')).toBe('completed');
      expect(each(done, 'job_status.results', 'success')).toEqual([true, kind === 'lie']);
      expect(ids.map((id) => seed.zendesk.tickets.get(id).subject)).toEqual(
        kind === 'lie' ? ['One', 'One'] : ['Two', 'One'],
      );
    });
  });

  it('strikes after so many calls and so often, reads only if told', async () => {
    await withTickets(async ({ fake, ask, ids: [id = 0] }) => {
      const read = async (): Promise<number> => (await ask('GET', path(id))).status;
      fake.faults.set({ kind: 'gone', on: 'writes' });
      expect(await read()).toBe(200);
      fake.faults.set({ kind: 'gone', on: 'all', after: 1, times: 2 });
      expect([await read(), await read(), await read(), await read()]).toEqual([200, 404, 404, 200]);
    });
  });
});

describe('what the fake was asked and holds', () => {
  it('is every call, its answer too if somebody watches', async () => {
    const seen: unknown[] = [];
    await withZendesk(
      async ({ ask, fake }) => {
        await ask('GET', '/api/v2/groups.json?page=1');
        await ask('DELETE', '/api/v2/suspended_tickets/destroy_many.json?ids=1');
        expect(fake.made).toEqual([
          { method: 'GET', url: '/api/v2/groups.json?page=1', isWrite: false },
          { method: 'DELETE', url: '/api/v2/suspended_tickets/destroy_many.json?ids=1', isWrite: true },
        ]);
      },
      { opening: { watch: ({ method, status, answer }) => seen.push([method, status, answer]) } },
    );
    expect(seen).toEqual([
      ['GET', 200, { groups: [], count: 0, next_page: null, previous_page: null }],
      ['DELETE', 204, undefined],
    ]);
  });

  it('is also what no call shows: the index, mails sent, what files have inside, texts that were deleted', async () => {
    await withZendesk(
      async ({ ask, seed, later }) => {
        const by = seed.user({ name: 'Zoë', emails: ['zoe@quill.test'] });
        const files = [{ name: 'a.txt', inside: 'thimble-file' }];
        const id = seed.ticket({ by, subject: 'thimble-old', comments: [{ by, text: 'x', files }] });
        const post = seed.helpText(by, { kind: 'post', title: 'T', body: 'thimble-post' });
        const author = { id: by, name: 'Zoë', email: 'zoe@quill.test' };
        seed.suspendedTicket({ author, subject: 'Re', content: 'thimble-suspended' });
        seed.trigger({ body: 'thimble-mail' });
        await later(60);
        await ask('DELETE', `/api/v2/community/posts/${String(post)}.json`);
        await ask('PUT', path(id), { body: { ticket: { subject: 'New' } } });
        const dump = [...dumpOf(seed.zendesk)];
        for (const what of ['file', 'post', 'suspended', 'mail'])
          expect(dump.filter((one) => one.includes(`thimble-${what}`))).not.toEqual([]);
        expect(dump.filter((one) => one.startsWith('index ') && one.includes('thimble-old'))).not.toEqual([]);
        expect(dump.filter((one) => one.startsWith('mail ') && one.includes('zoe@quill.test'))).not.toEqual([]);
      },
      { account: { indexLagSeconds: 60 } },
    );
  });

  it('is everything of a world that Zendesk can hold', async () => {
    await withZendesk(async ({ seed }) => {
      const world = smallWorld();
      fillWith(seed, world);
      const dump = [...dumpOf(seed.zendesk)].join('\n');
      const missing = world.secrets.filter(({ text }) => !dump.includes(text)).flatMap((secret) => secret.in);
      expect([...new Set(missing)]).toEqual(['person.history', 'message.subject']);
      expect(Object.keys(talliesOf(seed.zendesk)).filter((key) => key.startsWith('ticket '))).toHaveLength(
        world.dossiers.length,
      );
    });
  });

  it('counts alike after a subject was changed, and not after a state was', async () => {
    await withTickets(async ({ ask, seed, ids: [id = 0] }) => {
      const before = talliesOf(seed.zendesk);
      await ask('PUT', path(id), { body: { ticket: { subject: 'Two' } } });
      expect(talliesOf(seed.zendesk)).toEqual(before);
      await ask('PUT', path(id), { body: { ticket: { status: 'pending' } } });
      expect(talliesOf(seed.zendesk)).not.toEqual(before);
    });
  });
});
