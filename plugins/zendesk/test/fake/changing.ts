import type { AuditEvent, Comment, Ticket, Trigger, User } from './records.ts';
import { bodyOf, plainOf } from './comment-text.ts';
import { attribute, tokensOf } from './html-tokens.ts';
import { stampOf } from './zendesk.ts';
import type { Zendesk } from './zendesk.ts';

/** A line of an audit to be. */
export type Event = { readonly type: string } & Readonly<Record<string, unknown>>;

/** Who does something, and from where. */
export interface By {
  readonly user: number;
  readonly ticket: number;
  readonly channel?: string;
}

const system = { client: 'invented client', ip_address: '198.51.100.7', location: 'Uppsala, C, Sweden' };

/** Writes an audit. */
export function audit(zendesk: Zendesk, { user, ticket, channel = 'api' }: By, events: readonly Event[]): void {
  zendesk.audits.put({
    id: zendesk.audits.nextId(),
    ticket_id: ticket,
    author_id: user,
    created_at: zendesk.now(),
    via: { channel, source: { from: {}, to: {}, rel: null } },
    metadata: { system: { ...system, latitude: 59.86, longitude: 17.64 }, custom: {} },
    events: events.map((event): AuditEvent => ({ ...event, id: zendesk.comments.nextId() })),
  });
}

/** A ticket was updated: an audit, a later time, the index, and triggers that may mail. */
export function updated(zendesk: Zendesk, by: By, events: readonly Event[]): void {
  const { ticket } = by;
  audit(zendesk, by, events);
  const row = zendesk.tickets.get(ticket);
  const later = Date.parse(row.updated_at) + 1000;
  zendesk.tickets.update(ticket, { updated_at: stampOf(new Date(Math.max(later, zendesk.milliseconds()))) });
  indexTicket(zendesk, ticket);
  for (const trigger of zendesk.triggers.all()) fire(zendesk, zendesk.tickets.get(ticket), trigger);
}

/** Files what a ticket says: subject, comments, fields, whose it is. */
export function indexTicket(zendesk: Zendesk, ticket: number): void {
  const row = zendesk.tickets.get(ticket);
  const at = zendesk.milliseconds() + zendesk.account.indexLagSeconds * 1000;
  const comments = zendesk.commentsOf(ticket).map((comment) => searchable(comment));
  const fields = row.custom_fields.map(({ value }) => (typeof value === 'string' ? value : ''));
  const people = [row.requester_id].flatMap((user) => identified(zendesk, user));
  const texts = [row.subject ?? '', ...comments, ...fields, row.external_id ?? '', ...row.tags, ...people];
  zendesk.index.put(`ticket ${String(ticket)}`, row.deleted === 'no' ? texts.join('\n¶\n') : '', at);
}

/** Files what a user can be found by, and what tickets say of whose they are. */
export function indexUser(zendesk: Zendesk, user: number): void {
  const row = zendesk.users.get(user);
  const at = zendesk.milliseconds() + zendesk.account.indexLagSeconds * 1000;
  const texts = [...identified(zendesk, user), row.alias, row.notes, row.details, row.phone ?? '', ...row.tags];
  const fields = Object.values(row.user_fields).map((value) => (typeof value === 'string' ? value : ''));
  const shown = row.active ? [...texts, ...fields, row.external_id ?? ''].join('\n¶\n') : '';
  zendesk.index.put(`user ${String(user)}`, shown, at);
  for (const { id } of zendesk.tickets.where((ticket) => ticket.requester_id === user)) indexTicket(zendesk, id);
}

function identified(zendesk: Zendesk, user: number): string[] {
  const row: User | undefined = zendesk.users.find(user);
  return [row?.name ?? '', ...zendesk.identitiesOf(user).map((one) => one.value)];
}

function searchable({ html_body }: Comment): string {
  const links = tokensOf(html_body).flatMap((token) => [attribute(token, 'href'), attribute(token, 'alt')]);
  return [plainOf(html_body), ...links].join('\n');
}

/** Mails the requester what the ticket says now, and notes that in the ticket. */
function fire(zendesk: Zendesk, ticket: Ticket, trigger: Trigger): void {
  if (trigger.unlessTag !== null && ticket.tags.includes(trigger.unlessTag)) return;
  const people = [ticket.requester_id, ...(trigger.mails === 'requester' ? [] : ticket.email_cc_ids)];
  const to = people.flatMap((user) => zendesk.addressOf(user) ?? []);
  if (to.length === 0) return;
  const latest = zendesk.commentsOf(ticket.id).findLast((comment) => comment.public);
  const text = [trigger.body, latest === undefined ? '' : bodyOf(latest.html_body)].join('\n');
  const subject = `Re: ${ticket.subject ?? ''}`;
  zendesk.outbox.push({ to, subject, text });
  const event = { type: 'Notification', subject, body: text, recipients: people, via: viaTrigger(trigger) };
  audit(zendesk, { user: -1, ticket: ticket.id, channel: 'rule' }, [event]);
}

function viaTrigger({ id, title }: Trigger): Readonly<Record<string, unknown>> {
  return { channel: 'rule', source: { from: { id, title }, to: {}, rel: 'trigger' } };
}
