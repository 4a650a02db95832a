import type { Message } from '@lethe/core';

/** Whether a transaction is a mail that RT sent. */
export function isRecord(type: string): boolean {
  return type === 'EmailRecord' || type === 'CommentEmailRecord';
}

/** Whether a transaction is something somebody wrote, which RT passes on by mail. */
export function isWritten(type: string): boolean {
  return type === 'Create' || type === 'Correspond' || type === 'Comment';
}

/**
 * A mail that RT sent, with everybody who took part in what it passes on: RT sends an answer to requestors and to people in
 * copy in mails of their own, all of which hold the same words.
 */
export function passingOn(record: Message, original: Message): Message {
  const { author } = original;
  return {
    ...record,
    from: [...record.from, ...original.from],
    to: [...record.to, ...original.to],
    copies: [...record.copies, ...original.copies],
    recipients: [...original.recipients, ...(author === 'system' || author === 'unknown' ? [] : [author])],
  };
}
