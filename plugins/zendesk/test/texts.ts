import { z } from 'zod';
import type { Audit, User } from './fake/records.ts';
import type { Zendesk } from './fake/zendesk.ts';

/** Log entries that only say that something happened. */
const silent = ['Comment', 'VoiceComment', 'CommentRedactionEvent', 'AttachmentRedactionEvent', 'ChatStartedEvent'];

/** Texts of an invented Zendesk by the ids their spots have; what is no spot goes by its table. */
export function textsOf(zendesk: Zendesk): Readonly<Record<string, string>> {
  return Object.fromEntries<string>([
    ...zendesk.users.all().flatMap(textsOfUser),
    ...zendesk.users.all().map(({ id }) => entry(`u${id}/sessions`, sessionsOf(zendesk, id))),
    ...zendesk.identities.all().map(({ id, user_id, value }) => entry(`u${user_id}/identity:${id}`, value)),
    ...zendesk.organizations.all().map(({ id, name }) => entry(`organization ${id}`, name)),
    ...zendesk.tickets
      .all()
      .flatMap((ticket) => [
        entry(`t${ticket.id}/subject`, ticket.subject ?? ''),
        entry(`t${ticket.id}/external`, ticket.external_id ?? ''),
        entry(`t${ticket.id}/ccs`, ticket.email_cc_ids.join(' ')),
        entry(`t${ticket.id}/followers`, ticket.follower_ids.join(' ')),
        ...ticket.custom_fields.map(({ id, value }) => entry(`t${ticket.id}/field:${id}`, written(value))),
      ]),
    ...zendesk.comments.all().map(({ id, ticket_id, html_body }) => entry(`t${ticket_id}/c${id}/body`, html_body)),
    ...zendesk.attachments.all().flatMap(({ id, comment_id, file_name, inside }) => {
      const comment = zendesk.comments.find(comment_id);
      return comment === undefined
        ? []
        : [entry(`t${comment.ticket_id}/c${comment_id}/file:${id}`, `${file_name} ${inside}`)];
    }),
    ...zendesk.audits
      .all()
      .flatMap((audit) =>
        audit.events
          .filter(({ type }) => !silent.includes(type))
          .map((event) => entry(`t${audit.ticket_id}/audit:${audit.id}.${event.id}`, JSON.stringify(event))),
      ),
    ...zendesk.audits.all().flatMap(chatTexts),
    ...zendesk.suspended.all().map((mail) => entry(`s${mail.id}`, JSON.stringify(mail))),
    ...zendesk.helpTexts.all().map(({ id, title, body }) => entry(`help text ${id}`, `${title} ${body}`)),
    ...zendesk.helpMarks.all().map((mark) => entry(`help mark ${mark.id}`, JSON.stringify(mark))),
  ]);
}

function sessionsOf({ sessions }: Zendesk, user: number): string {
  return sessions.where(({ user_id }) => user_id === user).length === 0 ? 'none' : 'open';
}

function chatTexts({ ticket_id, events }: Audit): readonly (readonly [string, string])[] {
  return events
    .filter(({ type }) => type === 'ChatStartedEvent')
    .flatMap(({ id, value }) =>
      chat
        .parse(value)
        .history.map(({ message, filename }, at) =>
          entry(`t${ticket_id}/${filename === undefined ? 'chat' : 'chatfile'}:${id}.${at}`, message ?? filename ?? ''),
        ),
    );
}

const chat = z.object({
  history: z.array(z.object({ message: z.string().optional(), filename: z.string().optional() })),
});

function textsOfUser(user: User): readonly (readonly [string, string])[] {
  const { id, name, alias, notes, details, signature, phone, external_id, tags, user_fields, photo, suspended } = user;
  const texts = { name, alias, notes, details, signature, phone: phone ?? '', external: external_id ?? '' };
  return [
    ...Object.entries(texts).map(([part, text]) => entry(`u${id}/${part}`, text)),
    ...Object.entries(user_fields).map(([key, value]) => entry(`u${id}/userfield:${key}`, written(value))),
    entry(`u${id}/tags`, tags.join(' ')),
    entry(`u${id}/photo`, photo?.file_name ?? ''),
    entry(`u${id}/signin`, suspended ? 'closed' : 'open'),
  ];
}

function entry(key: string, text: string): readonly [string, string] {
  return [key, text];
}

function written(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
