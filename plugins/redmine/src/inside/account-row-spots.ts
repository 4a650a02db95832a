import { Personal } from '@lethe/core';
import type { Ability, Person, Spot, SpotKind } from '@lethe/core';
import type { Column, Row } from '@lethe/inside';
import { notOurs, optionalText, wholeRow } from './abilities.ts';
import { isLocked, keyContent, ownerColumn, spotIdIn, secrets } from './spot-cells.ts';
import { meaningOf } from '../options.ts';
import type { RedmineOptions } from '../options.ts';

type Head = Pick<Spot, 'id' | 'kind' | 'label' | 'of'>;

/** The spots of a row that is part of an account. */
export function accountRowSpots(row: Row, person: Person, options: RedmineOptions): readonly Spot[] {
  switch (row.table) {
    case 'users':
      return userSpots(row, person);
    case 'custom_values':
      return fieldSpots(row, person, options);
    case 'email_addresses':
      return textSpots(row, person, isFirst(row) ? firstAddress : otherAddress);
    case 'tokens':
      return [keySpot(row, person)];
    case 'queries':
      return [rowSpot(row, person, { kind: 'person.field', label: 'saved query' })];
    case 'imports':
      return [rowSpot(row, person, { kind: 'person.history', label: 'import' })];
    case 'user_preferences':
      return textSpots(row, person, { kind: 'person.field', label: 'time zone' });
    default:
      return textSpots(row, person, { kind: 'person.history', label: `text in ${row.table}`, ability: optionalText });
  }
}

const open = { form: 'access', open: true } as const;
const firstAddress: Named = { kind: 'person.email', label: 'address' };
const otherAddress: Named = { kind: 'person.email', label: 'additional address', ability: wholeRow };

function keySpot(row: Row, person: Person): Spot {
  const named: Named = { kind: 'person.access', label: `${row.facts.action ?? ''} key` };
  const status = Personal.of(person.active ? '1' : '3');
  return { ...head(row, { person, ...named }, ownerColumn(person.id)), content: keyContent(status) };
}

function isFirst({ facts }: Row): boolean {
  return facts.default === 'true';
}

interface Named {
  readonly kind: SpotKind;
  readonly label: string;
  /** Where it can do other than its kind. */
  readonly ability?: Ability;
}

function head(row: Row, { person, kind, label }: Named & { readonly person: Person }, column?: string): Head {
  return { id: spotIdIn(row, column), kind, label: `${label} ${row.id} of user ${person.id}`, of: person };
}

function rowSpot(row: Row, person: Person, named: Named): Spot {
  return { ...head(row, { person, ...named }), content: { form: 'hidden' }, ability: wholeRow };
}

function textSpots(row: Row, person: Person, named: Named): readonly Spot[] {
  return row.columns.map(({ name, text = Personal.blank, mayChange }) => {
    const ability = named.ability ?? (mayChange ? undefined : notOurs);
    return {
      ...head(row, { person, ...named }, ability === wholeRow ? undefined : name),
      content: { form: 'plain', text },
      ...(ability === undefined ? {} : { ability }),
    };
  });
}

function fieldSpots(row: Row, person: Person, options: RedmineOptions): readonly Spot[] {
  const meaning = meaningOf(row.facts.name ?? '', options);
  if (meaning === 'company') return [];
  const kind = meaning === 'phone' ? 'person.phone' : 'person.field';
  return textSpots(row, person, { kind, label: `field ${row.links.field ?? ''}` });
}

const history = ['last_login_on', 'passwd_changed_on'];

/** An account's own row. Its two names are one spot; what is needed to sign in closes with it. */
function userSpots(row: Row, person: Person): readonly Spot[] {
  const hasName = row.columns.some(({ name }) => name === 'firstname' || name === 'lastname');
  const name: Spot = {
    ...head(row, { person, kind: 'person.name', label: 'name' }, 'name'),
    content: { form: 'plain', text: person.name },
  };
  return [...row.columns.flatMap((column) => userColumnSpots(row, column, person)), ...(hasName ? [name] : [])];
}

function userColumnSpots(row: Row, { name, text = Personal.blank }: Column, person: Person): readonly Spot[] {
  const of = (kind: SpotKind, label: string): Head => head(row, { person, kind, label }, name);
  if (name === 'login') return [{ ...of('person.login', 'login'), content: { form: 'plain', text } }];
  if (name === 'status') {
    return [{ ...of('person.access', 'sign-in'), content: { form: 'access', open: !isLocked(text) } }];
  }
  if (secrets.includes(name)) return [{ ...of('person.access', name), content: open }];
  return history.includes(name) ? [{ ...of('person.history', name), content: { form: 'plain', text } }] : [];
}
