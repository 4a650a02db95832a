import type { StoredTicket } from './schema.ts';
import { messageFrom } from './stored-message.ts';
import type { Desk } from './store.ts';
import type { Change } from './ticket-places.ts';
import { numberOf } from './ticket-places.ts';

/** The address the desk's own mails come from. */
export const deskAddress = 'support@desk.test';

/**
 * Mails everybody who follows a ticket that it was changed, as help desks do: who is to be forgotten must be taken off
 * first, or the outgoing mail names them again. The mail goes out with the change, in the same write.
 */
export function notifyFollowers(desk: Desk, ticket: StoredTicket, { at }: Change): void {
  const readers = ticket.followers.flatMap((person) => desk.person(person) ?? []);
  const to = readers.flatMap(({ addresses }) => addresses[0]?.text ?? '').filter((address) => address !== '');
  if (to.length === 0) return;
  const number = numberOf(ticket);
  ticket.outbox.push(
    messageFrom({
      id: `o${String(ticket.outbox.length + 1)}`,
      at: at.toISOString(),
      channel: 'mail',
      direction: 'outgoing',
      author: 'system',
      from: [deskAddress],
      to,
      recipients: readers.map(({ id }) => id),
      subject: `Ticket ${number} was changed`,
      body: `Ticket ${number} was changed. You get this mail because you follow the ticket.`,
    }),
  );
}
