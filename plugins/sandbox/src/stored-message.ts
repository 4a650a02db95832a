import type { StoredMessage } from './schema.ts';

/** What a message must have; the rest is empty where it is not given. */
export type MessageDraft = Pick<StoredMessage, 'id' | 'at' | 'channel' | 'direction' | 'author' | 'body'> &
  Partial<StoredMessage>;

/** A message with all its parts, in the order in which they stand in the file. */
export function messageFrom(draft: MessageDraft): StoredMessage {
  return {
    id: draft.id,
    at: draft.at,
    channel: draft.channel,
    direction: draft.direction,
    author: draft.author,
    from: draft.from ?? [],
    to: draft.to ?? [],
    cc: draft.cc ?? [],
    bcc: draft.bcc ?? [],
    attendees: draft.attendees ?? [],
    recipients: draft.recipients ?? [],
    subject: draft.subject ?? '',
    form: draft.form ?? 'plain',
    body: draft.body,
    opensTicket: draft.opensTicket ?? false,
    viaGateway: draft.viaGateway ?? false,
    attachments: draft.attachments ?? [],
  };
}
