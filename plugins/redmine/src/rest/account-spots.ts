import type { Person, Spot, SpotKind } from '@lethe/core';
import { Personal } from '@lethe/core';
import { elsewhereHidden, secondaryHidden } from './abilities.ts';
import { fieldSpot } from './fields.ts';
import type { Known } from './known.ts';
import { statuses } from '../account.ts';
import { fullName } from '../form.ts';
import { meaningOf } from '../options.ts';
import { spotAt } from '../place.ts';
import type { FieldValue, User } from '../schema.ts';

/** Everything of an account. The company stays; memberships and groups stay, as a locked account gains nothing by them. */
export function accountSpots(user: User, person: Person, known: Known): readonly Spot[] {
  const own = (part: string, kind: SpotKind, label: string): Pick<Spot, 'id' | 'kind' | 'label' | 'of'> => ({
    id: spotAt('user', user.id, part),
    kind,
    label: `${label} of user ${user.id}`,
    of: person,
  });
  return [
    {
      ...own('access', 'person.access', 'sign-in'),
      content: { form: 'access', open: user.status !== statuses.locked },
    },
    { ...own('lastlogin', 'person.history', 'last sign-in'), content: { form: 'plain', text: lastLoginOf(user) } },
    ...user.custom_fields.flatMap((field) => fieldSpots(user, field, { person, known })),
    { ...own('login', 'person.login', 'login'), content: { form: 'plain', text: user.login } },
    {
      ...own('name', 'person.name', 'name'),
      content: { form: 'plain', text: fullName(user.firstname, user.lastname) },
    },
    {
      ...own('elsewhere', 'person.history', 'places the REST API does not show'),
      content: { form: 'hidden' },
      ability: elsewhereHidden,
    },
    { ...own('others', 'person.email', 'additional addresses'), content: { form: 'hidden' }, ability: secondaryHidden },
    { ...own('mail', 'person.email', 'address'), content: { form: 'plain', text: user.mail } },
  ];
}

function lastLoginOf({ last_login_on }: User): Personal {
  return Personal.of(last_login_on?.toISOString());
}

function fieldSpots(
  user: User,
  field: FieldValue,
  { person, known }: { readonly person: Person; readonly known: Known },
): readonly Spot[] {
  const meaning = meaningOf(field.name, known.options);
  const spot = fieldSpot(field, known.fields.get(field.id), 'user');
  if (meaning === 'company' || spot === undefined) return [];
  const { part, ...rest } = spot;
  const kind = meaning === 'phone' ? 'person.phone' : 'person.field';
  return [
    {
      id: spotAt('user', user.id, `${part}:${field.id}`),
      kind,
      label: `field ${field.id} of user ${user.id}`,
      of: person,
      ...rest,
    },
  ];
}
