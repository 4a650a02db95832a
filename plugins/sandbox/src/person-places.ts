import { asList, asText } from './place.ts';
import type { Place } from './place.ts';
import { removableOnly } from './profile.ts';
import type { StoredPerson } from './schema.ts';

/** Every place of a person's card. */
export function placesOfPerson(card: StoredPerson): readonly Place[] {
  const where = `of ${card.id}`;
  return [
    ...card.access.map((access) => accessPlace(access, where)),
    logPlace(card, where),
    ...(card.photo === undefined ? [] : [photoPlace(card, card.photo, where)]),
    ...card.phones.map((phone) => phonePlace(phone, where)),
    ...card.fields.map((field) => fieldPlace(field, where)),
    ownPlace(card, 'number', { kind: 'person.field', label: `customer number ${where}` }),
    ownPlace(card, 'login', { kind: 'person.login', label: `login ${where}` }),
    ownPlace(card, 'name', { kind: 'person.name', label: `name ${where}` }),
    ...card.addresses.map((address, index) => addressPlace(card, address, index === 0)),
  ];
}

function ownPlace(card: StoredPerson, key: 'number' | 'login' | 'name', named: Pick<Place, 'kind' | 'label'>): Place {
  return {
    ...named,
    key,
    read: () => ({ form: 'plain', text: card[key] }),
    put: (value) => {
      card[key] = asText(value);
    },
  };
}

function accessPlace(access: StoredPerson['access'][number], where: string): Place {
  return {
    key: `access:${access.id}`,
    kind: 'person.access',
    label: `${access.label} ${where}`,
    read: () => ({ form: 'access', open: access.open }),
    drop: () => {
      access.open = false;
    },
  };
}

/** Old values that colleagues left on the card; its entries stay, their texts go. */
function logPlace(card: StoredPerson, where: string): Place {
  return {
    key: 'log',
    kind: 'person.history',
    label: `change log ${where}`,
    read: () => ({ form: 'list', items: [...new Set(card.log.map(({ old }) => old))].filter((old) => old !== '') }),
    put: (value) => {
      const left = asList(value);
      for (const entry of card.log) if (!left.includes(entry.old)) entry.old = '';
    },
  };
}

function photoPlace(card: StoredPerson, { name }: NonNullable<StoredPerson['photo']>, where: string): Place {
  return {
    key: 'photo',
    kind: 'person.photo',
    label: `photo ${where}`,
    read: () => ({ form: 'file', name, description: '' }),
    drop: () => {
      delete card.photo;
    },
  };
}

function phonePlace(phone: StoredPerson['phones'][number], where: string): Place {
  return {
    key: `phone:${phone.id}`,
    kind: 'person.phone',
    label: `${phone.label} phone ${where}`,
    read: () => ({ form: 'plain', text: phone.text }),
    put: (value) => {
      phone.text = asText(value);
    },
  };
}

/** A reference to another account shows its number: the name is on the card of that one. */
function fieldPlace(field: StoredPerson['fields'][number], where: string): Place {
  const { person } = field;
  return {
    key: `field:${field.id}`,
    kind: 'person.field',
    label: `field "${field.label}" ${where}`,
    ...(person === undefined ? {} : { holder: person }),
    read: () => ({ form: 'plain', text: field.person ?? field.text }),
    put: (value) => {
      field.text = asText(value);
      delete field.person;
    },
  };
}

function addressPlace(card: StoredPerson, address: StoredPerson['addresses'][number], isPrimary: boolean): Place {
  const place: Place = {
    key: `address:${address.id}`,
    kind: 'person.email',
    label: `${isPrimary ? '' : 'secondary '}address of ${card.id}`,
    read: () => ({ form: 'plain', text: address.text }),
  };
  if (!isPrimary) return { ...place, ability: removableOnly, drop: () => dropAddress(card, address) };
  return {
    ...place,
    put: (value) => {
      address.text = asText(value);
    },
  };
}

function dropAddress(card: StoredPerson, { id }: StoredPerson['addresses'][number]): void {
  card.addresses = card.addresses.filter((address) => address.id !== id);
}
