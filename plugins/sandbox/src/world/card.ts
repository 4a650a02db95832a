import type { StoredPerson } from '../schema.ts';
import type { Sketch } from './cast.ts';
import { companies, desk } from './companies.ts';
import type { Company } from './companies.ts';
import type { Dice } from './dice.ts';
import { addressName } from './names.ts';
import type { PhoneBook } from './phone-numbers.ts';
import { beginning } from './calendar.ts';

/** What a card is drawn up with. */
export interface Drawing {
  /** 1 for the first account. */
  readonly number: number;
  readonly dice: Dice;
  readonly phones: PhoneBook;
}

/** The company of a domain; the desk's own where it is not a customer's. */
export function companyAt(domain: string): Company {
  return companies.find((company) => company.domain === domain) ?? desk;
}

/** A person's card, filled from what is special about the account and from chance. */
export function cardFrom(sketch: Sketch, drawing: Drawing): StoredPerson {
  const { number, dice } = drawing;
  const address = sketch.address ?? `${addressName(sketch.name, 'two letters')}@${sketch.at ?? 'elsewhere.test'}`;
  const id = `p${String(number)}`;
  const bare = sketch.bare === true;
  return {
    id,
    name: sketch.name,
    kind: sketch.kind ?? 'end-user',
    login: bare && address === '' ? `anonymized-${id}` : loginFor(sketch.name, number),
    ...(sketch.at === undefined ? {} : { company: companyAt(sketch.at).name }),
    ...(sketch.masteredBy === undefined ? {} : { masteredBy: sketch.masteredBy }),
    addresses: [address, ...(sketch.secondary ?? [])].map((text, index) => ({ id: `a${String(index + 1)}`, text })),
    phones: bare ? [] : phonesFor(sketch, drawing),
    number: bare ? '' : `C-${String(10_000 + number * 7)}`,
    ...(bare || !dice.chance(0.2) ? {} : { photo: photoOf(sketch) }),
    fields: bare ? [] : fieldsFor(sketch, dice),
    log: bare ? [] : logFor(sketch, dice),
    access: accessFor(sketch, dice),
    opened: 0,
    lastActivity: beginning.toISOString(),
    updatedAt: beginning.toISOString(),
  };
}

/** A small picture that names its person, as pictures do. */
function photoOf({ name }: Sketch): NonNullable<StoredPerson['photo']> {
  const initials = name
    .split(/\s+/)
    .map((word) => word.charAt(0))
    .join('')
    .slice(0, 3);
  const picture = `<svg xmlns="http://www.w3.org/2000/svg" width="64" height="64"><title>${name}</title><text x="8" y="40">${initials}</text></svg>\n`;
  return { name: `${addressName(name, 'two letters')}.svg`, bytes: Buffer.from(picture).toString('base64') };
}

function loginFor(name: string, number: number): string {
  const [first = '', ...rest] = addressName(name, 'one letter').split('.');
  return `${first.charAt(0)}${rest.at(-1) ?? first}${String(number)}`;
}

function phonesFor({ at }: Sketch, { dice, phones }: Drawing): StoredPerson['phones'] {
  const { language } = companyAt(at ?? '');
  const mobile = dice.chance(0.4) ? [{ id: 'n2', label: 'mobile', text: phones.next(language, 'mobile') }] : [];
  return [{ id: 'n1', label: 'work', text: phones.next(language, 'work') }, ...mobile].filter(
    ({ text }) => text !== '',
  );
}

function fieldsFor({ name }: Sketch, dice: Dice): StoredPerson['fields'] {
  const birthday = `19${String(60 + dice.below(40))}-${twoDigits(1 + dice.below(12))}-${twoDigits(1 + dice.below(28))}`;
  const plate = `${String.fromCharCode(65 + dice.below(26), 65 + dice.below(26))} ${String(100 + dice.below(900))}`;
  const remarks = [
    `${name} prefers to be called back in the morning.`,
    'Knows the machines well.',
    `Ask for ${name} at the reception.`,
    'Writes short mails.',
  ];
  return [
    { id: 'room', label: 'Room', text: roomFrom(dice) },
    { id: 'birthday', label: 'Birthday', text: dice.chance(0.6) ? birthday : '' },
    { id: 'plate', label: 'Car plate', text: dice.chance(0.3) ? plate : '' },
    { id: 'remarks', label: 'Remarks', text: dice.chance(0.5) ? dice.pick(remarks) : '' },
  ];
}

/** A room number. */
export function roomFrom(dice: Dice): string {
  return `${dice.pick(['A', 'B', 'C', 'N'])} ${String(1 + dice.below(6))}.${twoDigits(1 + dice.below(40))}`;
}

function logFor({ name, at, secondary }: Sketch, dice: Dice): StoredPerson['log'] {
  const by = 'p1';
  const stamp = new Date(beginning.getTime() + dice.below(200) * 86_400_000).toISOString();
  const [given = ''] = name.split(' ');
  const married = secondary !== undefined ? [{ at: stamp, by, about: 'name', old: `${given} Sundt` }] : [];
  if (!dice.chance(0.25)) return married;
  return [
    ...married,
    { at: stamp, by, about: 'address', old: `${addressName(given, 'one letter')}.old@${at ?? 'elsewhere.test'}` },
  ];
}

function accessFor({ locked, kind, bare }: Sketch, dice: Dice): StoredPerson['access'] {
  const isStaff = kind !== undefined;
  return [
    { id: 'signin', label: 'sign-in', open: locked !== true },
    { id: 'session', label: 'browser session', open: locked !== true && bare !== true && dice.chance(0.4) },
    ...(isStaff ? [{ id: 'group', label: `membership of ${dice.pick(groups)}`, open: true }] : []),
    ...(isStaff ? [] : [{ id: 'newsletter', label: 'newsletter', open: bare !== true && dice.chance(0.3) }]),
  ];
}

/** Groups of agents. */
export const groups: readonly string[] = ['First line', 'Network', 'Accounts', 'Billing', 'Field service'];

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
