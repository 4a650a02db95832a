import { HostError } from '@lethe/core';
import type { DossierId, Identifiers, PersonId, Scope } from '@lethe/core';
import pMap from 'p-map';
import type { Known } from './known.ts';
import * as api from '../api.ts';
import type { Condition } from '../api.ts';
import type { Transport } from '../call.ts';
import { ticketIn } from '../ids.ts';
import { AT_ONCE } from '../people.ts';
import { anyOf, fieldHolds, patternsFor } from '../search-words.ts';

/** Numbers of the tickets some scopes lead to, each once; deleted and merged ones too where RT shows them. */
export async function ticketsWanted(
  transport: Transport,
  scopes: readonly Scope[],
  known: Known,
): Promise<ReadonlySet<string>> {
  const wanted = new Set<string>();
  for (const scope of scopes) {
    const numbers = await numbersFor(transport, scope, known);
    for (const number of numbers) wanted.add(number);
  }
  return wanted;
}

async function numbersFor(transport: Transport, scope: Scope, known: Known): Promise<readonly string[]> {
  if (scope.by === 'person') return ofPerson(transport, scope.person);
  if (scope.by === 'mention') return mentioning(transport, scope.who, known);
  if (scope.by === 'dossier') return [ticketOf(scope.dossier)];
  throw new HostError('rejected', 'Request Tracker cannot be asked for everything: ask by person or by mention.');
}

function ticketOf(dossier: DossierId): string {
  const ticket = ticketIn(dossier);
  if (ticket === undefined) throw new HostError('rejected', 'Only tickets can be listed on their own: ask by mention.');
  return ticket;
}

/** Tickets the person has a part in, by RT's query, and those it wrote in, which may be deleted by now. */
async function ofPerson(transport: Transport, person: PersonId): Promise<readonly string[]> {
  const parts = `Watcher.id = ${person} OR Creator = ${person} OR Owner = ${person}`;
  const wrote: readonly Condition[] = [{ field: 'Creator', value: person }, onTickets];
  const [part, written] = await Promise.all([
    api.ticketNumbers(transport, `(${parts}) AND EffectiveId > 0 AND Type != 'none'`),
    api.transactions(transport, wrote, ['ObjectId']),
  ]);
  return [...part, ...written.map(({ ObjectId }) => ObjectId)].sort((one, other) => Number(one) - Number(other));
}

const onTickets: Condition = { field: 'ObjectType', value: 'RT::Ticket' };

/** RT takes conditions on several columns as "and": each column is searched by itself. */
async function mentioning(transport: Transport, who: Identifiers, { ticketFields }: Known): Promise<readonly string[]> {
  const patterns = patternsFor(who);
  if (patterns.length === 0) return [];
  const columns = ['Subject', ...ticketFields.map(({ id }) => `CF.{${id}}`)];
  const held = columns.map((column) => fieldHolds(column, patterns)).join(' OR ');
  const searches: readonly (() => Promise<readonly string[]>)[] = [
    () => api.ticketNumbers(transport, `(${held}) AND EffectiveId > 0 AND Type != 'none'`),
    ...['OldValue', 'NewValue', 'Data'].map((column) => async () => {
      const found = await api.transactions(transport, [...anyOf(column, patterns), onTickets], ['ObjectId']);
      return found.map(({ ObjectId }) => ObjectId);
    }),
  ];
  const found = await pMap(searches, (search) => search(), { concurrency: AT_ONCE });
  // Mails after the rest: they are several searches at a time themselves.
  return [...found.flat(), ...(await withMailsHolding(transport, patterns))];
}

async function withMailsHolding(transport: Transport, patterns: readonly string[]): Promise<readonly string[]> {
  const columns = ['Content', 'Headers', 'Subject', 'Filename', 'MessageId'];
  const found = await pMap(columns, (column) => api.attachmentOwners(transport, anyOf(column, patterns)), {
    concurrency: AT_ONCE,
  });
  const numbers = [...new Set(found.flat())];
  if (numbers.length === 0) return [];
  const body: readonly Condition[] = [{ field: 'id', operator: 'IN', value: numbers }, onTickets];
  return (await api.transactions(transport, body, ['ObjectId'])).map(({ ObjectId }) => ObjectId);
}
