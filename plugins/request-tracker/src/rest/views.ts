import { ifThere } from '@lethe/http';
import pMap from 'p-map';
import type { TicketView } from './ticket-view.ts';
import * as api from '../api.ts';
import type { Transport } from '../call.ts';
import { AT_ONCE } from '../people.ts';
import type { Attachment, Ticket, Transaction } from '../schema.ts';

/** Tickets that are read together. */
const CHUNK = 50;

/** What is read of tickets: everything, or only what tallies and fields need. */
export type Depth = 'all' | 'tallies';

/** Reads tickets, each once, in as few calls as there are pages; a merged ticket with the one it was merged into. */
export async function* viewsOf(
  transport: Transport,
  numbers: Iterable<string>,
  depth: Depth,
): AsyncGenerator<TicketView> {
  const wanted = [...new Set(numbers)];
  const seen = new Set<string>();
  for (let at = 0; at < wanted.length; at += CHUNK) {
    const tickets = await ticketsWithMerged(transport, wanted.slice(at, at + CHUNK));
    const fresh = tickets.filter(({ EffectiveId }) => !seen.has(EffectiveId));
    for (const { EffectiveId } of fresh) seen.add(EffectiveId);
    yield* await chunkOf(transport, fresh, depth);
  }
}

/** RT's query shows merged tickets and reminders only where it names these columns, and deleted tickets never. */
async function ticketsWithMerged(transport: Transport, numbers: readonly string[]): Promise<readonly Ticket[]> {
  if (numbers.length === 0) return [];
  const found = await queried(transport, numbers);
  const known = new Set(found.map(({ id }) => id));
  const beyond = new Set(found.map(({ EffectiveId }) => EffectiveId).filter((id) => !known.has(id)));
  const others = await queried(transport, [...beyond]);
  const missing = numbers.filter((number) => !known.has(number));
  const deleted = await pMap(missing, (number) => ifThere(api.ticketById(transport, number)), {
    concurrency: AT_ONCE,
  });
  const all = [...found, ...others, ...deleted.filter((ticket) => ticket !== undefined)];
  return [...new Map(all.map((ticket) => [ticket.id, ticket])).values()];
}

async function queried(transport: Transport, numbers: readonly string[]): Promise<readonly Ticket[]> {
  if (numbers.length === 0) return [];
  const any = numbers.flatMap((number) => [`id = ${number}`, `EffectiveId = ${number}`]).join(' OR ');
  return api.tickets(transport, `(${any}) AND Type != 'none'`);
}

async function chunkOf(transport: Transport, tickets: readonly Ticket[], depth: Depth): Promise<readonly TicketView[]> {
  const histories = await historiesOf(transport, tickets, depth);
  const parts = depth === 'all' ? await partsOf(transport, histories) : new Map<string, readonly Attachment[]>();
  return tickets
    .filter(({ id, EffectiveId }) => id === EffectiveId)
    .map((ticket) => {
      const merged = tickets.filter(({ id, EffectiveId }) => id !== ticket.id && EffectiveId === ticket.id);
      const own = new Set([ticket.id, ...merged.map(({ id }) => id)]);
      return { ticket, merged, transactions: histories.filter(({ ObjectId }) => own.has(ObjectId)), parts };
    });
}

async function historiesOf(
  transport: Transport,
  tickets: readonly Ticket[],
  depth: Depth,
): Promise<readonly Transaction[]> {
  if (tickets.length === 0) return [];
  const of: readonly api.Condition[] = [
    { field: 'ObjectType', value: 'RT::Ticket' },
    { field: 'ObjectId', operator: 'IN', value: tickets.map(({ id }) => id) },
  ];
  if (depth === 'all') return api.transactions(transport, of);
  const counted: api.Condition = { field: 'Type', operator: 'IN', value: ['Correspond', 'Comment'] };
  return api.transactions(transport, [...of, counted], ['Type', 'ObjectId']);
}

/** Texts with what is in them, files without: RT sends either as they are. */
async function partsOf(
  transport: Transport,
  histories: readonly Transaction[],
): Promise<ReadonlyMap<string, readonly Attachment[]>> {
  const numbers = histories.filter(({ Type }) => !bare.includes(Type)).map(({ id }) => id);
  if (numbers.length === 0) return new Map();
  const of: api.Condition = { field: 'TransactionId', operator: 'IN', value: numbers };
  const [texts, others] = await Promise.all([
    api.attachments(transport, [of, { field: 'ContentType', operator: 'STARTSWITH', value: 'text/' }], true),
    api.attachments(transport, [of, { field: 'ContentType', operator: 'NOT STARTSWITH', value: 'text/' }], false),
  ]);
  const parts = new Map<string, Attachment[]>();
  for (const part of [...texts, ...others].sort((one, other) => Number(one.id) - Number(other.id)))
    parts.set(part.TransactionId, [...(parts.get(part.TransactionId) ?? []), part]);
  return parts;
}

/** Changes that never carry a mail. */
const bare = ['Set', 'CustomField', 'Status', 'AddWatcher', 'DelWatcher', 'SetWatcher', 'AddLink', 'DeleteLink'];
