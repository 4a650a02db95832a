import type { Ability, Message, Personal, Spot } from '@lethe/core';
import { callDetails, notRedactable } from './abilities.ts';
import { isBeyondRedaction } from './channel.ts';
import { bodyOf, isRedactedFile } from './form.ts';
import { messageOf } from './message.ts';
import { commentSpot } from './place.ts';
import type { Comment } from './schema.ts';
import { aroundOf } from './view.ts';
import type { TicketView } from './view.ts';

/** What of the comments of a ticket is a spot: bodies, files, addresses, and what is kept of calls. */
export function commentSpots(view: TicketView): readonly Spot[] {
  const around = aroundOf(view);
  return view.comments.flatMap((comment, at) => {
    const of = messageOf(comment, around, at === 0);
    const label = `comment ${at + 1} on ticket ${view.ticket.id}`;
    return spotsOf(comment, { of, label, ticket: view.ticket.id });
  });
}

interface At {
  readonly of: Message;
  readonly label: string;
  readonly ticket: number;
}

function spotsOf(comment: Comment, { of, label, ticket }: At): readonly Spot[] {
  const id = (part: string): Spot['id'] => commentSpot(ticket, comment.id, part);
  const ability = isBeyondRedaction(comment.via) ? { ability: notRedactable } : {};
  const text = bodyOf(comment.html_body);
  return [
    { id: id('body'), kind: 'message.body', label, of, content: { form: 'html', text }, ...ability },
    ...comment.attachments
      .filter((file) => !isRedactedFile(file.file_name))
      .map((file): Spot => {
        const content = { form: 'file', name: file.file_name } as const;
        return { id: id(`file:${file.id}`), kind: 'attachment', label: `file of ${label}`, of, content, ...ability };
      }),
    ...envelope({ id: id('via'), label: `addresses of ${label}`, of }, envelopeOf(comment)),
    ...envelope({ id: id('call'), label: `call of ${label}`, of, ability: callDetails }, callOf(comment)),
  ];
}

function envelope(
  spot: Pick<Spot, 'id' | 'label' | 'of'> & { readonly ability?: Ability },
  texts: readonly (Personal | undefined)[],
): readonly Spot[] {
  const items = texts.flatMap((text) => (text === undefined || text.isBlank ? [] : [text]));
  return items.length === 0 ? [] : [{ ...spot, kind: 'message.envelope', content: { form: 'list', items } }];
}

function envelopeOf({ via }: Comment): readonly (Personal | undefined)[] {
  const { from, to } = via.source ?? {};
  const copies = (to?.email_ccs ?? []).flatMap((entry) => (typeof entry === 'number' ? [] : [entry]));
  const sender = [from?.address, from?.name, from?.phone, from?.formatted_phone];
  return [...sender, to?.address, to?.name, to?.phone, ...copies, ...(from?.original_recipients ?? [])];
}

function callOf({ data }: Comment): readonly (Personal | undefined)[] {
  return [data?.from, data?.to, data?.location, data?.transcription_text];
}
