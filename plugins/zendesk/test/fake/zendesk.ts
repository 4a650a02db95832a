import type { Clock } from '@lethe/core';
import { plainAccount } from './account.ts';
import type { Account } from './account.ts';
import { notFound } from './answer.ts';
import { Limits } from './limits.ts';
import type * as stored from './records.ts';
import { SearchIndex } from './search-index.ts';
import { Table } from './table.ts';

/** Something Zendesk sent by mail. */
export interface Mail {
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
}

/** Numbers as large as Zendesk's: beyond 32 bits. */
const bases = { users: 20_978_000_000, events: 9_100_000_000_000, others: 4_400_000_000_000 };

/** The state of an invented Zendesk: everything it stores, shown by its API or not. */
export class Zendesk {
  account: Account = plainAccount;
  clock: Pick<Clock, 'now'>;
  readonly users = new Table<stored.User>(bases.users);
  readonly identities = new Table<stored.Identity>(bases.others);
  readonly tickets = new Table<stored.Ticket>();
  readonly comments = new Table<stored.Comment>(bases.events);
  readonly attachments = new Table<stored.Attachment>(bases.others);
  readonly audits = new Table<stored.Audit>(bases.events);
  readonly suspended = new Table<stored.SuspendedTicket>(bases.others);
  readonly sideConversations = new Table<stored.SideConversation>();
  readonly sessions = new Table<stored.Session>();
  readonly organizations = new Table<stored.Named>(bases.others);
  readonly organizationMemberships = new Table<stored.Membership>(bases.others);
  readonly groups = new Table<stored.Named>(bases.others);
  readonly groupMemberships = new Table<stored.Membership>(bases.others);
  readonly roles = new Table<stored.Role>(bases.others);
  readonly ticketFields = new Table<stored.Field>(bases.others);
  readonly userFields = new Table<stored.Field>(bases.others);
  readonly helpTexts = new Table<stored.HelpText>(bases.others);
  readonly helpMarks = new Table<stored.HelpMark>(bases.others);
  readonly customRecords = new Table<stored.CustomRecord>();
  readonly jobs = new Table<stored.Job>();
  readonly tokens = new Table<stored.Token>();
  readonly clients = new Table<stored.Client>();
  readonly triggers = new Table<stored.Trigger>();
  /** Comments whose mail as it came in is scrubbed at that time. */
  readonly scrubs = new Table<{ readonly id: number; readonly at: number }>();
  /** What is known of users deleted for good. */
  readonly erasures = new Table<{
    readonly id: number;
    readonly user_id: number;
    readonly by: number;
    readonly at: string;
  }>();
  readonly index = new SearchIndex();
  readonly outbox: Mail[] = [];
  readonly limits: Limits;

  constructor(clock: Pick<Clock, 'now'> = { now: () => new Date() }) {
    this.clock = clock;
    this.limits = new Limits(
      () => this.milliseconds(),
      () => this.account.limits,
      () => this.account.saysRetryAfter,
    );
  }

  configure(changes: Partial<Account>): void {
    this.account = { ...this.account, ...changes };
  }

  milliseconds(): number {
    return this.clock.now().getTime();
  }

  /** Now, as Zendesk writes it: to the second. */
  now(): string {
    return stampOf(this.clock.now());
  }

  /** Where the account answers, for addresses in answers. */
  get base(): string {
    return `https://${this.account.subdomain}.zendesk.test`;
  }

  /** A ticket that can be shown; what is in the bin or gone is not there. */
  ticket(id: number | string | undefined): stored.Ticket {
    const ticket = this.tickets.find(Number(id));
    if (ticket?.deleted !== 'no') throw notFound();
    return ticket;
  }

  user(id: number | string | undefined): stored.User {
    const user = this.users.find(Number(id));
    if (user === undefined) throw notFound();
    return user;
  }

  client(key: string): stored.Client | undefined {
    return this.clients.where((one) => one.key === key)[0];
  }

  identitiesOf(user: number): stored.Identity[] {
    return this.identities.having('user_id', user);
  }

  /** The address mails go to. */
  addressOf(user: number): string | null {
    const emails = this.identitiesOf(user).filter((one) => one.type === 'email');
    return (emails.find((one) => one.primary) ?? emails[0])?.value ?? null;
  }

  commentsOf(ticket: number): stored.Comment[] {
    return this.comments.having('ticket_id', ticket).sort((one, other) => one.id - other.id);
  }

  auditsOf(ticket: number): stored.Audit[] {
    return this.audits.having('ticket_id', ticket).sort((one, other) => one.id - other.id);
  }

  attachmentsOf(comment: number): stored.Attachment[] {
    return this.attachments.having('comment_id', comment);
  }

  /** Gives back a function that puts everything back as it is now, except jobs. */
  snapshot(): () => void {
    const undo = this.#tables().map((table) => table.snapshot());
    const index = this.index.snapshot();
    const mails = this.outbox.length;
    return () => {
      for (const one of [...undo, index]) one();
      this.outbox.length = mails;
    };
  }

  #tables(): { snapshot(): () => void }[] {
    return [
      ...[this.users, this.identities, this.tickets, this.comments, this.attachments, this.audits, this.suspended],
      ...[this.sideConversations, this.sessions, this.organizationMemberships, this.groupMemberships],
      ...[this.helpTexts, this.helpMarks, this.customRecords, this.tokens, this.scrubs, this.erasures],
    ];
  }
}

/** As Zendesk writes a time. */
export function stampOf(date: Date): string {
  return date.toISOString().replace(/\.\d+Z$/, 'Z');
}
