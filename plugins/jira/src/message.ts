import type { Channel, Message, Personal, PersonId } from '@lethe/core';
import { z } from 'zod';
import { isRequest, openedVia } from './dossier.ts';
import type { Seeing } from './dossier.ts';
import { dossierIdOf, messageIdOf } from './ids.ts';
import { peopleSchema } from './schema.ts';
import type { Account, Attachment, Comment, Issue, Worklog } from './schema.ts';

/** An issue as who is in it sees it: what is needed to tell who wrote to whom. */
export interface Around extends Seeing {
  readonly issue: Issue;
}

type Facts = Pick<Message, 'channel' | 'direction'> & { readonly recipients?: readonly PersonId[] };

/**
 * A comment. Service projects mail what is written for all to see to everybody else on the request, the reporter and the participants; how
 * a customer's comment came in is not kept, except that somebody who is no part of the request can only have written by mail.
 */
export function commentMessage(comment: Comment, around: Around): Message {
  const made = { id: `c${comment.id}`, author: comment.author, at: comment.created };
  return messageOf(made, around, commentFacts(comment, around));
}

function commentFacts(comment: Comment, around: Around): Facts {
  const { issue } = around;
  if (isInternal(comment)) return { channel: 'note', direction: 'internal' };
  const isOutside = isFromOutside(comment, around);
  if (!isRequest(issue)) return { channel: 'web', direction: isOutside ? 'incoming' : 'internal' };
  const recipients = recipientsOf(comment, around);
  if (!isOutside) return { channel: 'mail', direction: 'outgoing', recipients };
  const isMail = openedVia(issue) === 'mail' || comment.jsdAuthorCanSeeRequest === false;
  return { channel: isMail ? 'mail' : 'unknown', direction: 'incoming', recipients };
}

const internalSchema = z.object({ internal: z.literal(true) });

function isInternal({ jsdPublic, properties }: Comment): boolean {
  const note = properties.find(({ key }) => key === 'sd.public.comment');
  return jsdPublic === false || internalSchema.safeParse(note?.value).success;
}

/** Whether somebody the request is for wrote it, and no agent. */
function isFromOutside(
  { author, jsdAuthorCanSeeRequest }: Pick<Comment, 'author' | 'jsdAuthorCanSeeRequest'>,
  around: Around,
): boolean {
  if (author === undefined) return false;
  if (author.accountType === 'customer' || jsdAuthorCanSeeRequest === false) return true;
  return around.issue.fields.reporter?.accountId === author.accountId || isParticipant(author, around);
}

function isParticipant({ accountId }: Account, around: Around): boolean {
  return participantsOn(around).some((one) => one.accountId === accountId);
}

/** The participants of a request: its CC list. */
export function participantsOn({ issue, catalog }: Around): readonly Account[] {
  const { participants } = catalog;
  return participants === undefined ? [] : (peopleSchema.safeParse(issue.fields[participants]).data ?? []);
}

function recipientsOf({ author }: Comment, around: Around): readonly PersonId[] {
  const all = [around.issue.fields.reporter, ...participantsOn(around)].flatMap((one) => one?.accountId ?? []);
  return [...new Set(all)].filter((one) => one !== author?.accountId).map((one) => around.accounts.idOf(one));
}

/** A line of work: agents write them for each other. */
export function worklogMessage(worklog: Worklog, around: Around): Message {
  const made = { id: `w${worklog.id}`, author: worklog.author, at: worklog.started };
  return messageOf(made, around, { channel: 'note', direction: 'internal' });
}

/** What a file came with: a customer's files come as their request came, an agent's go out with a comment or stay within. */
export function attachmentMessage(attachment: Attachment, around: Around): Message {
  const { author } = attachment;
  const isOutside = isFromOutside({ author, jsdAuthorCanSeeRequest: undefined }, around);
  const channel: Channel = isOutside ? openedVia(around.issue) : 'note';
  const made = { id: `a${attachment.id}`, author, at: attachment.created };
  return messageOf(made, around, { channel, direction: isOutside ? 'incoming' : 'internal' });
}

/** What opened an issue, where something has to belong to it. */
export function openingMessage(around: Around): Message {
  const { fields, id } = around.issue;
  const channel = openedVia(around.issue);
  const author = channel === 'mail' ? fields.reporter : (fields.creator ?? fields.reporter);
  const made = { id: dossierIdOf(id), author, at: fields.created };
  return { ...messageOf(made, around, { channel, direction: 'incoming' }), opensDossier: true };
}

interface Made {
  readonly id: string;
  readonly author: Account | undefined;
  readonly at: Date;
}

function messageOf({ id, author, at }: Made, { issue, accounts }: Around, facts: Facts): Message {
  const from: readonly Personal[] = author === undefined || author.emailAddress.isBlank ? [] : [author.emailAddress];
  return {
    type: 'message',
    id: messageIdOf(id),
    dossier: dossierIdOf(issue.id),
    at,
    author: author === undefined ? 'unknown' : accounts.idOf(author.accountId),
    from,
    to: [],
    copies: [],
    attendees: [],
    recipients: [],
    opensDossier: false,
    ...facts,
  };
}
