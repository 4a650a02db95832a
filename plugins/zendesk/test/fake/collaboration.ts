import { invalid, isObject } from './answer.ts';
import type { Ticket } from './records.ts';
import type { Change } from './change.ts';
import type { Zendesk } from './zendesk.ts';

/** What an update makes of a ticket's people in copy and followers. The audit keeps the addresses that were there. */
export function collaborationChanges(
  zendesk: Zendesk,
  ticket: Ticket,
  changes: Readonly<Record<string, unknown>>,
): Change[] {
  if (!zendesk.account.ccsAndFollowers) return collaboratorChanges(ticket, changes);
  const email_cc_ids = acted(zendesk, ticket.email_cc_ids, changes.email_ccs);
  const follower_ids = acted(zendesk, ticket.follower_ids, changes.followers);
  const outsiders = follower_ids.filter((id) => zendesk.users.find(id)?.role === 'end-user');
  if (outsiders.length > ticket.follower_ids.filter((id) => outsiders.includes(id)).length)
    throw invalid({ followers: 'Followers: must be team members' });
  return [
    ...(isSame(email_cc_ids, ticket.email_cc_ids) ? [] : [copies(zendesk, ticket, email_cc_ids)]),
    ...(isSame(follower_ids, ticket.follower_ids) ? [] : [followers(zendesk, ticket, follower_ids)]),
  ];
}

/** Without CCs and followers there is one list, and the actions do nothing. */
function collaboratorChanges(ticket: Ticket, changes: Readonly<Record<string, unknown>>): Change[] {
  const given = changes.collaborator_ids;
  if (!Array.isArray(given)) return [];
  const ids = given.map(Number);
  if (isSame(ids, ticket.email_cc_ids)) return [];
  return [{ values: { email_cc_ids: ids, follower_ids: [] }, events: [{ type: 'Cc', recipients: ids }] }];
}

function copies(zendesk: Zendesk, ticket: Ticket, email_cc_ids: number[]): Change {
  const previous_email_ccs = addresses(zendesk, ticket.email_cc_ids);
  const current_email_ccs = addresses(zendesk, email_cc_ids);
  return { values: { email_cc_ids }, events: [{ type: 'EmailCcChange', previous_email_ccs, current_email_ccs }] };
}

function followers(zendesk: Zendesk, ticket: Ticket, follower_ids: number[]): Change {
  const previous_followers = addresses(zendesk, ticket.follower_ids);
  const current_followers = addresses(zendesk, follower_ids);
  return { values: { follower_ids }, events: [{ type: 'FollowerChange', previous_followers, current_followers }] };
}

function addresses(zendesk: Zendesk, users: readonly number[]): string[] {
  return users.map((user) => zendesk.addressOf(user) ?? '').filter((address) => address !== '');
}

function acted(zendesk: Zendesk, before: readonly number[], actions: unknown): number[] {
  const ids = new Set(before);
  for (const action of Array.isArray(actions) ? actions.filter(isObject) : []) {
    const id = userOf(zendesk, action);
    if (action.action === 'delete') ids.delete(id);
    else if (zendesk.users.find(id)?.active === true) ids.add(id);
  }
  return [...ids];
}

function userOf(zendesk: Zendesk, { user_id, user_email }: Readonly<Record<string, unknown>>): number {
  if (user_id !== undefined) return Number(user_id);
  const address = String(user_email).toLowerCase();
  const [identity] = zendesk.identities.where((one) => one.type === 'email' && one.value.toLowerCase() === address);
  return identity?.user_id ?? 0;
}

function isSame(some: readonly number[], others: readonly number[]): boolean {
  return some.length === others.length && some.every((one) => others.includes(one));
}
