import type { Role, Ticket, User } from './records.ts';
import type { Zendesk } from './zendesk.ts';

/** The role of an agent, where it is one the account made itself. */
function roleOf(zendesk: Zendesk, { custom_role_id }: User): Role | undefined {
  return custom_role_id === null ? undefined : zendesk.roles.find(custom_role_id);
}

/** Whether an agent sees a ticket: administrators all, others what their role or their restriction lets them. */
export function canSee(zendesk: Zendesk, user: User, ticket: Ticket): boolean {
  if (user.role === 'admin') return true;
  const access = roleOf(zendesk, user)?.configuration.ticket_access;
  const own = [ticket.assignee_id, ticket.requester_id, ...ticket.email_cc_ids, ...ticket.follower_ids].includes(
    user.id,
  );
  const groups = zendesk.groupMemberships.where((one) => one.user_id === user.id).map((one) => one.of);
  const inGroup = ticket.group_id !== null && groups.includes(ticket.group_id);
  const inCompany = ticket.organization_id !== null && ticket.organization_id === user.organization_id;
  if (access === 'assigned-only' || user.ticket_restriction === 'assigned') return own;
  if (access === 'within-groups' || user.ticket_restriction === 'groups') return own || inGroup;
  if (access === 'within-organization' || user.ticket_restriction === 'organization') return own || inCompany;
  return user.ticket_restriction !== 'requested' || ticket.requester_id === user.id;
}

export function mayEditTickets(zendesk: Zendesk, user: User): boolean {
  const configuration = roleOf(zendesk, user)?.configuration;
  return user.role === 'admin' || (configuration?.light_agent !== true && configuration?.ticket_editing !== false);
}

export function mayDeleteTickets(zendesk: Zendesk, user: User): boolean {
  if (user.role === 'admin') return true;
  const role = roleOf(zendesk, user);
  return role === undefined ? zendesk.account.ticketDeletion : role.configuration.ticket_deletion === true;
}

/** "Redact ticket content" of a custom role; without one, "Agents can delete tickets and redact content". */
export function mayRedact(zendesk: Zendesk, user: User): boolean {
  if (user.role === 'admin') return true;
  return roleOf(zendesk, user)?.may_redact ?? zendesk.account.ticketDeletion;
}

export function mayEditPeople(zendesk: Zendesk, user: User, whom: User): boolean {
  if (user.role === 'admin' || user.id === whom.id) return true;
  const role = roleOf(zendesk, user);
  return whom.role === 'end-user' && (role === undefined || role.configuration.end_user_profile_access === 'full');
}

/** Deleting people for good needs more than changing them. */
export function mayDeletePeople(zendesk: Zendesk, user: User): boolean {
  return user.role === 'admin' || roleOf(zendesk, user)?.configuration.end_user_profile_access === 'full';
}

/** Nobody restricted sees the queue of suspended tickets. */
export function maySweepSuspended(zendesk: Zendesk, user: User): boolean {
  if (user.role === 'admin') return true;
  const role = roleOf(zendesk, user);
  if (role === undefined) return user.ticket_restriction === null;
  return role.configuration.ticket_access === 'all' && role.configuration.manage_suspended_tickets === true;
}
