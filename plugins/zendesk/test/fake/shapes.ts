import { isObject } from './answer.ts';
import { bodyOf, plainOf } from './comment-text.ts';
import type * as stored from './records.ts';
import type { Zendesk } from './zendesk.ts';

type Shape = Readonly<Record<string, unknown>>;

export function userShape(zendesk: Zendesk, user: stored.User): Shape {
  const { erased, owner, ...shown } = user;
  const identities = zendesk.identitiesOf(user.id);
  return {
    ...shown,
    url: `${zendesk.base}/api/v2/users/${String(user.id)}.json`,
    email: erased ? null : zendesk.addressOf(user.id),
    verified: identities.some((one) => one.primary && one.verified),
    iana_time_zone: 'Europe/Stockholm',
    locale_id: 1,
    moderator: user.role !== 'end-user',
    only_private_comments: false,
    restricted_agent: user.ticket_restriction !== null || user.role === 'end-user',
    chat_only: false,
    report_csv: owner,
    role_type: user.custom_role_id === null ? null : 0,
    two_factor_auth_enabled: null,
    photo: user.photo === null ? null : { ...user.photo, thumbnails: [] },
  };
}

export function identityShape(zendesk: Zendesk, identity: stored.Identity): Shape {
  const { user_id, id, verified } = identity;
  return {
    ...identity,
    url: `${zendesk.base}/api/v2/users/${String(user_id)}/identities/${String(id)}.json`,
    verification_method: verified ? 'full' : 'none',
    verified_at: verified ? identity.created_at : null,
    ...(identity.type === 'email' ? { undeliverable_count: 0, deliverable_state: 'deliverable' } : {}),
  };
}

export function ticketShape(zendesk: Zendesk, ticket: stored.Ticket): Shape {
  const { archived, deleted, original_hidden, ...shown } = ticket;
  const [first] = zendesk.commentsOf(ticket.id);
  const collaborators = [...new Set([...ticket.follower_ids, ...ticket.email_cc_ids])];
  return {
    ...shown,
    url: `${zendesk.base}/api/v2/tickets/${String(ticket.id)}.json`,
    raw_subject: ticket.subject,
    description: first === undefined ? null : bodyOf(first.html_body),
    collaborator_ids: collaborators,
    ...(zendesk.account.ccsAndFollowers ? {} : { email_cc_ids: collaborators, follower_ids: [] }),
    fields: ticket.custom_fields,
    forum_topic_id: null,
    has_incidents: zendesk.tickets.where((one) => one.problem_id === ticket.id).length > 0,
    is_public: zendesk.commentsOf(ticket.id).some((comment) => comment.public),
    due_at: null,
    sharing_agreement_ids: [],
    custom_status_id: 1,
    allow_channelback: false,
    allow_attachments: true,
    from_messaging_channel: ticket.via.channel === 'native_messaging',
    generated_timestamp: Math.floor(Date.parse(ticket.updated_at) / 1000),
  };
}

export function attachmentShape(zendesk: Zendesk, attachment: stored.Attachment): Shape {
  const { comment_id, inside, ...shown } = attachment;
  return {
    ...shown,
    url: `${zendesk.base}/api/v2/attachments/${String(attachment.id)}.json`,
    mapped_content_url: attachment.content_url,
    width: null,
    height: null,
    deleted: false,
    malware_access_override: false,
    malware_scan_result: 'malware_not_found',
    thumbnails: [],
  };
}

/** Pictures within the text are listed only where asked for. */
export function commentShape(zendesk: Zendesk, comment: stored.Comment, inlineImages = true): Shape {
  const { ticket_id, kind, original, ...shown } = comment;
  const attachments = zendesk.attachmentsOf(comment.id).filter((one) => inlineImages || !one.inline);
  return {
    ...shown,
    body: bodyOf(comment.html_body),
    plain_body: plainOf(comment.html_body),
    attachments: attachments.map((one) => attachmentShape(zendesk, one)),
  };
}

/** An audit shows its comment as it is now. */
export function auditShape(zendesk: Zendesk, audit: stored.Audit): Shape {
  const events = audit.events.map((event) => {
    const comment =
      event.type === 'Comment' || event.type === 'VoiceComment' ? zendesk.comments.find(event.id) : undefined;
    if (comment === undefined) return event.type === 'ChatStartedEvent' ? chatShape(event) : event;
    const { via, metadata, created_at, ...rest } = commentShape(zendesk, comment);
    return { ...event, ...rest, audit_id: audit.id };
  });
  return { ...audit, events };
}

export function suspendedShape(zendesk: Zendesk, suspended: stored.SuspendedTicket): Shape {
  return {
    ...suspended,
    url: `${zendesk.base}/api/v2/suspended_tickets/${String(suspended.id)}.json`,
    attachments: [],
    brand_id: 1,
    cause_id: 0,
    error_messages: null,
    message_id: `<${String(suspended.id)}@mail.test>`,
    ticket_id: null,
    updated_at: suspended.created_at,
    via: {
      channel: 'email',
      source: { from: { address: suspended.author.email, name: suspended.author.name }, to: {}, rel: null },
    },
  };
}

/** What files of a chat have inside is not shown. */
export function chatShape(event: stored.AuditEvent): Shape {
  const { value } = event;
  if (!isObject(value) || !Array.isArray(value.history)) return event;
  const history = value.history.filter(isObject).map(({ inside, ...entry }) => entry);
  return { ...event, value: { ...value, history } };
}
