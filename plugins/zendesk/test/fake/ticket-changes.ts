import { Refused, checkKnown, invalid, isObject } from './answer.ts';
import { updated } from './changing.ts';
import type { Event } from './changing.ts';
import type { Change } from './change.ts';
import { collaborationChanges } from './collaboration.ts';
import { ticketStates } from './records.ts';
import type { Ticket } from './records.ts';
import type { Zendesk } from './zendesk.ts';

/** An update of one ticket. */
export interface Update {
  readonly ticket: Ticket;
  readonly changes: Readonly<Record<string, unknown>>;
  readonly by: number;
  /** Whether it came through update_many, the only way to add and remove single tags. */
  readonly many: boolean;
}

const beyond = [
  ...['comment', 'requester', 'collaborators', 'additional_collaborators', 'macro_id', 'macro_ids', 'metadata'],
  ...[
    'assignee_email',
    'due_at',
    'brand_id',
    'ticket_form_id',
    'custom_status_id',
    'sharing_agreement_ids',
    'is_public',
  ],
];
const tagsOnly = new Set(['id', 'additional_tags', 'remove_tags']);

/** Updates a ticket, and writes into its audit what it was. What may not be changed by anybody is passed over without a word. */
export function updateTicket(zendesk: Zendesk, update: Update): Ticket {
  const { ticket, changes, by, many } = update;
  const touchesTagsOnly = many && Object.keys(changes).every((key) => tagsOnly.has(key));
  if (ticket.status === 'closed' && !touchesTagsOnly)
    throw invalid({ status: 'Status: closed prevents ticket update' });
  checkStamp(ticket, changes);
  checkKnown(changes, beyond);
  const made = [
    ...plainChanges(zendesk, ticket, changes),
    ...fieldChanges(zendesk, ticket, changes),
    ...collaborationChanges(zendesk, ticket, changes),
    ...tagChanges(ticket, changes, many),
  ];
  const after = made.reduce<Ticket>((row, change) => ({ ...row, ...change.values }), ticket);
  checkRequired(zendesk, ticket, after);
  zendesk.tickets.put(after);
  updated(
    zendesk,
    { user: by, ticket: ticket.id },
    made.flatMap((change) => change.events),
  );
  return zendesk.tickets.get(ticket.id);
}

function checkStamp({ updated_at }: Ticket, { safe_update, updated_stamp }: Readonly<Record<string, unknown>>): void {
  if (safe_update !== true) return;
  if (typeof updated_stamp === 'string' && Date.parse(updated_stamp) === Date.parse(updated_at)) return;
  const description = 'Safe Update prevented the update due to outdated ticket data';
  throw new Refused(409, { error: 'UpdateConflict', description });
}

/** Blank required fields are only in the way of tickets that are being solved. */
function checkRequired(zendesk: Zendesk, before: Ticket, after: Ticket): void {
  if (after.status !== 'solved') return;
  for (const field of zendesk.ticketFields.where(({ required, active }) => required && active)) {
    const [was, is] = [before, after].map(
      ({ custom_fields }) => custom_fields.find(({ id }) => id === field.id)?.value,
    );
    const changed = was !== is || before.status !== 'solved';
    if (changed && (is === null || is === undefined || is === ''))
      throw invalid({ base: 'A field is required when solving a ticket' });
  }
}

const texts = ['subject', 'external_id'] as const;
const numbers = ['assignee_id', 'group_id', 'organization_id', 'problem_id', 'requester_id'] as const;

function plainChanges(zendesk: Zendesk, ticket: Ticket, changes: Readonly<Record<string, unknown>>): Change[] {
  const given = [
    ...texts.filter((key) => changes[key] === null || typeof changes[key] === 'string'),
    ...numbers.filter((key) => changes[key] === null || typeof changes[key] === 'number'),
    ...(['status', 'priority', 'type'] as const).filter((key) => typeof changes[key] === 'string'),
  ];
  if (typeof changes.status === 'string' && !ticketStates.some((state) => state === changes.status))
    throw invalid({ status: 'Status: is not recognized' });
  if ('requester_id' in changes && zendesk.users.find(Number(changes.requester_id))?.active !== true)
    throw invalid({ requester: 'Requester: is not valid' });
  return given.flatMap((key): Change[] => {
    const value = changes[key];
    if (value === ticket[key]) return [];
    return [{ values: { [key]: value }, events: [changeOf(key, value, ticket[key])] }];
  });
}

function changeOf(field_name: string, value: unknown, previous_value: unknown): Event {
  const written = (one: unknown): unknown => (typeof one === 'number' ? String(one) : one);
  return { type: 'Change', field_name, value: written(value), previous_value: written(previous_value) };
}

function fieldChanges(zendesk: Zendesk, ticket: Ticket, changes: Readonly<Record<string, unknown>>): Change[] {
  const given = changes.custom_fields ?? changes.fields;
  if (!Array.isArray(given)) return [];
  const values = new Map(ticket.custom_fields.map(({ id, value }) => [id, value]));
  const events = given.filter(isObject).flatMap(({ id, value }): Event[] => {
    const number = Number(id);
    // A field the account does not have is passed over without a word.
    if (zendesk.ticketFields.find(number) === undefined) return [];
    const before = values.get(number) ?? null;
    const after = value === '' || value === undefined ? null : value;
    if (before === after) return [];
    values.set(number, after);
    return [changeOf(String(number), after, before)];
  });
  const custom_fields = [...values].map(([id, value]) => ({ id, value }));
  return events.length === 0 ? [] : [{ values: { custom_fields }, events }];
}

function tagChanges(ticket: Ticket, changes: Readonly<Record<string, unknown>>, many: boolean): Change[] {
  const listIn = (key: string): string[] | undefined => {
    const given = changes[key];
    return Array.isArray(given) ? given.map((tag) => String(tag).toLowerCase()) : undefined;
  };
  const added = many ? (listIn('additional_tags') ?? []) : [];
  const removed = many ? (listIn('remove_tags') ?? []) : [];
  const kept = (listIn('tags') ?? ticket.tags).filter((tag) => !removed.includes(tag));
  const tags = [...new Set([...kept, ...added])];
  if (tags.join(' ') === ticket.tags.join(' ')) return [];
  return [{ values: { tags }, events: [changeOf('tags', tags, ticket.tags)] }];
}
