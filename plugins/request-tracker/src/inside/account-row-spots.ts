import { Personal } from '@lethe/core';
import type { Ability, Person, Spot, SpotKind } from '@lethe/core';
import { rowSpotId } from '@lethe/inside';
import type { Column, Row } from '@lethe/inside';
import { wholeRow } from './abilities.ts';
import { abilityOf, spotIdIn } from './spots.ts';
import { meaningOf } from '../options.ts';
import type { RequestTrackerOptions } from '../options.ts';

/** The spots of a row that is part of an account. The organization is kept. */
export function accountRowSpots(row: Row, person: Person, options: RequestTrackerOptions): readonly Spot[] {
  switch (row.table) {
    case 'Users':
      return row.columns.flatMap((column) => userSpots(row, column, person));
    case 'Principals':
      return row.columns.map((column) => signInSpot(row, column, person));
    case 'AuthTokens':
      return [{ ...head(row, person, { kind: 'person.access', label: 'token' }), content: open }];
    case 'sessions':
      return [sessionSpot(person)];
    case 'Attributes':
      return attributeSpots(row, person);
    case 'ObjectCustomFieldValues':
      return fieldSpots(row, person, options);
    default:
      return textSpots(row, person, { kind: 'person.history', label: 'text in change' });
  }
}

const open = { form: 'access', open: true } as const;

interface Named {
  readonly kind: SpotKind;
  readonly label: string;
  /** Where it can do other than its kind. */
  readonly ability?: Ability;
}

function head(row: Row, person: Person, { kind, label }: Named): Pick<Spot, 'id' | 'kind' | 'label' | 'of'> {
  return { id: spotIdIn(row), kind, label: `${label} ${row.id} of user ${person.id}`, of: person };
}

function textSpot(row: Row, column: Column, { person, ...named }: Named & { readonly person: Person }): Spot {
  const { name, text = Personal.blank } = column;
  return {
    ...head(row, person, named),
    id: spotIdIn(row, name),
    content: { form: 'plain', text },
    ...abilityOf(column, named.ability),
  };
}

function textSpots(row: Row, person: Person, named: Named): readonly Spot[] {
  return row.columns.map((column) => textSpot(row, column, { person, ...named }));
}

/** Columns that let somebody sign in as long as there is something in them. */
export const secrets = ['Password', 'AuthToken'];

const columnKinds: Readonly<Record<string, SpotKind>> = {
  Name: 'person.login',
  RealName: 'person.name',
  EmailAddress: 'person.email',
};

function userSpots(row: Row, column: Column, person: Person): readonly Spot[] {
  const { name } = column;
  if (name === 'Organization') return [];
  if (secrets.includes(name))
    return [{ ...head(row, person, { kind: 'person.access', label: name }), id: spotIdIn(row, name), content: open }];
  const kind = columnKinds[name] ?? (name.endsWith('Phone') ? 'person.phone' : 'person.field');
  return [textSpot(row, column, { person, kind, label: name })];
}

function signInSpot(row: Row, { name, text = Personal.blank }: Column, person: Person): Spot {
  return {
    ...head(row, person, { kind: 'person.access', label: 'sign-in' }),
    id: spotIdIn(row, name),
    content: { form: 'access', open: !isDisabled(text) },
  };
}

const disabled = Personal.of('1');

/** Whether this is what RT writes for a disabled account. */
export function isDisabled(text: Personal): boolean {
  return text.equals(disabled);
}

/** All sessions of an account are one spot: their own ids would open them. */
function sessionSpot(person: Person): Spot {
  const id = rowSpotId({ table: 'Users', id: person.id }, undefined, 'Sessions');
  return { id, kind: 'person.access', label: `sessions of user ${person.id}`, of: person, content: open };
}

/** Preferences and saved searches go as a whole; where one of somebody else mentions the person, that is taken out. */
function attributeSpots(row: Row, person: Person): readonly Spot[] {
  const label = 'preference';
  if (!row.own || !row.mayRemove) return textSpots(row, person, { kind: 'person.field', label });
  const named: Named = { kind: 'person.field', label };
  return [{ ...head(row, person, named), content: { form: 'hidden' }, ability: wholeRow }];
}

function fieldSpots(row: Row, person: Person, options: RequestTrackerOptions): readonly Spot[] {
  const meaning = meaningOf(row.facts.name ?? '', options);
  if (meaning === 'company') return [];
  const label = `field ${row.links.field ?? ''}`;
  if (row.facts.disabled === 'true') return textSpots(row, person, { kind: 'person.history', label: `old ${label}` });
  return textSpots(row, person, { kind: meaning === 'phone' ? 'person.phone' : 'person.field', label });
}
