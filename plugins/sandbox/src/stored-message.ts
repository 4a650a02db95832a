import type { StoredMessage } from './schema.ts';

/** What a message must have; the rest is empty where it is not given. */
export type MessageDraft = Pick<StoredMessage, 'id' | 'at' | 'channel' | 'direction' | 'author' | 'body'> &
  Partial<StoredMessage>;

/** A message with all its parts, in the order in which they stand in the file. */
export function messageFrom(draft: MessageDraft): StoredMessage {
  const { id, at, channel, direction, author, body, ...rest } = draft;
  return {
    id,
    at,
    channel,
    direction,
    author,
    from: rest.from ?? [],
    to: rest.to ?? [],
    cc: rest.cc ?? [],
    bcc: rest.bcc ?? [],
    attendees: rest.attendees ?? [],
    recipients: rest.recipients ?? [],
    subject: rest.subject ?? '',
    form: rest.form ?? 'plain',
    body,
    opensTicket: rest.opensTicket ?? false,
    viaGateway: rest.viaGateway ?? false,
    attachments: rest.attachments ?? [],
  };
}
