import type { SpotKind } from '../../host.ts';
import type { Secret, WorldPerson } from './world.ts';

/** Whose data goes: two addresses, two phones, letters that have two spellings, and a past. */
export const target: WorldPerson = {
  key: 'target',
  kind: 'end-user',
  name: 'Zoë Ångström',
  login: 'zangstrom42',
  addresses: ['zoe.angstrom@quill.test', 'z.angstrom@home.test'],
  phones: ['+44 20 7946 0958', '+44 7700 900123'],
  company: 'Quill Stationery Ltd',
  active: true,
  fields: { 'Customer number': 'KD-5580-1477', Remark: 'prefers to be called before noon, thimble-remark' },
  history: [
    { about: 'person.phone', old: '+44 1632 960983' },
    { about: 'person.email', old: 'zoe.old.name@quill.test' },
    { about: 'person.name', old: 'Zoë Maidenname' },
  ],
  photo: 'zoe-at-the-beach.jpg',
};

/** Ida, an end user who has nothing to do with it. */
export const ida: WorldPerson = {
  ...nobody('ida', 'Ida Falk'),
  addresses: ['ida.falk@falk.test'],
  phones: ['+44 113 496 0077'],
  fields: { 'Customer number': 'KD-1000-2000' },
  history: [{ about: 'person.phone', old: '+44 113 496 0078' }],
  photo: 'ida.png',
};

/** Mailbox of a front desk, where several people write from; its sheet names the target. */
export const desk: WorldPerson = {
  ...nobody('desk', 'Front Desk'),
  addresses: ['reception@quill.test'],
  fields: { Remark: `For parcels ask ${target.name}, thimble-parcels.` },
};

/** The agent who answers tickets. */
export const agent: WorldPerson = {
  ...nobody('agent', 'Bo Lund'),
  kind: 'agent',
  addresses: ['bo.lund@helpdesk.test'],
};

/** Another administrator, so that nobody is the last one. */
export const administrator: WorldPerson = {
  ...nobody('administrator', 'Cleo Marsh'),
  kind: 'administrator',
  addresses: ['cleo.marsh@helpdesk.test'],
};

/** Has the target's full name and nothing else in common with her. */
export const namesake: WorldPerson = {
  ...nobody('namesake', target.name),
  login: 'other.zoe',
  addresses: ['zoe@elsewhere.test'],
};

/** Has an address that ends in the target's. */
export const longer: WorldPerson = {
  ...nobody('longer', 'Mo Azoe'),
  addresses: ['azoe.angstrom@quill.test'],
};

/** People who look like the target: texts they share with her are no secrets. */
export const lookalikes: readonly WorldPerson[] = [namesake, longer];

/** What the target's own sheet gives away. */
export function secretsOf(person: WorldPerson): readonly Secret[] {
  const texts = (label: string, kind: SpotKind, some: readonly string[]): readonly Secret[] =>
    some.map((text, at) => ({ label: `${label} ${at + 1}`, text, in: [kind] }));
  return [
    ...texts('name', 'person.name', [person.name]),
    ...texts('login', 'person.login', [person.login]),
    ...texts('address', 'person.email', person.addresses),
    ...texts('phone', 'person.phone', person.phones),
    ...texts('field', 'person.field', Object.values(person.fields)),
    ...texts('photo', 'person.photo', person.photo === undefined ? [] : [person.photo]),
    ...texts(
      'history',
      'person.history',
      person.history.map((change) => change.old),
    ),
  ];
}

function nobody(key: string, name: string): WorldPerson {
  return {
    key,
    kind: 'end-user',
    name,
    login: `${key}.login`,
    addresses: [],
    phones: [],
    company: 'Falk & Daughters',
    active: true,
    fields: {},
    history: [],
  };
}
