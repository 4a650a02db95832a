import { forbidden, invalid } from './answer.ts';
import { indexTicket, indexUser } from './changing.ts';
import type { User } from './records.ts';
import { mayDeletePeople, mayEditPeople } from './rights.ts';
import type { Zendesk } from './zendesk.ts';

/** Puts a user into the bin. Refused while a ticket they asked for is not closed. */
export function deleteUser(zendesk: Zendesk, whom: User, by: User): User {
  if (!mayEditPeople(zendesk, by, whom) || whom.owner || whom.id === by.id) throw forbidden();
  const open = zendesk.tickets.where(
    (ticket) => ticket.requester_id === whom.id && ticket.deleted === 'no' && ticket.status !== 'closed',
  );
  if (open.length > 0)
    throw invalid({ base: `User is requester on ${String(open.length)} ticket(s) that are not closed.` });
  for (const one of zendesk.sessions.where(({ user_id }) => user_id === whom.id)) zendesk.sessions.delete(one.id);
  for (const one of zendesk.tokens.where(({ user_id }) => user_id === whom.id)) zendesk.tokens.delete(one.id);
  const after = zendesk.users.update(whom.id, { active: false, updated_at: zendesk.now() });
  indexUser(zendesk, whom.id);
  return after;
}

/** Nothing of the person stays but a number; ratings stay and lose their comments. */
export function eraseUser(zendesk: Zendesk, whom: User, by: User): User {
  if (!mayDeletePeople(zendesk, by)) throw forbidden();
  for (const one of zendesk.identitiesOf(whom.id)) zendesk.identities.delete(one.id);
  for (const one of zendesk.organizationMemberships.where(({ user_id }) => user_id === whom.id))
    zendesk.organizationMemberships.delete(one.id);
  for (const one of zendesk.tickets.where(({ requester_id }) => requester_id === whom.id)) {
    const { comment, ...rating } = one.satisfaction_rating;
    if (comment !== undefined) zendesk.tickets.update(one.id, { satisfaction_rating: { ...rating, comment: '' } });
    indexTicket(zendesk, one.id);
  }
  const texts = { name: 'Permanently Deleted User', alias: '', details: '', notes: '', signature: '', tags: [] };
  const nothing = { phone: null, shared_phone_number: null, external_id: null, photo: null, user_fields: {} };
  const places = { organization_id: null, last_login_at: null, updated_at: zendesk.now(), erased: true };
  const after = zendesk.users.update(whom.id, { ...texts, ...nothing, ...places });
  const id = zendesk.erasures.nextId();
  zendesk.erasures.put({ id, user_id: whom.id, by: by.id, at: zendesk.now() });
  indexUser(zendesk, whom.id);
  return after;
}
