import { htmlOf } from './comment-text.ts';
import { indexTicket, indexUser } from './changing.ts';
import type * as stored from './records.ts';
import { identityTypes } from './records.ts';
import { Zendesk, stampOf } from './zendesk.ts';

/** The token of the administrator Lethe is used with. */
export const adminToken = 'invented-token';

/** A user to be. */
export interface NewUser extends Partial<Omit<stored.User, 'id' | 'user_fields' | 'photo'>> {
  readonly name: string;
  /** The first is the primary one. */
  readonly emails?: readonly string[];
  /** The first stands on the sheet too. */
  readonly phones?: readonly string[];
  readonly others?: readonly NewIdentity[];
  readonly company?: string;
  /** By key of the field, which is made where there is none. */
  readonly fields?: Readonly<Record<string, string>>;
  /** Name of the picture's file. */
  readonly picture?: string;
}

/** Something a user is known by. */
export interface NewIdentity {
  readonly type: stored.IdentityType;
  readonly value: string;
  readonly primary?: boolean;
}

/** A comment to be. `by` writes it; plain text unless `html` is given. */
export interface NewComment extends Partial<Omit<stored.Comment, 'id' | 'via' | 'ticket_id' | 'audit_id'>> {
  readonly by: number;
  readonly text?: string;
  readonly html?: string;
  readonly via?: NewVia;
  readonly files?: readonly NewFile[];
  readonly at?: string;
}

/** How something came in. */
export interface NewVia {
  readonly channel: string;
  readonly from?: Readonly<Record<string, unknown>>;
  readonly to?: Readonly<Record<string, unknown>>;
  readonly rel?: string;
}

/** A chat to be, line by line. */
export interface NewChat {
  readonly lines: readonly (
    | { readonly by: number; readonly text: string }
    | { readonly by: number; readonly name: string; readonly inside?: string }
  )[];
  readonly ended?: boolean;
}

/** A file to be. */
export interface NewFile {
  readonly name: string;
  readonly inside?: string;
  readonly inline?: boolean;
  readonly type?: string;
}

/** A ticket to be. The first comment is its description. */
export interface NewTicket extends Partial<Omit<stored.Ticket, 'id' | 'via' | 'custom_fields'>> {
  readonly by: number;
  readonly subject: string;
  readonly comments: readonly NewComment[];
  readonly via?: NewVia;
  /** By title of the field, which is made where there is none. */
  readonly fields?: Readonly<Record<string, string>>;
}

/** A change that happened before, as the audit keeps it. */
export interface OldChange {
  readonly by: number;
  readonly field_name: string;
  readonly previous_value: unknown;
  readonly value: unknown;
}

/** A Zendesk with an owner and an administrator, and short ways to put things into it. */
export class Seed {
  readonly zendesk: Zendesk;
  readonly owner: number;
  /** Whose token `adminToken` is. */
  readonly admin: number;
  #minutes = 0;

  constructor(clock?: ConstructorParameters<typeof Zendesk>[0]) {
    this.zendesk = new Zendesk(clock);
    const staff = { emails: ['owner@helpdesk.test'], role: 'admin', owner: true } as const;
    this.owner = this.user({ name: 'Account Owner', ...staff });
    this.admin = this.user({ name: 'Lethe Service', emails: ['lethe@helpdesk.test'], role: 'admin' });
    this.token(this.admin, adminToken);
  }

  /** A minute later than every time before, in the spring of 2026. */
  at(): string {
    this.#minutes += 1;
    return stampOf(new Date(Date.UTC(2026, 2, 2, 8) + this.#minutes * 60_000));
  }

  user({ emails = [], phones = [], others = [], company, fields = {}, picture, ...given }: NewUser): number {
    const at = given.created_at ?? this.at();
    const id = this.zendesk.users.nextId();
    for (const key of Object.keys(fields)) this.userField(key);
    const organization_id = company === undefined ? null : this.organization(company);
    const known = { phone: phones[0] ?? null, shared_phone_number: phones.length > 0 ? false : null, organization_id };
    const photo = picture === undefined ? null : this.#photo(picture);
    this.zendesk.users.put({
      ...nobody,
      ...known,
      created_at: at,
      updated_at: at,
      ...given,
      id,
      photo,
      user_fields: fields,
    });
    emails.forEach((value, place) => this.identity(id, { type: 'email', value, primary: place === 0 }));
    phones.forEach((value, place) => this.identity(id, { type: 'phone_number', value, primary: place === 0 }));
    others.forEach(({ type, value }) => this.identity(id, { type, value, primary: true }));
    if (organization_id !== null) this.#member(this.zendesk.organizationMemberships, id, organization_id);
    indexUser(this.zendesk, id);
    return id;
  }

  identity(user: number, { type, value, primary = false }: NewIdentity): number {
    if (!identityTypes.includes(type)) throw new RangeError('There is no such type of identity.');
    const at = this.at();
    const id = this.zendesk.identities.nextId();
    this.zendesk.identities.put({
      id,
      user_id: user,
      type,
      value,
      primary,
      verified: true,
      created_at: at,
      updated_at: at,
    });
    return id;
  }

  /** One user goes into another: identities, tickets and comments are the other's from then on. */
  merge(loser: number, winner: number): void {
    const { identities, tickets, comments, users } = this.zendesk;
    for (const one of this.zendesk.identitiesOf(loser)) identities.update(one.id, { user_id: winner, primary: false });
    const swap = (id: number): number => (id === loser ? winner : id);
    for (const one of tickets.all())
      tickets.update(one.id, {
        requester_id: swap(one.requester_id),
        submitter_id: swap(one.submitter_id),
        email_cc_ids: one.email_cc_ids.map(swap),
      });
    for (const one of comments.where(({ author_id }) => author_id === loser))
      comments.update(one.id, { author_id: winner });
    users.delete(loser);
    indexUser(this.zendesk, winner);
  }

  token(user: number, token: string, more: Partial<stored.Token> = {}): void {
    const id = this.zendesk.tokens.nextId();
    const forever = { expires_at: null, refresh_token: null, refresh_until: null };
    this.zendesk.tokens.put({
      scopes: ['read', 'write'],
      client_id: 'invented',
      ...forever,
      ...more,
      id,
      token,
      user_id: user,
    });
  }

  /** A client that signs people in. */
  client(key: string, more: Partial<stored.Client> = {}): void {
    const { clients } = this.zendesk;
    clients.put({ secret: null, redirects: [], user: this.admin, ...more, id: clients.nextId(), key });
  }

  session(user: number): number {
    const at = this.at();
    const id = this.zendesk.sessions.nextId();
    return this.zendesk.sessions.put({ id, user_id: user, authenticated_at: at, last_seen_at: at }).id;
  }

  organization(name: string): number {
    const { organizations } = this.zendesk;
    return (
      organizations.where((one) => one.name === name)[0] ?? organizations.put({ id: organizations.nextId(), name })
    ).id;
  }

  group(name: string, members: readonly number[] = []): number {
    const { groups, groupMemberships } = this.zendesk;
    const { id } = groups.where((one) => one.name === name)[0] ?? groups.put({ id: groups.nextId(), name });
    for (const user of members) this.#member(groupMemberships, user, id);
    return id;
  }

  role(name: string, configuration: Readonly<Record<string, unknown>>, may_redact = false): number {
    const { roles } = this.zendesk;
    return roles.put({
      id: roles.nextId(),
      name,
      role_type: 0,
      configuration: { ...plainRole, ...configuration },
      may_redact,
    }).id;
  }

  ticketField(title: string, more: Partial<stored.Field> = {}): number {
    return this.#field(this.zendesk.ticketFields, title, more);
  }

  userField(key: string, more: Partial<stored.Field> = {}): number {
    return this.#field(this.zendesk.userFields, key, more);
  }

  ticket({ by, subject, comments, via, fields = {}, ...given }: NewTicket): number {
    const at = given.created_at ?? this.at();
    const id = this.zendesk.tickets.nextId();
    const custom_fields = Object.entries(fields).map(([title, value]) => ({ id: this.ticketField(title), value }));
    const organization_id = this.zendesk.users.get(by).organization_id;
    const people = { requester_id: by, submitter_id: by, organization_id };
    const times = { created_at: at, updated_at: at };
    const state = given.archived === true ? ({ status: 'closed' } as const) : {};
    this.zendesk.tickets.put({
      ...plainTicket,
      ...people,
      ...times,
      ...given,
      ...state,
      id,
      subject,
      custom_fields,
      via: viaOf(via),
    });
    comments.forEach((comment, place) =>
      this.comment(id, place === 0 ? { via: via ?? { channel: 'web' }, ...comment } : comment, place === 0),
    );
    return id;
  }

  /** A comment that came in before anybody looks, or while somebody does: nobody is mailed. */
  comment(ticket: number, { by, text, html, via, files = [], at, ...given }: NewComment, opens = false): number {
    const { comments, audits, tickets } = this.zendesk;
    const created_at = at ?? this.at();
    const [audit_id, id] = [audits.nextId(), comments.nextId()];
    const html_body = html ?? htmlOf(text ?? '');
    const shown = { html_body, via: viaOf(via), metadata: metadataOf(), created_at };
    const plain = {
      type: 'Comment',
      public: true,
      kind: kindOf(via),
      original: via?.channel === 'email' ? html_body : null,
    } as const;
    comments.put({ ...plain, ...shown, ...given, id, ticket_id: ticket, audit_id, author_id: by });
    for (const file of files) this.file(id, file);
    const event = { id, type: given.type ?? 'Comment', audit_id };
    const made = opens ? createEvents(this.zendesk, tickets.get(ticket)) : [];
    audits.put({
      id: audit_id,
      ticket_id: ticket,
      author_id: by,
      created_at,
      via: viaOf(via),
      metadata: metadataOf(),
      events: [event, ...made],
    });
    indexTicket(this.zendesk, ticket);
    return id;
  }

  file(comment: number, { name, inside = '', inline = false, type = 'text/plain' }: NewFile): number {
    const { attachments, base } = this.zendesk;
    const id = attachments.nextId();
    const content_url = `${base}/attachments/token/t${String(id)}/?name=${encodeURIComponent(name)}`;
    return attachments.put({
      id,
      comment_id: comment,
      file_name: name,
      content_url,
      content_type: type,
      size: inside.length,
      inline,
      inside,
    }).id;
  }

  /** Something that happened to a ticket before: stays in its audit for good. */
  changed(ticket: number, { by, field_name, value, previous_value }: OldChange): void {
    this.audited(ticket, by, [{ type: 'Change', field_name, value, previous_value }]);
  }

  /** Events of any kind in an audit of their own. */
  audited(
    ticket: number,
    by: number,
    events: readonly ({ readonly type: string } & Readonly<Record<string, unknown>>)[],
  ): void {
    const { audits, comments } = this.zendesk;
    const numbered = events.map((event) => ({ ...event, id: comments.nextId() }));
    const id = audits.nextId();
    audits.put({
      id,
      ticket_id: ticket,
      author_id: by,
      created_at: this.at(),
      via: viaOf(undefined),
      metadata: metadataOf(),
      events: numbered,
    });
  }

  /** A chat, which stands in the audits only. */
  chat(ticket: number, by: number, { lines, ended = true }: NewChat): string {
    const chat_id = `chat-${String(this.zendesk.audits.nextId())}`;
    const history = lines.map((line, chat_index) => ({
      chat_index,
      timestamp: Date.parse(this.at()),
      ...('text' in line
        ? { type: 'ChatMessage', message: line.text }
        : {
            type: 'ChatFileAttachment',
            filename: line.name,
            url: `${this.zendesk.base}/chats/${line.name}`,
            inside: line.inside ?? '',
          }),
      actor_id: line.by,
      actor_type: this.zendesk.users.get(line.by).role === 'end-user' ? 'end-user' : 'agent',
      actor_name: this.zendesk.users.get(line.by).name,
    }));
    this.audited(ticket, by, [{ type: 'ChatStartedEvent', value: { visitor_id: 'visitor', chat_id, history } }]);
    if (ended)
      this.audited(ticket, by, [
        { type: 'ChatEndedEvent', value: { visitor_id: 'visitor', chat_id, is_served: true } },
      ]);
    return chat_id;
  }

  suspendedTicket(given: Pick<stored.SuspendedTicket, 'author' | 'subject' | 'content'>): number {
    const { suspended } = this.zendesk;
    const rest = { cause: 'Sender is suspended', recipient: 'support@helpdesk.test', created_at: this.at() };
    return suspended.put({ ...rest, ...given, id: suspended.nextId() }).id;
  }

  sideConversation(
    ticket: number,
    given: Pick<stored.SideConversation, 'subject' | 'participants' | 'events'>,
  ): number {
    const { sideConversations } = this.zendesk;
    return sideConversations.put({ state: 'open', ...given, id: sideConversations.nextId(), ticket_id: ticket }).id;
  }

  helpText(by: number, given: Pick<stored.HelpText, 'kind' | 'body'> & Partial<stored.HelpText>): number {
    const { helpTexts } = this.zendesk;
    const at = this.at();
    const plain = {
      under: given.kind === 'post' ? 0 : 1,
      deleted: false,
      title: '',
      locale: 'en-us',
      created_at: at,
      updated_at: at,
    };
    return helpTexts.put({ ...plain, ...given, id: helpTexts.nextId(), author_id: by }).id;
  }

  helpMark(by: number, given: Pick<stored.HelpMark, 'kind'> & Partial<stored.HelpMark>): number {
    const { helpMarks } = this.zendesk;
    const plain = { content_type: 'Article', content_id: 1, value: 1, locale: 'en-us', created_at: this.at() } as const;
    return helpMarks.put({ ...plain, ...given, id: helpMarks.nextId(), user_id: by }).id;
  }

  trigger(given: Partial<stored.Trigger> = {}): number {
    const { triggers } = this.zendesk;
    const plain = {
      title: 'Tell the requester',
      unlessTag: null,
      mails: 'requester',
      body: 'Your request was updated.',
    } as const;
    return triggers.put({ ...plain, ...given, id: triggers.nextId() }).id;
  }

  #member(table: Zendesk['groupMemberships'], user_id: number, of: number): void {
    const first = table.where((one) => one.user_id === user_id).length === 0;
    table.put({ id: table.nextId(), user_id, of, default: first });
  }

  #field(table: Zendesk['ticketFields'], title: string, more: Partial<stored.Field>): number {
    const key = title.toLowerCase().replaceAll(/\W+/g, '_');
    const known = table.where((one) => one.title === title)[0];
    const plain = { type: 'text', title, key, required: false, active: true };
    return (known ?? table.put({ ...plain, ...more, id: table.nextId() })).id;
  }

  #photo(file_name: string): stored.Photo {
    const id = this.zendesk.attachments.nextId();
    const content_url = `${this.zendesk.base}/system/photos/${String(id)}/${encodeURIComponent(file_name)}`;
    return { id, file_name, content_url, content_type: 'image/jpeg', size: 1000 };
  }
}

const nobody: Omit<stored.User, 'id' | 'name' | 'created_at' | 'updated_at'> & { readonly name: string } = {
  ...{ name: '', alias: '', details: '', notes: '', signature: '', phone: null, shared_phone_number: null },
  ...({ role: 'end-user', custom_role_id: null, ticket_restriction: null } as const),
  ...{ suspended: false, active: true, erased: false, owner: false, shared: false, shared_agent: false },
  ...{ external_id: null, tags: [], organization_id: null, default_group_id: null, user_fields: {}, photo: null },
  ...{ locale: 'en-US', time_zone: 'Stockholm', last_login_at: null },
};

const plainTicket: Omit<stored.Ticket, 'id' | 'requester_id' | 'submitter_id' | 'created_at' | 'updated_at'> = {
  ...({ subject: null, status: 'open', type: null, priority: 'normal', deleted: 'no' } as const),
  ...{ assignee_id: null, organization_id: null, group_id: null, brand_id: 1, ticket_form_id: 1, problem_id: null },
  ...{
    recipient: 'support@helpdesk.test',
    external_id: null,
    tags: [],
    custom_fields: [],
    email_cc_ids: [],
    follower_ids: [],
  },
  ...{ satisfaction_rating: { score: 'unoffered' }, followup_ids: [], archived: false, original_hidden: false },
  via: viaOf(undefined),
};

const plainRole = {
  ...{ ticket_access: 'all', ticket_editing: true, ticket_deletion: false, end_user_profile_access: 'full' },
  ...{ light_agent: false, ticket_comment_access: 'public', user_view_access: 'full', manage_suspended_tickets: true },
};

function viaOf({ channel, from = {}, to = {}, rel }: NewVia = { channel: 'web' }): stored.Via {
  return { channel, source: { from, to, rel: rel ?? null } };
}

function metadataOf(): Readonly<Record<string, unknown>> {
  const system = { client: 'invented client', ip_address: '203.0.113.9', location: 'Uppsala, C, Sweden' };
  return { system: { ...system, latitude: 59.86, longitude: 17.64 }, custom: {} };
}

/** What the audit says of a ticket that was just made. */
function createEvents({ comments }: Zendesk, ticket: stored.Ticket): stored.AuditEvent[] {
  const { subject, status, requester_id, priority, custom_fields } = ticket;
  const values = { subject, status, requester_id: String(requester_id), priority };
  const fields = custom_fields.map(({ id, value }): [string, unknown] => [String(id), value]);
  return [...Object.entries(values), ...fields].map(([field_name, value]) => ({
    id: comments.nextId(),
    type: 'Create',
    field_name,
    value,
  }));
}

/** What a comment is by the way it came in. */
const kinds: Readonly<Record<string, stored.CommentKind>> = {
  ...({ sms: 'sms', mobile_sdk: 'sdk', any_channel: 'channel-framework', slack: 'slack' } as const),
  ...({ answer_bot_for_web_widget: 'bot', answer_bot_for_agents: 'bot', answer_bot_api: 'bot' } as const),
};

function kindOf(via: NewVia | undefined): stored.CommentKind {
  if (via?.rel === 'merge') return 'merge-note';
  return kinds[via?.channel ?? ''] ?? 'ordinary';
}
