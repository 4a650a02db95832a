import type { Message, Spot, SpotKind } from '@lethe/core';
import type { TicketView } from './ticket-view.ts';
import { copiesIn, envelopeIn } from '../form.ts';
import { spotAt } from '../place.ts';
import type { Attachment, Transaction } from '../schema.ts';

/** Everything of a mail or comment: the words of its headers, who is in copy, subjects, texts and files, part by part. */
export function messageSpots(transaction: Transaction, view: TicketView, of: Message): readonly Spot[] {
  const ticket = view.ticket.id;
  const spot = spotOf(ticket, of);
  const parts = view.parts.get(transaction.id) ?? [];
  const data: Spot = spot(`data:${transaction.id}`, { kind: dataKind(transaction), label: 'line' }, transaction);
  return [...parts.flatMap((part) => partSpots(part, spot)), ...(transaction.Data.isBlank ? [] : [data])];
}

type Make = (id: string, named: Named, of: { readonly id: string; readonly Data: Transaction['Data'] }) => Spot;
interface Named {
  readonly kind: SpotKind;
  readonly label: string;
}

function spotOf(ticket: string, of: Message): Make {
  return (part, { kind, label }, { id, Data }) => ({
    id: spotAt('ticket', ticket, part),
    kind,
    label: `${label} ${id} on ticket ${ticket}`,
    of,
    content: { form: 'plain', text: Data },
  });
}

/** What a comment or answer keeps besides its text is its subject; of a mail that was sent, what mail programs call it. */
function dataKind({ Type }: Transaction): SpotKind {
  return Type.endsWith('EmailRecord') ? 'message.envelope' : 'message.subject';
}

function partSpots(part: Attachment, spot: Make): readonly Spot[] {
  const text = (name: string, named: Named, Data: Transaction['Data']): readonly Spot[] =>
    Data.isBlank ? [] : [spot(`${name}:${part.id}`, named, { id: part.id, Data })];
  const copies = copiesIn(part.Headers);
  const copied = spot(
    `copies:${part.id}`,
    { kind: 'message.copies', label: 'copies of part' },
    { ...part, Data: part.Headers },
  );
  return [
    ...contentSpots(part, spot),
    ...text('topic', { kind: 'message.subject', label: 'subject of part' }, part.Subject),
    ...text('head', { kind: 'message.envelope', label: 'headers of part' }, envelopeIn(part.Headers)),
    ...text('mailid', { kind: 'message.envelope', label: 'message id of part' }, part.MessageId),
    ...(copies.length === 0 ? [] : [{ ...copied, content: { form: 'list', items: copies } } as const]),
  ];
}

/** A part is a file if it has a name, or is neither a text nor a bundle of other parts. */
function contentSpots(part: Attachment, spot: Make): readonly Spot[] {
  const { ContentType, Filename, Content, id } = part;
  const isText = ContentType.startsWith('text/');
  if (!Filename.isBlank || !(isText || ContentType.startsWith('multipart/'))) {
    const file = spot(`file:${id}`, { kind: 'attachment', label: 'file' }, { id, Data: Filename });
    // What is written in a file counts as its description: a text file may name somebody.
    const description = isText && !Content.isBlank ? { description: Content } : {};
    return [{ ...file, content: { form: 'file', name: Filename, ...description } }];
  }
  if (!isText || Content.isBlank) return [];
  const body = spot(`body:${id}`, { kind: 'message.body', label: 'text' }, { id, Data: Content });
  return [{ ...body, content: { form: ContentType === 'text/html' ? 'html' : 'plain', text: Content } }];
}
