import type { Zendesk } from '../../../../plugins/zendesk/test/fake/zendesk.ts';
import type { Standing } from './page/standing.ts';

type Values = Readonly<Record<string, unknown>>;

/** A user as the app framework gives one: camel case, fewer fields than the API. */
function userValues(zendesk: Zendesk, id: number): Values {
  const user = zendesk.user(id);
  const groups = zendesk.groupMemberships.where((one) => one.user_id === id).map((one) => zendesk.groups.get(one.of));
  const organization = user.organization_id === null ? undefined : zendesk.organizations.find(user.organization_id);
  return {
    id,
    name: user.name,
    email: zendesk.addressOf(id),
    role: user.role,
    locale: user.locale,
    externalId: user.external_id,
    groups: groups.map(({ id: group, name }) => ({ id: group, name })),
    organizations: organization === undefined ? [] : [{ id: organization.id, name: organization.name }],
    tags: user.tags,
  };
}

/** What `client.get` may read on a page: the agent, and the ticket or user shown. */
export function frameworkValues(zendesk: Zendesk, agent: number, about: Standing['about']): Values {
  const { subdomain } = zendesk.account;
  const values: Values = {
    currentUser: userValues(zendesk, agent),
    currentAccount: { subdomain, planName: 'Invented' },
  };
  if (about.userId !== undefined) return { ...values, user: userValues(zendesk, about.userId) };
  if (about.ticketId === undefined) return values;
  const ticket = zendesk.ticket(about.ticketId);
  const collaborators = ticket.email_cc_ids.map((id) => userValues(zendesk, id));
  const requester = userValues(zendesk, ticket.requester_id);
  return {
    ...values,
    ticket: { id: ticket.id, subject: ticket.subject, status: ticket.status, requester, collaborators },
  };
}
