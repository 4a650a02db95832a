import { tell } from './ask.ts';
import type { Transport } from './call.ts';

/** Writing calls, one function an endpoint. RT answers 200 whether or not it did anything: only a fresh reading proves. */

/** New values of a row, as RT names them. */
export type Values = Readonly<Record<string, unknown>>;

/** Changes an account; RT writes the old values into the account's history. */
export async function updateUser(transport: Transport, id: string, user: Values): Promise<void> {
  const path = `/REST/2.0/user/${id}`;
  await tell(transport, { what: 'change an account', method: 'PUT', path, body: user });
}

/** Changes a ticket; RT writes the old values into the ticket's history. Lists of people are given whole. */
export async function updateTicket(transport: Transport, id: string, ticket: Values): Promise<void> {
  const path = `/REST/2.0/ticket/${id}`;
  await tell(transport, { what: 'change a ticket', method: 'PUT', path, body: ticket });
}
