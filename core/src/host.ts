import type { HostErrorCode, Obstacle } from './errors.ts';
import type { Identifiers } from './identifiers.ts';
import type { Personal } from './personal.ts';

/**
 * The port: what a help desk or recruiting tool looks like to core. Core decides, a plugin translates.
 * A host states facts and carries out steps; it never decides what is blanked.
 */

declare const brand: unique symbol;
type Id<Name extends string> = string & { readonly [brand]: Name };
/** Names an account, contact or candidate in a host; opaque, never personal (a row number, not an address). */
export type PersonId = Id<'person'>;
/** Names what messages are filed under: a ticket, issue, page, topic. Opaque, never personal. */
export type DossierId = Id<'dossier'>;
/** Names one message of a dossier. Opaque, never personal. */
export type MessageId = Id<'message'>;
/** Names one spot for good: the same spot has the same id in every listing and after every edit. Never personal. */
export type SpotId = Id<'spot'>;

/**
 * The smallest things a host can blank, by kind. A `record` is the account or the case itself: a host lists it only where its
 * administrator asked for an end state that deletes it, as it takes what others wrote and what reports count along.
 */
export const spotKinds = [
  'person.name',
  'person.email',
  'person.login',
  'person.phone',
  'person.photo',
  'person.field',
  'person.history',
  'person.access',
  'person.record',
  'dossier.title',
  'dossier.description',
  'dossier.field',
  'dossier.people',
  'dossier.history',
  'dossier.record',
  'message.subject',
  'message.body',
  'message.copies',
  'message.envelope',
  'attachment',
] as const;
export type SpotKind = (typeof spotKinds)[number];

/**
 * Cut stretches out, clear the whole, set a fixed text, remove the thing itself, close an access; `ask` somebody to do in the
 * host's own screen what its API cannot.
 */
export const verbs = ['cut', 'clear', 'set', 'remove', 'close', 'ask'] as const;
export type Verb = (typeof verbs)[number];

/** What a host can do to a kind of spot. */
export interface Can {
  readonly can: readonly [Verb, ...Verb[]];
  /** Whether a fresh reading shows the result; if not, the report says "claimed", never "proven". */
  readonly provable: boolean;
  /** With `cut`: the sign the host itself puts in place of each character, instead of the replacement of the rules. */
  readonly masks?: string;
  /** Where the old value stays readable afterwards, if it does. */
  readonly remains?: string;
  /** What else happens, for the reviewer. */
  readonly sideEffect?: string;
  /** With `ask`: what somebody has to do. */
  readonly byHand?: ByHand;
  /** The vendor's documentation: an address, or the file of the vendor's source. */
  readonly source: string;
}

/** A step outside the API, which a run waits for: everything of one case that is done in one go has the same. */
export interface ByHand {
  /** For whoever does it, in one sentence: "In Lever open the opportunity, choose … and confirm". Never personal. */
  readonly says: string;
  /** The screen where it is done. Never personal. */
  readonly link?: string;
}

/** Why a host can do nothing to a kind of spot, and what a person can do instead. */
export interface Cannot {
  readonly can: 'nothing';
  readonly because: string;
  readonly instead?: string;
  readonly source: string;
}

/** What a host can do to a kind of spot, or why it cannot. */
export type Ability = Can | Cannot;

/** What a host is like: words, scopes, abilities. Data, no code. */
export interface HostProfile {
  /** The plugin's folder name: `zendesk`, `redmine`. */
  readonly id: string;
  /** The vendor's name for it: `Zendesk`. */
  readonly name: string;
  readonly words: { readonly person: string; readonly dossier: string; readonly message: string };
  /** What can be asked for; a scope missing here is a gap in every plan. */
  readonly scopes: readonly Scope['by'][];
  /** Whether everybody can be listed, for runs that choose people by age or by a consent that ran out; or why not. */
  readonly everybody: { readonly can: 'list'; readonly source: string } | Cannot;
  /** Total: a kind this host does not have is `can: 'nothing'` with that reason. */
  readonly abilities: Readonly<Record<SpotKind, Ability>>;
}

/** What an account is, as its host sees it. */
export const personKinds = [
  'end-user',
  'agent',
  'administrator',
  'candidate',
  'employee',
  'external',
  'other',
  'unknown',
] as const;
export type PersonKind = (typeof personKinds)[number];

/** Facts about an account; core judges them. */
export interface Person {
  readonly type: 'person';
  readonly id: PersonId;
  readonly name: Personal;
  /** All the host knows this person by, secondary addresses included. */
  readonly identifiers: Identifiers;
  readonly kind: PersonKind;
  /** Whether the account may sign in. */
  readonly active: boolean;
  /** Whether this is the account the host is being used with. */
  readonly self: boolean;
  /** Whether nobody else could administer the host if this account went. */
  readonly lastAdministrator: boolean;
  readonly company?: string;
  /** Whether the host itself says that it belongs to somebody who works for the customer, such as a candidate who was hired. */
  readonly employed?: boolean;
  /** Marks the customer gave the account, in small letters, such as `external`. */
  readonly labels?: readonly string[];
  /** Where the account's data comes from, if not from the host itself: it would be put back from there. */
  readonly masteredBy?: 'sso' | 'ldap' | 'scim' | 'import';
  /** When anything last happened to the account or in its cases, as far as the host tells. */
  readonly lastActivity?: Date;
  /** The person's own cases, where a list of everybody tells of them without a further call. */
  readonly cases?: readonly Dossier[];
  /** How many dossiers the person opened, where the host tells without a search. */
  readonly dossiers?: number;
}

/** How a message came in or went out; `feedback` judges the person, `unknown` is where the host keeps no mark. */
export const channels = ['mail', 'web', 'chat', 'phone', 'api', 'note', 'feedback', 'unknown'] as const;
export type Channel = (typeof channels)[number];

/** What messages are filed under, as its host states it. */
export interface Dossier {
  readonly type: 'dossier';
  readonly id: DossierId;
  /** For people: "issue 42". Never personal. */
  readonly label: string;
  readonly state: 'open' | 'closed' | 'archived';
  /** Who opened it and how; `unknown` where the host keeps no mark. */
  readonly openedBy: PersonId | 'system' | 'unknown';
  readonly openedVia: Channel;
  /** Whose matter it is now: requester, candidate. */
  readonly subject?: PersonId;
  readonly hired?: boolean;
  /** Whether nobody has applied yet: the host holds somebody as a lead. */
  readonly lead?: boolean;
  /** Whether an interview is still to come. */
  readonly interviewPending?: boolean;
  readonly location?: string;
  readonly consent?: { readonly storeUntil?: Date; readonly contact: boolean };
  /** What reports count: status, company, channel, month, stage, source. Must be equal before and after. */
  readonly tallies: Readonly<Record<string, string>>;
}

/** A mail, comment, note or chat line, as its host states it. */
export interface Message {
  readonly type: 'message';
  readonly id: MessageId;
  readonly dossier: DossierId;
  readonly at: Date;
  readonly channel: Channel;
  /** Seen from the host: from a person outside, to a person outside, or among colleagues. */
  readonly direction: 'incoming' | 'outgoing' | 'internal';
  readonly author: PersonId | 'system' | 'unknown';
  /** Addresses, or names where the host keeps no address. */
  readonly from: readonly Personal[];
  readonly to: readonly Personal[];
  readonly copies: readonly Personal[];
  readonly attendees: readonly Personal[];
  /** Accounts the host itself names as recipients. */
  readonly recipients: readonly PersonId[];
  /** Whether it is what opened its dossier. */
  readonly opensDossier: boolean;
  /** Whom its dossier is about, where colleagues write about somebody who does not read it: a candidate. */
  readonly about?: PersonId;
}

/**
 * A text and how it is written. `adf` is an Atlassian document as JSON; a host gives one without words as the blank plain text,
 * and one that is but a line of plain words as plain, so that core can tell what it set from what it has to set.
 */
export interface TextContent {
  readonly form: 'plain' | 'html' | 'adf';
  readonly text: Personal;
}

/** What a spot holds. */
export type Content =
  | TextContent
  /** Addresses or names, one an item. */
  | { readonly form: 'list'; readonly items: readonly Personal[] }
  /** A file: its bytes are not read, its name and description are. */
  | { readonly form: 'file'; readonly name: Personal; readonly description?: Personal }
  /** Whether an access, membership, session or subscription of the person is open. */
  | { readonly form: 'access'; readonly open: boolean }
  /** The host has something there and does not show it. */
  | { readonly form: 'hidden' };

/** The smallest thing a host can blank, with what it holds and what it belongs to. */
export interface Spot {
  readonly id: SpotId;
  readonly kind: SpotKind;
  /** For people: "note 3 on issue 42". Never personal. */
  readonly label: string;
  readonly of: Person | Dossier | Message;
  readonly content: Content;
  /** Whose line it is, where it belongs to one account on somebody else's sheet: a watch, a membership. */
  readonly holder?: PersonId;
  /** With a history entry: the kind of spot whose old value it keeps. */
  readonly about?: SpotKind;
  /** Where the case is that it is filed under, if not on the case itself: rules may differ by place. */
  readonly location?: string;
  /** Only where this spot can do less than its kind. */
  readonly ability?: Ability;
}

/** What to list spots of. */
export type Scope =
  /** The account itself and every dossier it takes part in. */
  | { readonly by: 'person'; readonly person: PersonId }
  | { readonly by: 'dossier'; readonly dossier: DossierId }
  /** Every dossier that mentions an identifier: a host may list too much, never too little. */
  | { readonly by: 'mention'; readonly who: Identifiers }
  | { readonly by: 'everything'; readonly since?: Date };

/** Whom to look up. */
export type PersonQuery =
  | { readonly by: 'identifiers'; readonly who: Identifiers }
  | { readonly by: 'id'; readonly person: PersonId }
  /**
   * Everybody the host files, each once: asked only where the profile says that it lists them. A list may know fewer identifiers
   * than the account itself and says nothing about the last administrator: it is for choosing, and who is chosen is looked up.
   */
  | { readonly by: 'everybody' };

/** Names one step of a plan. Never personal. */
export type StepId = Id<'step'>;

/** A step made ready for its call: what the spot will hold afterwards. Lives in memory only. */
export interface ReadyStep {
  readonly id: StepId;
  readonly spot: SpotId;
  readonly kind: SpotKind;
  readonly verb: Verb;
  /** What to write with `cut`, `clear` and `set`; for `remove` and `close` there is nothing to write. */
  readonly after?: TextContent | { readonly form: 'list'; readonly items: readonly Personal[] };
  /** With `cut`: what the spot held when it was read, and the stretches that go (UTF-16 offsets into it). */
  readonly before?: Personal;
  readonly cuts?: readonly { readonly start: number; readonly end: number }[];
}

/** Steps that go to the host in one call. */
export interface StepGroup {
  /** For logs: "PUT issue". Never personal. */
  readonly call: string;
  readonly steps: readonly ReadyStep[];
}

/** What a host claims about one step. A claim is no proof. */
export interface Receipt {
  readonly step: StepId;
  readonly claim: 'done' | 'absent' | 'queued' | 'stale' | 'refused';
  /** With `refused`: why. */
  readonly code?: HostErrorCode;
  /** With `refused`: what to do about it, in fixed words. */
  readonly remedy?: string;
}

/** A spot read again. */
export interface Reading {
  readonly spot: SpotId;
  readonly content: Content | 'gone';
  /** The dossier it was read with, where the host shows it: its tallies are compared. */
  readonly dossier?: Dossier;
}

/** Seven members, none optional: what a host cannot do is said in `abilities`, never by an empty method. Each may throw `HostError`. */
export interface Host {
  readonly profile: HostProfile;
  /** Whether the key, the rights and the host's settings suffice: every obstacle, not the first. */
  preflight(): Promise<readonly Obstacle[]>;
  /** Inactive accounts too. Lists too much rather than too little; core filters. */
  findPeople(query: PersonQuery): AsyncIterable<Person>;
  /**
   * The union of the scopes, each spot once, paged inside; a dossier is read once even if several scopes lead to it. Each dossier of the
   * person has at least one spot that is `of` the dossier itself: guards judge cases by what is listed.
   */
  spots(scopes: readonly Scope[]): AsyncIterable<Spot>;
  /** Pure: as few calls as the host allows, each step once, order kept. */
  group(steps: readonly ReadyStep[]): readonly StepGroup[];
  /** Safe to repeat; absent is success; one receipt a step; throws `HostError` if the call as a whole failed. */
  apply(group: StepGroup): Promise<readonly Receipt[]>;
  /** Past every cache, in as few calls as the host allows; one reading a spot, in any order. */
  reread(spots: readonly SpotId[]): AsyncIterable<Reading>;
}
