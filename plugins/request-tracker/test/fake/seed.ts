import { Tracker, fixed } from './tracker.ts';
import type { Part, Thing } from './tracker.ts';
import type { Row, Values } from './rows.ts';

/** The token of the account Lethe is used with. */
export const serviceToken = 'invented-token';

/** An account to be. */
export interface NewUser {
  readonly Name: string;
  readonly EmailAddress?: string;
  readonly RealName?: string;
  readonly privileged?: boolean;
  readonly superUser?: boolean;
  readonly disabled?: boolean;
  /** Other columns: telephone numbers, Organization. */
  readonly columns?: Values;
  /** By name of field. */
  readonly fields?: Readonly<Record<string, string>>;
}

/** A ticket to be. Who opens it is its requestor unless others are given. */
export interface NewTicket {
  readonly by: number;
  readonly Subject: string;
  readonly Status?: string;
  readonly requestors?: readonly number[];
  readonly cc?: readonly number[];
  readonly adminCc?: readonly number[];
  readonly owner?: number;
  /** What the first message is; none where it was made without one. */
  readonly opening?: Part;
  readonly fields?: Readonly<Record<string, string | readonly string[]>>;
  readonly columns?: Values;
}

/** A message on a ticket: `Correspond`, `Comment`, `EmailRecord`, `CommentEmailRecord`. */
export interface NewMessage {
  readonly by: number;
  readonly Type: string;
  readonly Data?: string;
  readonly mail: Part;
}

/** A freshly installed Request Tracker with a queue, and short ways to put things into it. */
export class Seed {
  readonly tracker = new Tracker();
  readonly queue: number;
  /** The account of the token. */
  readonly service: number;

  constructor() {
    const { rows } = this.tracker;
    this.#systemUser('RT_System', fixed.system);
    for (const [Name, number] of Object.entries(groups)) {
      const values = { Name, Domain: 'SystemInternal', Instance: 0, Description: '', ...this.tracker.stamps(1) };
      rows.insert('Groups', values, this.tracker.principal('Group', number));
    }
    this.#systemUser('Nobody', fixed.nobody);
    this.queue = this.newQueue('General');
    for (const name of ['Employee number', 'Second phone']) this.field('RT::User', name);
    for (const name of ['Callback number', 'Circumstances']) this.field('RT::Queue-RT::Ticket', name);
    this.user({ Name: 'root', EmailAddress: 'root@helpdesk.test', RealName: 'Enoch Root', superUser: true });
    this.service = this.user({ Name: 'lethe-service', EmailAddress: 'lethe@helpdesk.test', superUser: true });
    this.token(this.service, serviceToken);
  }

  #systemUser(Name: string, number: number): void {
    const values = { ...emptyUser, Name, RealName: Name, EmailAddress: null, ...this.tracker.stamps(1) };
    this.tracker.rows.insert('Users', values, this.tracker.principal('User', number));
  }

  newQueue(Name: string): number {
    const texts = { Name, Description: '', CorrespondAddress: '', CommentAddress: '', Lifecycle: 'default' };
    return this.tracker.rows.insert('Queues', {
      ...{ ...texts, SubjectTag: null, SortOrder: 0, SLADisabled: 1, Disabled: 0 },
      ...this.tracker.stamps(1),
    }).id;
  }

  token(user: number, Token: string): number {
    return this.tracker.rows.insert('AuthTokens', { Owner: user, Token, Description: 'invented' }).id;
  }

  /** A custom field, known by its name. `RT::Queue-RT::Ticket` are those of tickets. */
  field(LookupType: string, Name: string, more: Values = {}): number {
    const { rows } = this.tracker;
    const [known] = rows.where('CustomFields', { LookupType, Name });
    const plain = { Type: 'Freeform', MaxValues: 1, Pattern: '', Description: '', Disabled: 0 };
    return (known ?? rows.insert('CustomFields', { LookupType, Name, ...plain, ...this.tracker.stamps(1), ...more }))
      .id;
  }

  user({ Name, privileged = false, superUser = false, disabled = false, ...more }: NewUser): number {
    const { rows } = this.tracker;
    const id = this.tracker.principal('User');
    const { EmailAddress = null, RealName = null, columns = {}, fields = {} } = more;
    const values = { ...emptyUser, Name, EmailAddress, RealName, ...this.tracker.stamps(1), ...columns };
    rows.insert('Users', values, id);
    this.tracker.transaction({ type: 'RT::User', id }, fixed.system, { Type: 'Create' });
    const group = privileged || superUser ? fixed.privileged : fixed.unprivileged;
    rows.insert('GroupMembers', { GroupId: group, MemberId: id, ...this.tracker.stamps(1) });
    if (superUser) rows.insert('ACL', { PrincipalId: id, RightName: 'SuperUser', ObjectType: 'RT::System' });
    if (disabled) rows.update('Principals', id, { Disabled: 1 });
    for (const [name, value] of Object.entries(fields))
      this.value({ type: 'RT::User', id }, this.field('RT::User', name), value);
    return id;
  }

  /** A value of a field that was there when this RT was set up: not in the history. */
  value({ type, id }: Thing, CustomField: number, values: string | Values): Row {
    const plain = { LargeContent: null, ContentType: null, ContentEncoding: null, SortOrder: 0, Disabled: 0 };
    const of = { CustomField, ObjectType: type, ObjectId: id };
    return this.tracker.rows.insert('ObjectCustomFieldValues', {
      ...{ ...of, Content: null, ...plain, ...this.tracker.stamps(1) },
      ...(typeof values === 'string' ? { Content: values } : values),
    });
  }

  ticket({ by, Subject, Status = 'new', owner = fixed.nobody, ...more }: NewTicket): number {
    const { rows } = this.tracker;
    const { requestors = [by], cc = [], adminCc = [], fields = {}, columns = {} } = more;
    const values = { ...emptyTicket, Queue: this.queue, Subject, Status, Owner: owner, ...this.tracker.stamps(by) };
    const { id } = rows.insert('Tickets', { ...values, ...columns });
    if (!('EffectiveId' in columns)) rows.update('Tickets', id, { EffectiveId: id });
    this.tracker.join(id, 'Owner', { user: owner });
    for (const user of requestors) this.tracker.join(id, 'Requestor', { user });
    for (const user of cc) this.tracker.join(id, 'Cc', { user });
    for (const user of adminCc) this.tracker.join(id, 'AdminCc', { user });
    const created = this.tracker.transaction({ type: 'RT::Ticket', id }, by, { Type: 'Create' });
    if (more.opening !== undefined) this.tracker.attach(created.id, more.opening);
    for (const [name, value] of Object.entries(fields)) {
      for (const one of [value].flat())
        this.value({ type: 'RT::Ticket', id }, this.field('RT::Queue-RT::Ticket', name), one);
    }
    return id;
  }

  /** Answers the number of its transaction. */
  message(ticket: number, { by, Type, Data, mail }: NewMessage): number {
    const subject = mail.headers?.Subject;
    const values = { Type, Data: Data ?? (Type === 'Correspond' || Type === 'Comment' ? (subject ?? null) : null) };
    const { id } = this.tracker.transaction({ type: 'RT::Ticket', id: ticket }, by, values);
    this.tracker.attach(id, mail);
    return id;
  }
}

const groups = { Everyone: fixed.everyone, Privileged: fixed.privileged, Unprivileged: fixed.unprivileged };

const emptyUser: Values = {
  ...{
    Comments: null,
    Signature: null,
    FreeformContactInfo: null,
    Organization: null,
    NickName: null,
    Lang: null,
    Gecos: null,
  },
  ...{ HomePhone: null, WorkPhone: null, MobilePhone: null, PagerPhone: null, Timezone: null, SMIMECertificate: null },
  ...{ Address1: null, Address2: null, City: null, State: null, Zip: null, Country: null },
  ...{ Password: '*NO-PASSWORD*', AuthToken: null },
};

const emptyTicket: Values = {
  ...{ EffectiveId: 0, IsMerged: null, Type: 'ticket', InitialPriority: 0, FinalPriority: 0, Priority: 0 },
  ...{ TimeEstimated: 0, TimeWorked: 0, TimeLeft: 0, SLA: null, Told: null },
  ...{ Starts: null, Started: null, Due: null, Resolved: null },
};
