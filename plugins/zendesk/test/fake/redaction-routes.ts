import { forbidden, invalid, isObject, notFound, unprocessable } from './answer.ts';
import { audit, updated } from './changing.ts';
import type { Event } from './changing.ts';
import { escaped } from './html-tokens.ts';
import { blocked, redacted, unmarked } from './redacting.ts';
import type { Attachment, Comment, CommentKind, Ticket } from './records.ts';
import { mayDeleteTickets, mayRedact } from './rights.ts';
import type { Request, Route } from './route.ts';
import { attachmentShape, commentShape } from './shapes.ts';
import { seen } from './ticket-routes.ts';
import type { Zendesk } from './zendesk.ts';

/** At most so many attachments in one call. */
const mostAttachments = 75;

/** What can be redacted in the agent workspace; the rest cannot be. */
const redactable: ReadonlySet<CommentKind> = new Set(['ordinary']);

/** Redaction of comments and their attachments, the new way and the two old ones. */
export function redactionRoutes(zendesk: Zendesk): Route[] {
  return [
    {
      method: 'PUT',
      path: /^\/api\/v2\/comment_redactions\/(\d+)$/,
      ...(zendesk.account.redactionCountsAsUpdate ? { limit: 'update-ticket' as const } : {}),
      answer: (request, [id]) => ({ comment: commentShape(zendesk, redactComment(zendesk, request, Number(id))) }),
    },
    {
      method: 'PUT',
      path: /^\/api\/v2\/tickets\/(\d+)\/comments\/(\d+)\/redact$/,
      limit: 'update-ticket',
      answer: ({ body, user }, [ticket, id]) => {
        const { comment } = oldWay(zendesk, { user, ticket, id });
        const text = isObject(body) ? body.text : undefined;
        if (typeof text !== 'string' || text === '') throw invalid({ text: 'Text: cannot be blank' });
        const html = comment.html_body.replaceAll(escaped(text), blocked(text));
        if (html === comment.html_body) throw invalid({ text: 'Text: is not in the comment' });
        return {
          comment: commentShape(zendesk, carriedOut(zendesk, comment, { html, files: [], by: user.id })),
        };
      },
    },
    {
      method: 'PUT',
      path: /^\/api\/v2\/tickets\/(\d+)\/comments\/(\d+)\/attachments\/(\d+)\/redact$/,
      limit: 'update-ticket',
      answer: ({ user }, [ticket, id, file]) => {
        const { comment } = oldWay(zendesk, { user, ticket, id });
        const attachment = zendesk.attachmentsOf(comment.id).find((one) => one.id === Number(file));
        if (attachment === undefined) throw notFound();
        carriedOut(zendesk, comment, { html: undefined, files: [attachment], by: user.id });
        return { attachment: attachmentShape(zendesk, zendesk.attachments.get(attachment.id)) };
      },
    },
  ];
}

/** Neither works once the ticket is closed. */
function oldWay(
  zendesk: Zendesk,
  {
    user,
    ticket: of,
    id,
  }: Pick<Request, 'user'> & { readonly ticket: string | undefined; readonly id: string | undefined },
): { readonly ticket: Ticket; readonly comment: Comment } {
  const ticket = seen(zendesk, user, of);
  if (!mayDeleteTickets(zendesk, user)) throw forbidden();
  const comment = zendesk.comments.find(Number(id));
  if (comment?.ticket_id !== ticket.id) throw notFound();
  if (ticket.status === 'closed') throw invalid({ status: 'Status: closed prevents ticket update' });
  return { ticket, comment };
}

/** Works on closed and archived tickets too. */
function redactComment(zendesk: Zendesk, { body, user }: Request, id: number): Comment {
  if (!zendesk.account.agentWorkspace) throw forbidden('Agent Workspace is not enabled');
  if (!mayRedact(zendesk, user)) throw forbidden();
  if (!isObject(body) || typeof body.ticket_id !== 'number')
    throw unprocessable('InvalidParameter', 'ticket_id is required');
  const ticket = seen(zendesk, user, body.ticket_id);
  const comment = zendesk.comments.find(id);
  if (comment?.ticket_id !== ticket.id) throw notFound();
  if (!redactable.has(comment.kind)) throw unprocessable('UnprocessableEntity', 'This comment cannot be redacted');
  const html = body.html_body === undefined ? undefined : markedBody(comment, body.html_body);
  const files = named(zendesk, comment, body.external_attachment_urls);
  if (html === undefined && files.length === 0) throw unprocessable('InvalidParameter', 'There is nothing to redact');
  return carriedOut(zendesk, comment, { html, files, by: user.id });
}

/** Without its marks the body must be what is stored. */
function markedBody({ html_body }: Comment, given: unknown): string {
  if (typeof given !== 'string' || unmarked(given) !== html_body)
    throw unprocessable('UnprocessableEntity', 'html_body does not match the comment');
  const after = redacted(given);
  if (after === undefined) throw unprocessable('UnprocessableEntity', 'The redact tags do not match');
  return after;
}

function named(zendesk: Zendesk, comment: Comment, urls: unknown): Attachment[] {
  if (urls === undefined) return [];
  if (!Array.isArray(urls)) throw unprocessable('InvalidParameter', 'external_attachment_urls must be a list');
  if (urls.length > mostAttachments) throw unprocessable('InvalidParameter', 'At most 75 attachments');
  const files = zendesk.attachmentsOf(comment.id);
  return urls.map((url) => {
    const file = files.find(({ content_url }) => content_url === url);
    if (file === undefined) throw unprocessable('InvalidParameter', 'There is no such attachment');
    return file;
  });
}

interface Redaction {
  readonly html: string | undefined;
  readonly files: readonly Attachment[];
  readonly by: number;
}

/** Writes what is left, and all that follows: the tag, the hidden original, the audit, triggers. */
function carriedOut(zendesk: Zendesk, comment: Comment, { html, files, by }: Redaction): Comment {
  if (html !== undefined) {
    zendesk.comments.update(comment.id, { html_body: html });
    const at = zendesk.milliseconds() + zendesk.account.scrubSeconds * 1000;
    if (comment.original !== null) zendesk.scrubs.put({ id: comment.id, at });
  }
  for (const file of files) empty(zendesk, file);
  const ticket = zendesk.tickets.get(comment.ticket_id);
  const tags = [...new Set([...ticket.tags, 'redacted_content'])];
  zendesk.tickets.update(ticket.id, { tags, original_hidden: true });
  const events: Event[] = [
    ...(html === undefined ? [] : [{ type: 'CommentRedactionEvent', comment_id: comment.id }]),
    ...files.map(({ id }) => ({ type: 'AttachmentRedactionEvent', attachment_id: id, comment_id: comment.id })),
    ...(tags.length === ticket.tags.length
      ? []
      : [{ type: 'Change', field_name: 'tags', value: tags, previous_value: ticket.tags }]),
  ];
  if (zendesk.account.redactionCountsAsUpdate) updated(zendesk, { user: by, ticket: ticket.id }, events);
  else audit(zendesk, { user: by, ticket: ticket.id }, events);
  return zendesk.comments.get(comment.id);
}

function empty(zendesk: Zendesk, { id }: Attachment): void {
  const content_url = `${zendesk.base}/attachments/token/redacted${String(id)}/?name=redacted.txt`;
  const file = { file_name: 'redacted.txt', content_type: 'text/plain', size: 0, inside: '' };
  zendesk.attachments.update(id, { ...file, content_url });
}

/** Scrubs the mails whose turn it is. */
export function settleScrubs(zendesk: Zendesk): void {
  for (const { id } of zendesk.scrubs.where(({ at }) => at <= zendesk.milliseconds())) {
    const comment = zendesk.comments.find(id);
    if (comment !== undefined) zendesk.comments.update(id, { original: comment.html_body });
    zendesk.scrubs.delete(id);
  }
}
