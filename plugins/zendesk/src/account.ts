import { identifiersFrom } from '@lethe/core';
import type { Content, Identifiers, Person, PersonKind, Personal, Spot, SpotKind } from '@lethe/core';
import { deletedUser, notAllClosed } from './abilities.ts';
import type { WholeUser } from './api.ts';
import { isClosed } from './dossier.ts';
import { isAddress, isPlaceholder, plainTexts } from './form.ts';
import { personIdOf } from './ids.ts';
import type { ZendeskOptions } from './options.ts';
import { userSpot } from './place.ts';
import type { Ticket } from './schema.ts';
import type { Identity, User } from './user-schema.ts';

const kinds: Readonly<Record<string, PersonKind>> = { 'end-user': 'end-user', agent: 'agent', admin: 'administrator' };

/** What only the account as a whole tells about a user. */
export interface Circumstances {
  readonly self: boolean;
  readonly lastAdministrator: boolean;
}

/** A user as a person. Light agents are agents; users shared from another account are mastered there. */
export function personOf(
  whole: WholeUser,
  { self, lastAdministrator }: Circumstances,
  options: ZendeskOptions,
): Person {
  const { user, organization } = whole;
  return {
    type: 'person',
    id: personIdOf(user.id),
    name: user.name,
    identifiers: identifiersOf(whole, options),
    kind: kinds[user.role] ?? 'unknown',
    active: user.active && !user.suspended,
    self,
    lastAdministrator,
    ...(organization === undefined ? {} : { company: organization }),
    ...(user.shared ? { masteredBy: 'import' as const } : {}),
    ...(user.last_login_at == null ? {} : { lastActivity: user.last_login_at }),
  };
}

const phoneTypes = new Set(['phone_number']);
const mailTypes = new Set(['email', 'google', 'agent_forwarding']);

function identifiersOf({ user, identities }: WholeUser, options: ZendeskOptions): Identifiers {
  const own = identities.filter(isOwn);
  const fields = (keys: readonly string[]): readonly Personal[] =>
    user.user_fields.filter(({ key }) => keys.includes(key)).map(({ value }) => value);
  const mails = own.filter(({ type, value }) => mailTypes.has(type) && isAddress(value));
  const phones = own.filter(({ type }) => phoneTypes.has(type));
  const others = own.filter((one) => !mails.includes(one) && !phones.includes(one));
  return identifiersFrom({
    addresses: plainTexts([...mails.map(({ value }) => value), user.email].filter((one) => !isPlaceholder(one))),
    phones: plainTexts([...phones.map(({ value }) => value), user.phone, ...fields(options.phoneFields)]),
    logins: plainTexts([...others.map(({ value }) => value), ...fields(options.loginFields)]),
    externalIds: plainTexts([user.external_id, ...fields(options.externalIdFields)]),
    postalAddresses: plainTexts(fields(options.addressFields)),
    names: plainTexts([user.name]),
  });
}

function isOwn({ value }: Identity): boolean {
  return !isPlaceholder(value);
}

/** What of a user is a spot; the main address comes last. `sessions` is missing where nobody looked. */
export function accountSpots(whole: WholeUser, of: Person, sessions: number | undefined): readonly Spot[] {
  const { user, identities } = whole;
  const own = identities.filter(isOwn).sort((one, other) => Number(one.primary) - Number(other.primary));
  const made = [
    elsewhere(user, of),
    ...accessSpots(user, of, sessions),
    ...(user.photo == null
      ? []
      : [spotOf(user, of, ['photo', 'person.photo', { form: 'file', name: user.photo.file_name }])]),
    ...textSpots(user, of),
    ...own.map((identity) => identitySpot(identity, of)),
  ];
  return made.map((spot) =>
    user.active || spot.kind === 'person.access' || spot.kind === 'person.history'
      ? spot
      : { ...spot, ability: deletedUser },
  );
}

/** The user as a whole, where the end state deletes it; Zendesk does so only once all its tickets are closed. */
export function recordSpot({ user }: WholeUser, of: Person, tickets: readonly Ticket[]): Spot {
  const isOpen = tickets.some((ticket) => ticket.requester_id === user.id && !isClosed(ticket));
  const spot = spotOf(user, of, ['record', 'person.record', { form: 'access', open: true }]);
  return isOpen ? { ...spot, ability: notAllClosed } : spot;
}

type Cell = readonly [part: string, kind: SpotKind, content: Content];

function spotOf({ id }: User, of: Person, [part, kind, content]: Cell): Spot {
  return { id: userSpot(id, part), kind, label: `${part.replace(':', ' ')} of user ${id}`, of, content };
}

/** What neither lists nor searches reach is there all the same. */
function elsewhere(user: User, of: Person): Spot {
  const spot = spotOf(user, of, ['elsewhere', 'person.history', { form: 'hidden' }]);
  return { ...spot, label: `mentions of user ${user.id} where no search reaches` };
}

function accessSpots(user: User, of: Person, sessions: number | undefined): readonly Spot[] {
  const open = user.active && !user.suspended;
  return [
    spotOf(user, of, ['signin', 'person.access', { form: 'access', open }]),
    ...(sessions === undefined
      ? []
      : [spotOf(user, of, ['sessions', 'person.access', { form: 'access', open: sessions > 0 }])]),
  ];
}

function textSpots(user: User, of: Person): readonly Spot[] {
  const field = (part: string, text: Personal): Cell => [part, 'person.field', { form: 'plain', text }];
  const cells: readonly Cell[] = [
    ['phone', 'person.phone', { form: 'plain', text: user.phone }],
    field('alias', user.alias),
    field('notes', user.notes),
    field('details', user.details),
    field('signature', user.signature),
    field('external', user.external_id),
    ...user.user_fields.map(({ key, value }) => field(`userfield:${key}`, value)),
    ['tags', 'person.field', { form: 'list', items: user.tags }],
  ];
  const name: Cell = ['name', 'person.name', { form: 'plain', text: user.name }];
  return [...cells.filter(([, , content]) => holdsSomething(content)), name].map((cell) => spotOf(user, of, cell));
}

function holdsSomething(content: Content): boolean {
  if (content.form === 'list') return content.items.length > 0;
  return content.form === 'plain' && !content.text.isBlank;
}

function identitySpot({ id, user_id, type, value }: Identity, of: Person): Spot {
  const label = `${type} identity ${id} of user ${user_id}`;
  return {
    id: userSpot(user_id, `identity:${id}`),
    kind: kindOf(type),
    label,
    of,
    content: { form: 'plain', text: value },
  };
}

function kindOf(type: string): SpotKind {
  if (type === 'email' || type === 'agent_forwarding') return 'person.email';
  return phoneTypes.has(type) ? 'person.phone' : 'person.login';
}
