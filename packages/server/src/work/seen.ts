import { rightsOf } from '@lethe/core';
import type { Actor, Right } from '@lethe/core';
import type { Desks } from './desk.ts';
import { documentKinds } from './documents.ts';
import { Refusal } from '../http/refusal.ts';

/** What an operator may do by now. */
export async function rightsNow(desks: Desks, actor: Actor): Promise<readonly Right[]> {
  return rightsOf(actor, (await desks.documents.current(documentKinds.permissions)).document);
}

/** Whether a host is there for somebody: whoever came from the menu of one has no business at another. */
export function mayReach({ from }: Actor, host: string): boolean {
  return from === undefined || from.host === host;
}

/**
 * Whether somebody may see what another operator began: those who approve and those who read the ledger see everything.
 * What somebody may not see is not there for them, so that nobody can tell an id of others from one that never was.
 */
export async function requireSeen(desks: Desks, actor: Actor, owners: readonly (string | undefined)[]): Promise<void> {
  if (owners.includes(actor.id)) return;
  const rights = await rightsNow(desks, actor);
  if (rights.includes('approve') || rights.includes('read-ledger')) return;
  throw new Refusal('not-found');
}
