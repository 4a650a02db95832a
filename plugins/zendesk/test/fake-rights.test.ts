import { describe, expect, it } from '@jest/globals';
import { at, withZendesk } from './fake/opened.ts';
import type { Opened, Reply } from './fake/opened.ts';
import type { NewUser } from './fake/seed.ts';

/** An agent with a token of that name, and a ticket of somebody else in another group. */
function withAgent(
  agent: (opened: Opened) => Partial<NewUser>,
  act: (opened: Opened & { readonly ticket: number; readonly whom: number; readonly me: number }) => Promise<void>,
): Promise<void> {
  return withZendesk(async (opened) => {
    const { seed } = opened;
    const whom = seed.user({ name: 'Zoë', emails: ['zoe@quill.test'], company: 'Quill' });
    const ticket = seed.ticket({
      ...{ by: whom, subject: 'Keys', status: 'closed', group_id: seed.group('Second') },
      comments: [{ by: whom, html: '<p>Zoë</p>' }],
    });
    const me = seed.user({ name: 'Bo', role: 'agent', ...agent(opened) });
    seed.token(me, 'agent');
    await act({ ...opened, ticket, whom, me });
  });
}

const role =
  (configuration: Readonly<Record<string, unknown>>, mayRedact = false) =>
  ({ seed }: Opened): Partial<NewUser> => ({ custom_role_id: seed.role('Own', configuration, mayRedact) });

interface Case {
  readonly what: string;
  readonly agent: (opened: Opened) => Partial<NewUser>;
  readonly method: string;
  readonly path: (ids: { readonly ticket: number; readonly whom: number }) => string;
  readonly body?: (ids: { readonly ticket: number }) => unknown;
}

const sideConversations = ({ ticket }: { readonly ticket: number }): string =>
  `tickets/${String(ticket)}/side_conversations`;
const refused: readonly Case[] = [
  {
    what: 'side conversations of a ticket out of sight',
    agent: () => ({ ticket_restriction: 'assigned' }),
    method: 'GET',
    path: sideConversations,
  },
  {
    ...{ what: 'a ticket of another group', agent: role({ ticket_access: 'within-groups' }), method: 'GET' },
    path: ({ ticket }) => `tickets/${String(ticket)}.json`,
  },
  {
    ...{ what: 'a ticket of another company', agent: role({ ticket_access: 'within-organization' }), method: 'GET' },
    path: ({ ticket }) => `tickets/${String(ticket)}/comments`,
  },
  {
    ...{ what: 'updating many tickets to light agents', agent: role({ light_agent: true }), method: 'PUT' },
    path: () => 'tickets/update_many',
    body: ({ ticket }) => ({ tickets: [{ id: ticket, additional_tags: ['a'] }] }),
  },
  {
    ...{ what: 'updating a ticket to those who may not edit', agent: role({ ticket_editing: false }), method: 'PUT' },
    path: ({ ticket }) => `tickets/${String(ticket)}`,
    body: () => ({ ticket: { subject: 'x' } }),
  },
  {
    ...{ what: 'deleting tickets', agent: role({ ticket_deletion: false }), method: 'DELETE' },
    path: ({ ticket }) => `tickets/destroy_many?ids=${String(ticket)}`,
  },
  {
    ...{ what: 'deleting a ticket', agent: role({ ticket_deletion: false }), method: 'DELETE' },
    path: ({ ticket }) => `tickets/${String(ticket)}`,
  },
  {
    ...{ what: 'deleting tickets for good', agent: role({ ticket_deletion: false }), method: 'DELETE' },
    path: ({ ticket }) => `deleted_tickets/destroy_many?ids=${String(ticket)}`,
  },
  { what: 'the bin', agent: role({ ticket_deletion: false }), method: 'GET', path: () => 'deleted_tickets' },
  {
    ...{ what: 'deleting a user', agent: role({ end_user_profile_access: 'edit-within-org' }), method: 'DELETE' },
    path: ({ whom }) => `users/${String(whom)}`,
  },
  {
    ...{ what: 'ending sessions', agent: role({ end_user_profile_access: 'readonly' }), method: 'DELETE' },
    path: ({ whom }) => `users/${String(whom)}/sessions`,
  },
  {
    ...{ what: 'suspended tickets', agent: role({ manage_suspended_tickets: false }), method: 'GET' },
    path: () => 'suspended_tickets',
  },
];

describe('an agent of the fake', () => {
  it.each(refused)('is refused $what where the role says so', async ({ agent, method, path, body }) => {
    await withAgent(agent, async (scene) => {
      const { ask, seed } = scene;
      const given = body === undefined ? {} : { body: body(scene) };
      const url = `/api/v2/${path(scene)}`;
      expect((await ask(method, url, { token: 'agent', ...given })).status).toBe(403);
      const { status } = await ask(method, url, given);
      expect([200, 204, 422]).toContain(status);
      expect(seed.zendesk.users.get(scene.whom).name).toBe('Zoë');
    });
  });

  it('does not delete for good whom an administrator put into the bin', async () => {
    await withAgent(role({ end_user_profile_access: 'readonly' }), async ({ ask, whom }) => {
      expect((await ask('DELETE', `/api/v2/users/${String(whom)}`)).status).toBe(200);
      const path = `/api/v2/deleted_users/${String(whom)}`;
      expect((await ask('DELETE', path, { token: 'agent' })).status).toBe(403);
      expect((await ask('DELETE', path)).status).toBe(200);
    });
  });

  it('changes in a job only what they see', async () => {
    await withAgent(
      () => ({ ticket_restriction: 'assigned' }),
      async ({ ask, later, ticket, seed, me }) => {
        const tags = async (): Promise<unknown> => {
          const body = { tickets: [{ id: ticket, additional_tags: ['a'] }] };
          const job: Reply = await ask('PUT', '/api/v2/tickets/update_many', { body, token: 'agent' });
          await later(2);
          const { json } = await ask('GET', `/api/v2/job_statuses/${String(at(job.json, 'job_status.id'))}`);
          return at(json, 'job_status.results.0.success');
        };
        expect(await tags()).toBe(false);
        seed.zendesk.tickets.update(ticket, { assignee_id: me });
        expect(await tags()).toBe(true);
      },
    );
  });

  it.each([
    ['groups', 'within-groups'],
    ['organization', 'within-organization'],
  ] as const)('sees what is theirs: by %s', async (ticket_restriction, ticket_access) => {
    for (const agent of [() => ({ ticket_restriction }), role({ ticket_access })]) {
      await withAgent(agent, async ({ ask, seed, ticket, me }) => {
        const status = async (): Promise<number> =>
          (await ask('GET', `/api/v2/tickets/${String(ticket)}`, { token: 'agent' })).status;
        expect(await status()).toBe(403);
        const { organization_id } = seed.zendesk.tickets.get(ticket);
        if (ticket_restriction === 'groups') seed.group('Second', [me]);
        else seed.zendesk.users.update(me, { organization_id });
        expect(await status()).toBe(200);
      });
    }
  });
});
