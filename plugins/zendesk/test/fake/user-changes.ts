import { checkKnown, forbidden, invalid, isObject, notFound } from './answer.ts';
import { indexUser } from './changing.ts';
import type { Identity, User } from './records.ts';
import { mayEditPeople } from './rights.ts';
import type { Zendesk } from './zendesk.ts';

interface Wanted {
  readonly changes: Readonly<Record<string, unknown>>;
  readonly by: User;
}

const beyond = [
  ...[
    'role',
    'custom_role_id',
    'organization_id',
    'organization',
    'default_group_id',
    'locale',
    'locale_id',
    'time_zone',
  ],
  ...['ticket_restriction', 'only_private_comments', 'moderator', 'verified', 'identities', 'password', 'active'],
];
const texts = ['alias', 'details', 'notes', 'signature'] as const;

/** An address given here is added to the others. A blank name is refused. */
export function updateUser(zendesk: Zendesk, whom: User, { changes, by }: Wanted): User {
  if (!mayEditPeople(zendesk, by, whom)) throw forbidden();
  if (!whom.active) throw notFound();
  checkKnown(changes, beyond);
  checkUser(zendesk, whom, { changes, by });
  const given = texts.filter((key) => changes[key] === null || typeof changes[key] === 'string');
  zendesk.users.update(whom.id, {
    ...Object.fromEntries(given.map((key) => [key, changes[key] ?? ''])),
    ...(typeof changes.name === 'string' ? { name: changes.name } : {}),
    ...('phone' in changes ? { phone: changes.phone === '' ? null : (asText(changes.phone) ?? null) } : {}),
    ...('external_id' in changes ? { external_id: asText(changes.external_id) ?? null } : {}),
    ...('shared_phone_number' in changes ? { shared_phone_number: changes.shared_phone_number === true || null } : {}),
    ...(Array.isArray(changes.tags) ? { tags: changes.tags.map(String) } : {}),
    ...(typeof changes.suspended === 'boolean' ? { suspended: changes.suspended } : {}),
    ...(isObject(changes.user_fields) ? { user_fields: fieldsOf(zendesk, whom, changes.user_fields) } : {}),
    ...(losesPhoto(zendesk, changes) ? { photo: null } : {}),
    updated_at: zendesk.now(),
  });
  if (typeof changes.email === 'string') addAddress(zendesk, whom, changes.email);
  indexUser(zendesk, whom.id);
  return zendesk.users.get(whom.id);
}

function checkUser(zendesk: Zendesk, whom: User, { changes, by }: Wanted): void {
  if ('name' in changes && (asText(changes.name) ?? '').trim() === '')
    throw invalid({ name: 'Name: is too short (minimum is 1 characters)' });
  if (changes.suspended === true && (whom.id === by.id || whom.owner))
    throw invalid({ base: 'You cannot suspend this user' });
  const external = asText(changes.external_id);
  const taken = zendesk.users.where(({ id, external_id }) => id !== whom.id && external_id === external);
  if (external !== undefined && taken.length > 0) throw invalid({ external_id: 'External ID: has already been taken' });
  if (typeof changes.email === 'string') checkValue(zendesk, whom.id, { type: 'email', value: changes.email });
}

function fieldsOf(
  zendesk: Zendesk,
  whom: User,
  given: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const known = zendesk.userFields.all().map(({ key }) => key);
  const entries = Object.entries(given).filter(([key]) => known.includes(key));
  return {
    ...whom.user_fields,
    ...Object.fromEntries(entries.map(([key, value]) => [key, value === '' ? null : value])),
  };
}

function losesPhoto({ account }: Zendesk, changes: Readonly<Record<string, unknown>>): boolean {
  return account.clearsPhoto.some((key) => key in changes && (changes[key] === null || changes[key] === ''));
}

function addAddress(zendesk: Zendesk, whom: User, value: string): void {
  const known = zendesk.identitiesOf(whom.id).filter(({ type }) => type === 'email');
  if (known.some((one) => one.value.toLowerCase() === value.toLowerCase())) return;
  const at = zendesk.now();
  const plain = { user_id: whom.id, type: 'email', value, created_at: at, updated_at: at } as const;
  zendesk.identities.put({ ...plain, id: zendesk.identities.nextId(), verified: false, primary: known.length === 0 });
}

/** Refuses what is no address and what somebody else has. */
export function checkValue(zendesk: Zendesk, user: number, { type, value }: Pick<Identity, 'type' | 'value'>): void {
  if (type === 'email' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value))
    throw invalid({ value: 'Email: is not properly formatted' });
  const taken = zendesk.identities.where(
    (one) => one.type === type && one.value.toLowerCase() === value.toLowerCase() && one.user_id !== user,
  );
  if (taken.length > 0) throw invalid({ email: 'Value: is already being used by another user' });
}

function asText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
