import { Personal } from '@lethe/core';
import type { Content, Message, Spot, SpotKind } from '@lethe/core';
import { messageIdOf, personIdOf, ticketDossierId } from './ids.ts';
import { lines } from './form.ts';
import { ticketSpot } from './place.ts';
import type { Audit, AuditEvent } from './log-schema.ts';
import { dossierIn } from './view.ts';
import type { TicketView } from './view.ts';

/** Events that hold no text of their own: comments show what they hold now, redactions nothing. */
const silent = new Set([
  ...['Comment', 'VoiceComment', 'CommentRedactionEvent', 'AttachmentRedactionEvent', 'ChatStartedEvent'],
]);
const mails = new Set(['Notification', 'NotificationWithCcs', 'FollowerNotification']);
const lists = new Set(['Cc', 'EmailCcChange', 'FollowerChange']);

/** Every text a ticket's log holds, each a spot of its own: what stays is counted, not guessed. */
export function auditSpots(view: TicketView): readonly Spot[] {
  let writer: number | undefined;
  return (view.audits ?? []).flatMap((audit) => {
    writer = audit.events.some(({ type }) => type.endsWith('Comment')) ? audit.author_id : writer;
    const events = audit.events.filter(({ type }) => !silent.has(type));
    return [...systemSpots(view, audit), ...events.flatMap((event) => eventSpots(view, event, { audit, writer }))];
  });
}

/** Where whoever did something was, and with what. */
function systemSpots(view: TicketView, { id, author_id, metadata }: Audit): readonly Spot[] {
  const { client, ip_address, location } = metadata?.system ?? {};
  const text = lines(...[client, ip_address, location].filter((one) => one !== undefined));
  if (text.isBlank) return [];
  const spot = spotOf(view, { id: `${id}`, label: `address and place in log entry ${id}` }, { form: 'plain', text });
  return [author_id < 0 ? spot : { ...spot, holder: personIdOf(author_id) }];
}

interface Entry {
  readonly audit: Audit;
  /** Who wrote the latest comment, which mails repeat. */
  readonly writer: number | undefined;
}

function eventSpots(view: TicketView, event: AuditEvent, entry: Entry): readonly Spot[] {
  const named = { id: `${entry.audit.id}.${event.id}`, label: `log entry ${entry.audit.id}` };
  if (lists.has(event.type)) {
    const items = textsIn(Object.entries(event).flatMap(([key, value]) => (key === 'type' ? [] : [value])));
    return items.length === 0 ? [] : [{ ...spotOf(view, named, { form: 'list', items }), about: 'message.copies' }];
  }
  const text = lines(...textsIn([event.subject, event.body, event.comment, event.previous_value, event.value]));
  if (text.isBlank || (isChange(event) && aboutOf(view, event) === undefined)) return [];
  const spot = spotOf(view, named, { form: 'plain', text });
  if (mails.has(event.type)) return [{ ...spot, of: mailOf(view, event, entry), about: 'message.body' }];
  const about = aboutOf(view, event);
  return [about === undefined ? spot : { ...spot, about }];
}

function spotOf(
  view: TicketView,
  { id, label }: { readonly id: string; readonly label: string },
  content: Content,
): Spot {
  const { ticket } = view;
  const of = dossierIn(view);
  return {
    id: ticketSpot(ticket.id, `audit:${id}`),
    kind: 'dossier.history',
    label: `${label} of ticket ${ticket.id}`,
    of,
    content,
  };
}

function isChange({ type }: AuditEvent): boolean {
  return type === 'Change' || type === 'Create';
}

/** Of which kind of spot a change keeps the old and the new text; nothing for what is no text. */
function aboutOf({ setting }: TicketView, { field_name }: AuditEvent): SpotKind | undefined {
  if (field_name === 'subject') return 'dossier.title';
  if (field_name === 'external_id') return 'dossier.field';
  const type = setting.fieldTypes.get(Number(field_name));
  return type !== undefined && ['text', 'textarea', 'regexp'].includes(type) ? 'dossier.field' : undefined;
}

/** Texts among values of unknown kind, also in lists. */
function textsIn(values: readonly unknown[]): readonly Personal[] {
  return values
    .flat()
    .flatMap((value) => (typeof value === 'string' && value.trim() !== '' ? [Personal.of(value)] : []));
}

/** A notification repeats the latest comment to its recipients. */
function mailOf({ ticket }: TicketView, event: AuditEvent, { audit, writer }: Entry): Message {
  const recipients = Array.isArray(event.recipients) ? event.recipients.filter((one) => typeof one === 'number') : [];
  return {
    type: 'message',
    id: messageIdOf(`n${event.id}`),
    dossier: ticketDossierId(ticket.id),
    at: audit.created_at,
    channel: 'mail',
    direction: 'outgoing',
    author: writer === undefined || writer < 0 ? 'system' : personIdOf(writer),
    from: [],
    to: [],
    copies: [],
    attendees: [],
    recipients: recipients.map(personIdOf),
    opensDossier: false,
  };
}
