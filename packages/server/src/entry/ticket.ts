import type { PersonId } from '@lethe/core';
import { z } from 'zod';
import type { ServerGround } from '../ground.ts';
import { Refusal } from '../http/refusal.ts';
import type { Admitted } from './admitting.ts';

/** Long enough to read a question, and no longer. */
const MINUTES = 5;
const PURPOSE = 'entry';

const personId = z.string().transform((text) => text as PersonId);

const ticketSchema = z.strictObject({
  id: z.string(),
  from: z.strictObject({ host: z.string(), account: personId }),
  people: z.array(personId).readonly(),
  /** When the host's word was believed, and until when this is worth something, in milliseconds. */
  at: z.number(),
  until: z.number(),
});

/** What was admitted, as the page between the two steps carries it: sealed, good once. */
export type Ticket = z.infer<typeof ticketSchema>;

/** Seals who was admitted for the second step. */
export async function sealTicket(ground: ServerGround, admitted: Admitted): Promise<string> {
  const at = ground.clock.now().getTime();
  const ticket = { ...admitted, id: ground.uuid(), at, until: at + MINUTES * 60_000 };
  return ground.store.signIn.sealed(JSON.stringify(ticket), PURPOSE);
}

/** What was sealed, while it is in time. Whether it was used is the second step's business. Throws `Refusal`. */
export async function openTicket({ store, clock }: ServerGround, sealed: string): Promise<Ticket> {
  const text = await store.signIn.unsealed(sealed, PURPOSE);
  const ticket = text === undefined ? undefined : ticketSchema.parse(JSON.parse(text));
  if (ticket === undefined || ticket.until <= clock.now().getTime()) throw new Refusal('entry-refused');
  return ticket;
}
