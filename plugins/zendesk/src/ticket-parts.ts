import type { Ability, Content, Personal } from '@lethe/core';
import { abilities, closedTicket, ratingComment, sideConversation, ticketTags } from './abilities.ts';
import { isClosed } from './dossier.ts';
import { lines } from './form.ts';
import { personIdOf } from './ids.ts';
import { ticketSpot } from './place.ts';
import { copiedOn, entryFor, tagsOn } from './view.ts';
import type { Part, TicketView } from './view.ts';

/** Types of custom fields that hold text. */
const textTypes = new Set(['text', 'textarea', 'regexp']);

/** What of a ticket itself, without its comments, is a spot. */
export function ticketParts(view: TicketView): readonly Part[] {
  const closed = isClosed(view.ticket) ? { ability: closedTicket } : {};
  const changeable = [titlePart(view), ...fieldParts(view), ...externalPart(view), ...followerParts(view)];
  const parts = changeable.map((part) => ({ ...part, ...closed }));
  return [...parts, ...tagsPart(view), ...ratingPart(view), ...historyParts(view), ...recordPart(view)];
}

/** The list of who is in copy; a closed ticket keeps it. */
export function copiesPart(view: TicketView): readonly Part[] {
  const copied = copiedOn(view);
  if (copied.length === 0) return [];
  const items = copied.map((user) => entryFor(user, view.users));
  const part = partOf(view, { name: 'ccs', kind: 'message.copies', label: 'CC list' }, { form: 'list', items });
  return [isClosed(view.ticket) ? { ...part, ability: closedTicket } : part];
}

/** Whether a custom field of the ticket can only be read rightly once its type is known. */
export function holdsText({ custom_fields }: TicketView['ticket']): readonly number[] {
  return custom_fields.flatMap(({ id, value }) => (value === undefined || value.isBlank ? [] : [id]));
}

interface Named {
  readonly name: string;
  readonly kind: Part['kind'];
  readonly label: string;
}

function partOf({ ticket }: TicketView, { name, kind, label }: Named, content: Content): Part {
  return { id: ticketSpot(ticket.id, name), kind, label: `${label} of ticket ${ticket.id}`, content };
}

function plain(text: Personal): Content {
  return { form: 'plain', text };
}

function titlePart(view: TicketView): Part {
  return partOf(view, { name: 'subject', kind: 'dossier.title', label: 'subject' }, plain(view.ticket.subject));
}

function fieldParts(view: TicketView): readonly Part[] {
  return view.ticket.custom_fields.flatMap(({ id, value }): Part[] => {
    const type = view.setting.fieldTypes.get(id);
    if (value === undefined || value.isBlank || (type !== undefined && !textTypes.has(type))) return [];
    const name = `${type === 'regexp' ? 'pattern' : 'field'}:${id}`;
    return [partOf(view, { name, kind: 'dossier.field', label: `field ${id}` }, plain(value))];
  });
}

function externalPart(view: TicketView): readonly Part[] {
  const { external_id } = view.ticket;
  if (external_id.isBlank) return [];
  return [partOf(view, { name: 'external', kind: 'dossier.field', label: 'external id' }, plain(external_id))];
}

/** Single tags can be taken out, of closed tickets too. */
function tagsPart(view: TicketView): readonly Part[] {
  const items = tagsOn(view.ticket);
  if (items.length === 0) return [];
  const named = { name: 'tags', kind: 'dossier.field', label: 'tags' } as const;
  return [{ ...partOf(view, named, { form: 'list', items }), ability: ticketTags }];
}

function followerParts(view: TicketView): readonly Part[] {
  const followers = view.setting.collaborators ? [] : view.ticket.follower_ids;
  return followers
    .filter((user) => view.wanted.has(user))
    .map((user) => ({
      ...partOf(
        view,
        { name: `follower:${user}`, kind: 'dossier.people', label: `follower ${user}` },
        { form: 'access', open: true },
      ),
      holder: personIdOf(user),
    }));
}

function ratingPart(view: TicketView): readonly Part[] {
  const comment = view.ticket.satisfaction_rating?.comment;
  if (comment === undefined || comment.isBlank) return [];
  const named = { name: 'rating', kind: 'dossier.field', label: 'comment on the satisfaction rating' } as const;
  return [{ ...partOf(view, named, plain(comment)), ability: ratingComment }];
}

/** What Zendesk does not show without a further call is there all the same. */
function historyParts(view: TicketView): readonly Part[] {
  const audits = { name: 'audits', kind: 'dossier.history', label: 'audit log' } as const;
  const side = { name: 'side', kind: 'dossier.history', label: 'side conversations' } as const;
  return [
    ...(view.audits === undefined ? [{ ...partOf(view, audits, { form: 'hidden' }), ability: historyAbility }] : []),
    ...(view.setting.sideConversations && view.side === undefined
      ? [{ ...partOf(view, side, { form: 'hidden' }), ability: sideConversation }]
      : []),
    ...sideParts(view),
  ];
}

/** A closed ticket as a whole, where the end state deletes it. */
function recordPart(view: TicketView): readonly Part[] {
  if (!view.setting.deletesClosed || !isClosed(view.ticket)) return [];
  const named = { name: 'record', kind: 'dossier.record', label: 'whole' } as const;
  return [partOf(view, named, { form: 'access', open: true })];
}

const historyAbility: Ability = abilities['dossier.history'];

function sideParts(view: TicketView): readonly Part[] {
  return (view.side ?? []).map(({ id, subject, preview_text, participants, events }): Part => {
    const named = { name: `sidetext:${id}`, kind: 'dossier.history', label: 'side conversation' } as const;
    const who = participants.flatMap(({ name, email }) => [name, email]);
    const said = events.flatMap(({ message }) => (message == null ? [] : [message.body]));
    return { ...partOf(view, named, plain(lines(subject, preview_text, ...who, ...said))), ability: sideConversation };
  });
}
