import { describe, expect, it } from '@jest/globals';
import { identifiersFrom } from '@lethe/core';
import type { Host, Person, PlainIdentifiers } from '@lethe/core';
import { ada, bo, desk, ida, withZendesk } from './journeys.ts';
import { personIdOf, zendeskHost } from '../src/index.ts';

async function found(host: Host, who: PlainIdentifiers): Promise<readonly Person[]> {
  const people: Person[] = [];
  for await (const person of host.findPeople({ by: 'identifiers', who: identifiersFrom(who) })) people.push(person);
  return people;
}

async function byId(host: Host, user: number): Promise<Person | undefined> {
  for await (const person of host.findPeople({ by: 'id', person: personIdOf(user) })) return person;
  return undefined;
}

describe('looking users up', () => {
  it.each<readonly [string, PlainIdentifiers]>([
    ['the main address', { addresses: ['ada@quill.test'] }],
    ['a second address', { addresses: ['ADA.Q@home.test'] }],
    ['the name', { names: ['Ada Quellstone'] }],
    ['a telephone number written otherwise', { phones: ['+3725551234'] }],
    ['a handle', { logins: ['quellstone42'] }],
    ['a number elsewhere', { externalIds: ['KD-7'] }],
  ])('finds a user by %s, and nobody else', async (_what, who) => {
    const fill = (seed: Parameters<typeof desk>[0]): { readonly person: number } => {
      seed.user(ida);
      const others = [{ type: 'twitter', value: 'quellstone42' }] as const;
      return { person: seed.user({ ...ada, phones: ['+372 555 1234', '+3725551234'], others, external_id: 'KD-7' }) };
    };
    await withZendesk(fill, async ({ host, person }) => {
      expect((await found(host, who)).map(({ id }) => id)).toEqual([personIdOf(person)]);
    });
  });

  it('states what there is to know: kinds, company, who is signed in, who is suspended, identifiers of every identity', async () => {
    const fill = (seed: Parameters<typeof desk>[0]) => ({
      person: seed.user({
        ...ada,
        others: [{ type: 'twitter', value: 'quellstone42' }],
        external_id: 'KD-7',
        fields: { mobile: '+372 555 9999', staff_number: 'S-42' },
        suspended: true,
        last_login_at: '2026-01-04T08:00:00Z',
      }),
      agent: seed.user(bo),
      light: seed.user({
        name: 'Lena Light',
        role: 'agent',
        custom_role_id: seed.role('Light', { light_agent: true }),
      }),
      shared: seed.user({ ...ida, shared: true }),
    });
    const options = { phoneFields: ['mobile'], externalIdFields: ['staff_number'] };
    await withZendesk(
      fill,
      async ({ host, seed, person, agent, light, shared }) => {
        const one = await byId(host, person);
        expect(one).toMatchObject({ kind: 'end-user', active: false, self: false, company: 'Acme' });
        expect(one?.lastActivity).toEqual(new Date('2026-01-04T08:00:00Z'));
        const texts = (kind: keyof Person['identifiers']): readonly string[] =>
          (one?.identifiers[kind] ?? []).map((text) => text.reveal());
        expect(texts('addresses')).toEqual(['ada@quill.test', 'ada.q@home.test']);
        expect(texts('phones')).toEqual(['+372 555 1234', '+372 555 9999']);
        expect(texts('logins')).toEqual(['quellstone42']);
        expect(texts('externalIds')).toEqual(['KD-7', 'S-42']);
        expect(await byId(host, agent)).toMatchObject({ kind: 'agent', active: true });
        expect(await byId(host, light)).toMatchObject({ kind: 'agent' });
        expect(await byId(host, shared)).toMatchObject({ masteredBy: 'import' });
        expect(await byId(host, seed.admin)).toMatchObject({ kind: 'administrator', self: true });
      },
      { options },
    );
  });

  it('tells whether anybody else could administer the account', async () => {
    await withZendesk(desk, async ({ host, seed }) => {
      expect(await byId(host, seed.admin)).toMatchObject({ lastAdministrator: false });
      seed.zendesk.users.update(seed.owner, { suspended: true });
      expect(await byId(host, seed.admin)).toMatchObject({ lastAdministrator: true });
    });
  });

  it('finds merged users as the one they became, and deleted users among the deleted', async () => {
    const fill = (seed: Parameters<typeof desk>[0]) => {
      const { person } = desk(seed);
      const loser = seed.user({ name: 'A. Quellstone', emails: ['old@quill.test'] });
      seed.merge(loser, person);
      return { person, deleted: seed.user({ ...ida, active: false }) };
    };
    await withZendesk(fill, async ({ host, person, deleted }) => {
      expect((await found(host, { addresses: ['old@quill.test'] })).map(({ id }) => id)).toContain(personIdOf(person));
      const all = await found(host, { addresses: ['ida.falk@falk.test'] });
      expect(all.find(({ id }) => id === personIdOf(deleted))).toMatchObject({ active: false, kind: 'end-user' });
      expect(await byId(host, deleted)).toMatchObject({ active: false });
    });
  });

  it('finds nobody by a number that leads nowhere', async () => {
    await withZendesk(desk, async ({ host }) => {
      expect(await byId(host, 1)).toBeUndefined();
      expect(await found(host, { addresses: ['nobody@nowhere.test'] })).toEqual([]);
    });
  });
});

describe('before anything is done', () => {
  const codes = async (host: Host): Promise<readonly string[]> =>
    (await host.preflight()).map(({ code, remedy }) => `${code}: ${remedy}`);

  it('an administrator with the Agent Workspace on may go ahead: two calls', async () => {
    await withZendesk(desk, async ({ host, fake }) => {
      expect(await host.preflight()).toEqual([]);
      expect(fake.made).toHaveLength(2);
    });
  });

  it('without the Agent Workspace nobody may, and the obstacle names the place', async () => {
    await withZendesk(
      desk,
      async ({ host }) => {
        const [obstacle, ...others] = await host.preflight();
        expect(others).toEqual([]);
        expect(obstacle).toMatchObject({ code: 'host-setting' });
        expect(obstacle?.remedy).toContain('Agent Workspace');
      },
      { account: { agentWorkspace: false } },
    );
  });

  it('of a role every missing right is named at once', async () => {
    await withZendesk(desk, async ({ host, seed }) => {
      const rights = { ticket_access: 'within-groups', end_user_profile_access: 'readonly' };
      const custom_role_id = seed.role('Narrow', rights);
      seed.zendesk.users.update(seed.admin, { role: 'agent', custom_role_id });
      const said = await codes(host);
      expect(said).toHaveLength(3);
      for (const [at, words] of ['Redact ticket content', 'All tickets', 'end-user profiles'].entries())
        expect(said[at]).toContain(words);
    });
  });

  it.each([true, false])('a role that may redact under a name the API gives: %s', async (mayRedact) => {
    await withZendesk(
      desk,
      async ({ host, seed }) => {
        const custom_role_id = seed.role('Clerk', {}, mayRedact);
        seed.zendesk.users.update(seed.admin, { role: 'agent', custom_role_id });
        expect((await host.preflight()).length === 0).toBe(mayRedact);
      },
      { account: { redactionRight: 'ticket_redaction' } },
    );
  });

  it('agents of accounts without roles need the setting, and to see all tickets', async () => {
    await withZendesk(
      desk,
      async ({ host, seed }) => {
        seed.zendesk.users.update(seed.admin, { role: 'agent', ticket_restriction: 'groups' });
        const said = await codes(host);
        expect(said).toHaveLength(2);
        expect(said[0]).toContain('Agents can delete tickets and redact content');
        expect(said[1]).toContain('All tickets');
      },
      { account: { ticketDeletion: false } },
    );
  });

  it('an end user may not, and nobody signed in is signed out', async () => {
    await withZendesk(desk, async ({ seed, clock, port }) => {
      const anonymous = zendeskHost(
        async (call) =>
          call.path.endsWith('/users/me')
            ? { status: 200, headers: {}, json: { user: { id: null, role: 'end-user' } } }
            : port(call),
        { clock },
      );
      await expect(anonymous.preflight()).rejects.toMatchObject({ code: 'signed-out' });
      seed.zendesk.users.update(seed.admin, { role: 'end-user' });
      const answer = await zendeskHost(port, { clock })
        .preflight()
        .catch((error: unknown) => error);
      expect(answer).toMatchObject({ code: 'not-permitted' });
    });
  });
});
