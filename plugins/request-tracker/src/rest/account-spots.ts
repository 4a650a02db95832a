import type { Ability, Person, Personal, Spot, SpotKind } from '@lethe/core';
import { elsewhereHidden } from './abilities.ts';
import { fieldSpot } from './fields.ts';
import { accountHistorySpots } from './history-spots.ts';
import { meaningOf } from '../options.ts';
import type { RequestTrackerOptions } from '../options.ts';
import { spotAt } from '../place.ts';
import { userTexts } from '../schema.ts';
import type { FieldDefinition, Transaction, User, UserText } from '../schema.ts';

/** What reading an account needs besides the account. */
export interface AccountReading {
  readonly person: Person;
  readonly options: RequestTrackerOptions;
  readonly fields: ReadonlyMap<string, FieldDefinition>;
  readonly history: readonly Transaction[];
}

/** Everything of an account. The organization stays; groups stay, as a disabled account gains nothing by them. */
export function accountSpots(user: User, reading: AccountReading): readonly Spot[] {
  const { person, history } = reading;
  const own = (part: string, kind: SpotKind, label: string): Pick<Spot, 'id' | 'kind' | 'label' | 'of'> => ({
    id: spotAt('user', user.id, part),
    kind,
    label: `${label} of user ${user.id}`,
    of: person,
  });
  const text = (part: string, kind: SpotKind, held: Personal): Spot => ({
    ...own(part, kind, part),
    content: { form: 'plain', text: held },
  });
  return [
    { ...own('access', 'person.access', 'sign-in'), content: { form: 'access', open: !user.Disabled } },
    ...accountHistorySpots(history, user.id, person),
    hidden(own('elsewhere', 'person.history', 'places the REST API does not show'), elsewhereHidden),
    ...userTexts.map((column) => text(column, kindOf(column), user[column])),
    ...customFieldSpots(user, reading),
    text('Name', 'person.login', user.Name),
    text('RealName', 'person.name', user.RealName),
    text('EmailAddress', 'person.email', user.EmailAddress),
  ];
}

function hidden(head: Pick<Spot, 'id' | 'kind' | 'label' | 'of'>, ability: Ability): Spot {
  return { ...head, content: { form: 'hidden' }, ability };
}

function kindOf(column: UserText): SpotKind {
  return column.endsWith('Phone') ? 'person.phone' : 'person.field';
}

function customFieldSpots(user: User, { person, options, fields }: AccountReading): readonly Spot[] {
  return user.CustomFields.flatMap((field): readonly Spot[] => {
    const meaning = meaningOf(field.name, options);
    if (meaning === 'company' || field.values.length === 0) return [];
    const { part, ...rest } = fieldSpot(field, fields.get(field.id), 'user');
    const kind = meaning === 'phone' ? 'person.phone' : 'person.field';
    const id = spotAt('user', user.id, `${part}:${field.id}`);
    return [{ id, kind, label: `field ${field.id} of user ${user.id}`, of: person, ...rest }];
  });
}
