import { describe, expect, it } from '@jest/globals';
import { at, each, withZendesk } from './fake/opened.ts';
import type { Opened, Reply, SettingUp } from './fake/opened.ts';
import type { NewUser } from './fake/seed.ts';

type Scene = Opened & {
  readonly id: number;
  readonly path: string;
  readonly put: (user: Readonly<Record<string, unknown>>, token?: string) => Promise<Reply>;
};

const zoe: NewUser = {
  name: 'Zoë',
  emails: ['zoe@quill.test', 'z@home.test'],
  phones: ['+44 20 7946 0958'],
  others: [{ type: 'twitter', value: 'zoe_a' }],
  company: 'Quill',
  fields: { remark: 'calls at noon' },
  picture: 'zoe.jpg',
};

function withPerson(
  act: (scene: Scene) => Promise<void>,
  { who = {}, ...setup }: SettingUp & { readonly who?: Partial<NewUser> } = {},
): Promise<void> {
  return withZendesk(async (opened) => {
    const id = opened.seed.user({ ...zoe, ...who });
    const path = `/api/v2/users/${String(id)}`;
    const put: Scene['put'] = (user, token) =>
      opened.ask('PUT', `${path}.json`, { body: { user }, ...(token === undefined ? {} : { token }) });
    await act({ ...opened, id, path, put });
  }, setup);
}

/** Values of the identities of somebody, by type. */
async function identities({ ask, path }: Scene, type: string): Promise<unknown[]> {
  const reply = await ask('GET', `${path}/identities?page[size]=100`);
  const types = each(reply, 'identities', 'type');
  return each(reply, 'identities', 'value').filter((_, place) => types[place] === type);
}

describe('a user of the fake', () => {
  it('comes with identities and company in one call', async () => {
    await withPerson(async ({ ask, path }) => {
      const reply = await ask('GET', `${path}.json?include=identities,organizations`);
      expect(each(reply, 'identities', 'value')).toEqual([
        'zoe@quill.test',
        'z@home.test',
        '+44 20 7946 0958',
        'zoe_a',
      ]);
      expect(each(reply, 'organizations', 'name')).toEqual(['Quill']);
      expect(at(reply.json, 'user.email')).toBe('zoe@quill.test');
      expect(Number(at(reply.json, 'user.id'))).toBeGreaterThan(2 ** 31);
    });
  });

  it('gets another address beside the old ones where one is written', async () => {
    await withPerson(async (scene) => {
      const { json } = await scene.put({ email: 'anonymized@anonymized.test' });
      expect(at(json, 'user.email')).toBe('zoe@quill.test');
      expect(await identities(scene, 'email')).toEqual(['zoe@quill.test', 'z@home.test', 'anonymized@anonymized.test']);
    });
  });

  it.each([
    ['an empty name', { name: '' }],
    ['a blank name', { name: '  ' }],
    ['no name', { name: null }],
    ['an external id somebody has', { external_id: 'erp-1' }],
    ['an address somebody has', { email: 'ida@falk.test' }],
    ['what is no address', { email: 'nothing' }],
  ])('is refused %s', async (_, user) => {
    await withPerson(async ({ put, seed, id }) => {
      seed.user({ name: 'Ida', emails: ['ida@falk.test'], external_id: 'erp-1' });
      expect((await put(user)).status).toBe(422);
      expect(seed.zendesk.users.get(id).name).toBe('Zoë');
    });
  });

  it('can be emptied but for name, company and times', async () => {
    await withPerson(async ({ put, seed, id }) => {
      const { status } = await put({
        ...{
          name: 'Anonymized',
          alias: '',
          phone: '',
          shared_phone_number: null,
          notes: '',
          details: '',
          signature: '',
        },
        ...{
          external_id: null,
          tags: [],
          photo: null,
          remote_photo_url: '',
          user_fields: { remark: null, other: 'x' },
          suspended: true,
        },
      });
      expect(status).toBe(200);
      const { name, phone, photo, user_fields, suspended, organization_id } = seed.zendesk.users.get(id);
      expect({ name, phone, photo, user_fields, suspended }).toEqual({
        ...{ name: 'Anonymized', phone: null, photo: null, user_fields: { remark: null }, suspended: true },
      });
      expect(organization_id).not.toBeNull();
    });
  });

  it.each([
    ['photo', { photo: null }],
    ['remote_photo_url', { remote_photo_url: '' }],
  ] as const)('loses the picture by %s only, where the account is like that', async (property, given) => {
    await withPerson(
      async ({ put, seed, id }) => {
        const other = property === 'photo' ? { remote_photo_url: '' } : { photo: null };
        await put(other);
        expect(seed.zendesk.users.get(id).photo?.file_name).toBe('zoe.jpg');
        await put(given);
        expect(seed.zendesk.users.get(id).photo).toBeNull();
      },
      { account: { clearsPhoto: [property] } },
    );
  });

  it('says so where it cannot do what Zendesk can', async () => {
    await withPerson(async ({ put }) => {
      expect((await put({ organization_id: null })).status).toBe(501);
      expect((await put({ role: 'agent' })).status).toBe(501);
    });
  });

  it('is changed by those who may, and no team member by an agent', async () => {
    await withPerson(async ({ put, seed, ask }) => {
      const role = seed.role('Read', { end_user_profile_access: 'readonly' });
      seed.token(seed.user({ name: 'Bo', role: 'agent' }), 'agent');
      seed.token(seed.user({ name: 'Cleo', role: 'agent', custom_role_id: role }), 'reader');
      expect((await put({ alias: 'x' }, 'reader')).status).toBe(403);
      expect((await put({ alias: 'x' }, 'agent')).status).toBe(200);
      const boss = await ask('PUT', `/api/v2/users/${String(seed.admin)}`, {
        body: { user: { alias: 'x' } },
        token: 'agent',
      });
      expect(boss.status).toBe(403);
    });
  });

  it('who owns the account, or is oneself, is neither suspended nor deleted', async () => {
    await withPerson(async ({ ask, seed }) => {
      for (const id of [seed.owner, seed.admin]) {
        const path = `/api/v2/users/${String(id)}`;
        expect((await ask('PUT', path, { body: { user: { suspended: true } } })).status).toBe(422);
        expect((await ask('DELETE', path)).status).toBe(403);
      }
    });
  });

  it('has sessions that can be ended, all in one call', async () => {
    await withPerson(async ({ ask, seed, id, path }) => {
      seed.session(id);
      seed.session(id);
      seed.session(seed.owner);
      expect(each(await ask('GET', `${path}/sessions.json`), 'sessions', 'id')).toHaveLength(2);
      expect((await ask('DELETE', `${path}/sessions.json`)).status).toBe(204);
      expect(seed.zendesk.sessions.all()).toHaveLength(1);
    });
  });

  it('counts what they are on', async () => {
    await withPerson(async ({ ask, seed, id, path }) => {
      seed.ticket({ by: id, subject: 'One', comments: [] });
      seed.ticket({ by: seed.owner, subject: 'Two', email_cc_ids: [id], comments: [] });
      expect(at((await ask('GET', `${path}/related`)).json, 'user_related')).toMatchObject({
        ...{ requested_tickets: 1, ccd_tickets: 1, assigned_tickets: 0 },
      });
    });
  });

  it('who was merged is the other one: identities, tickets and words', async () => {
    await withPerson(async (scene) => {
      const { seed, id, ask } = scene;
      const loser = seed.user({ name: 'Zoe Old', emails: ['old@quill.test'] });
      const ticket = seed.ticket({ by: loser, subject: 'Old', comments: [{ by: loser, text: 'hi' }] });
      seed.merge(loser, id);
      expect(await identities(scene, 'email')).toContain('old@quill.test');
      expect((await ask('GET', `/api/v2/users/${String(loser)}`)).status).toBe(404);
      expect(
        each(await ask('GET', `/api/v2/users/${String(id)}/tickets/requested?page[size]=9`), 'tickets', 'id'),
      ).toEqual([ticket]);
      expect(each(await ask('GET', `/api/v2/tickets/${String(ticket)}/comments`), 'comments', 'author_id')).toEqual([
        id,
      ]);
    });
  });
});

describe('an identity of the fake', () => {
  const keysOf = ({ seed, id }: Scene): Readonly<Record<string, number>> =>
    Object.fromEntries(seed.zendesk.identitiesOf(id).map((one) => [one.value, one.id]));

  it('is deleted one by one, and a phone stays on the sheet', async () => {
    await withPerson(async (scene) => {
      const { ask, path, seed, id } = scene;
      const keys = keysOf(scene);
      expect((await ask('DELETE', `${path}/identities/${String(keys['zoe@quill.test'])}.json`)).status).toBe(422);
      for (const value of ['+44 20 7946 0958', 'zoe_a', 'z@home.test', 'zoe@quill.test'])
        expect((await ask('DELETE', `${path}/identities/${String(keys[value])}.json`)).status).toBe(204);
      expect(seed.zendesk.identitiesOf(id)).toEqual([]);
      expect(seed.zendesk.users.get(id).phone).toBe('+44 20 7946 0958');
      expect((await ask('DELETE', `${path}/identities/${String(keys.zoe_a)}.json`)).status).toBe(404);
    });
  });

  it('that is the primary address is refused before the others, and as the last one where the account is like that', async () => {
    await withPerson(
      async (scene) => {
        const { ask, path } = scene;
        const keys = keysOf(scene);
        const remove = async (value: string): Promise<number> =>
          (await ask('DELETE', `${path}/identities/${String(keys[value])}.json`)).status;
        expect(await remove('zoe@quill.test')).toBe(422);
        expect(await remove('z@home.test')).toBe(204);
        expect(await remove('zoe@quill.test')).toBe(422);
      },
      { account: { lastAddressDeletable: false } },
    );
  });

  it('takes another value and no other place, and none that is blank or somebody else has', async () => {
    await withPerson(async (scene) => {
      const { ask, path, seed } = scene;
      seed.user({ name: 'Ida', emails: ['ida@falk.test'] });
      const key = String(keysOf(scene)['z@home.test']);
      const put = (identity: unknown): Promise<Reply> =>
        ask('PUT', `${path}/identities/${key}`, { body: { identity } });
      const { json } = await put({ value: 'anonymized-1@anonymized.invalid', verified: true, primary: true });
      expect(at(json, 'identity')).toMatchObject({ value: 'anonymized-1@anonymized.invalid', primary: false });
      expect((await put({ value: '' })).status).toBe(422);
      expect((await put({ value: 'IDA@falk.test' })).status).toBe(422);
      expect((await put({ value: 'no address' })).status).toBe(422);
    });
  });
});

describe('deleting a user of the fake', () => {
  it('is refused while a ticket they asked for is not closed', async () => {
    await withPerson(async ({ ask, seed, id, path }) => {
      const ticket = seed.ticket({ by: id, subject: 'One', status: 'solved', comments: [] });
      expect((await ask('DELETE', path)).status).toBe(422);
      seed.zendesk.tickets.update(ticket, { status: 'closed' });
      expect((await ask('DELETE', path)).status).toBe(200);
      expect(seed.zendesk.users.get(id).active).toBe(false);
    });
  });

  it('puts them into the bin, where they are listed and no longer found', async () => {
    await withPerson(async ({ ask, id, path }) => {
      expect((await ask('DELETE', `/api/v2/deleted_users/${String(id)}`)).status).toBe(404);
      expect(each(await ask('GET', '/api/v2/users/search?query=zoe%40quill.test'), 'users', 'id')).toEqual([id]);
      await ask('DELETE', path);
      expect(each(await ask('GET', '/api/v2/deleted_users?page[size]=9'), 'deleted_users', 'email')).toEqual([
        'zoe@quill.test',
      ]);
      expect(each(await ask('GET', '/api/v2/users/search?query=zoe%40quill.test'), 'users', 'id')).toEqual([]);
      expect(at((await ask('GET', path)).json, 'user.active')).toBe(false);
      expect((await ask('PUT', path, { body: { user: { name: 'x' } } })).status).toBe(404);
    });
  });

  it('goes for several in one job, each judged by itself', async () => {
    await withPerson(async ({ ask, seed, id, later }) => {
      const other = seed.user({ name: 'Ida' });
      seed.ticket({ by: other, subject: 'Open', comments: [] });
      const job = await ask('DELETE', `/api/v2/users/destroy_many.json?ids=${String(id)},${String(other)}`);
      await later(2);
      const done = await ask('GET', `/api/v2/job_statuses/${String(at(job.json, 'job_status.id'))}`);
      expect(each(done, 'job_status.results', 'success')).toEqual([true, false]);
      expect([id, other].map((one) => seed.zendesk.users.get(one).active)).toEqual([false, true]);
    });
  });

  it('for good leaves a number, takes the company, and keeps ratings without their words', async () => {
    await withPerson(async ({ ask, seed, id, path }) => {
      const satisfaction_rating = { score: 'bad', comment: 'Zoë is cross' };
      const ticket = seed.ticket({ by: id, subject: 'One', status: 'closed', satisfaction_rating, comments: [] });
      await ask('DELETE', path);
      expect((await ask('DELETE', `/api/v2/deleted_users/${String(id)}`)).status).toBe(200);
      const { json } = await ask('GET', `${path}?include=identities`);
      expect(at(json, 'user')).toMatchObject({
        ...{
          id,
          name: 'Permanently Deleted User',
          email: null,
          phone: null,
          organization_id: null,
          active: false,
          user_fields: {},
        },
      });
      expect(at(json, 'identities')).toEqual([]);
      expect(seed.zendesk.tickets.get(ticket).satisfaction_rating).toEqual({ score: 'bad', comment: '' });
      const statuses = await ask('GET', `${path}/compliance_deletion_statuses`);
      expect(each(statuses, 'compliance_deletion_statuses', 'application')).toContain('support');
      expect(each(await ask('GET', '/api/v2/deleted_users'), 'deleted_users', 'id')).toEqual([]);
    });
  });
});

describe('what an account is set up with', () => {
  it('shows what an erasure depends on', async () => {
    await withZendesk(
      async ({ ask }) => {
        const { json } = await ask('GET', '/api/v2/account/settings.json');
        expect(at(json, 'settings.agents.agent_workspace')).toBe(false);
        expect(at(json, 'settings.tickets')).toMatchObject({
          ...{ agent_ticket_deletion: false, follower_and_email_cc_collaborations: false },
        });
      },
      { account: { agentWorkspace: false, ticketDeletion: false, ccsAndFollowers: false } },
    );
  });

  it('shows the right to redact under the name the account has for it, or not at all', async () => {
    await withZendesk(async ({ ask, seed }) => {
      const path = `/api/v2/custom_roles/${String(seed.role('Own', { ticket_access: 'within-groups' }, true))}.json`;
      const shown = at((await ask('GET', path)).json, 'custom_role.configuration');
      expect(shown).toMatchObject({ ticket_access: 'within-groups', end_user_profile_access: 'full' });
      expect(shown).not.toHaveProperty('redact');
      seed.zendesk.configure({ redactionRight: 'redact' });
      expect(at((await ask('GET', path)).json, 'custom_role.configuration.redact')).toBe(true);
    });
  });

  it('shows the groups of somebody', async () => {
    await withZendesk(async ({ ask, seed }) => {
      seed.group('Privacy', [seed.admin]);
      seed.group('Sales', [seed.owner]);
      expect(each(await ask('GET', `/api/v2/users/${String(seed.admin)}/groups.json`), 'groups', 'name')).toEqual([
        'Privacy',
      ]);
      expect(each(await ask('GET', '/api/v2/groups.json'), 'groups', 'name')).toEqual(['Privacy', 'Sales']);
      const memberships = await ask('GET', `/api/v2/users/${String(seed.admin)}/group_memberships`);
      expect(each(memberships, 'group_memberships', 'user_id')).toEqual([seed.admin]);
    });
  });
});
