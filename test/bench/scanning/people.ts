import type { PlainIdentifiers } from '@lethe/core';
import { type Locale, locales } from './locales.ts';
import type { Seeded } from './seeded.ts';

/** Somebody invented, with one identifier of each kind. */
export interface Invented {
  readonly given: string;
  readonly family: string;
  readonly address: string;
  readonly login: string;
  readonly id: string;
  readonly phone: string;
  readonly locale: Locale;
}

/** So many people, no two alike. */
export function inventPeople(count: number, seeded: Seeded): readonly Invented[] {
  const known = new Set<string>();
  const people: Invented[] = [];
  while (people.length < count) {
    const person = invent(seeded, people.length);
    const name = `${person.given} ${person.family}`;
    if (known.has(name) && known.size < people.length + 2000) continue;
    known.add(name);
    people.push(person);
  }
  return people;
}

function invent(seeded: Seeded, number: number): Invented {
  const locale = seeded.of(locales);
  const given = seeded.of(locale.given);
  const simple = `${seeded.of(locale.begins)}${seeded.of(locale.ends)}`;
  const family = seeded.chance(0.25) ? `${simple}-${seeded.of(locale.begins)}${seeded.of(locale.ends)}` : simple;
  const latin = (text: string): string =>
    text
      .normalize('NFD')
      .replace(/[^A-Za-z]/g, '')
      .toLowerCase() || `p${number}`;
  const login = `${latin(given).slice(0, 1)}${latin(family).slice(0, 8)}${number}`;
  return {
    given,
    family,
    address: `${latin(given)}.${latin(family)}${seeded.chance(0.5) ? '' : number}@${seeded.of(['mail', 'post', 'box'])}${seeded.below(900)}.test`,
    login,
    id: `${100_000_000_000 + number * 7919}`,
    phone: `${locale.phone}${String(100 + (number % 900))}${String(10 + seeded.below(90))}`,
    locale,
  };
}

/** What is known of somebody, as a host files it. */
export function identifiersOf({ given, family, address, login, id, phone }: Invented): PlainIdentifiers {
  return { names: [`${given} ${family}`], addresses: [address], logins: [login], externalIds: [id], phones: [phone] };
}

/** The same as literals for programs that know nothing of forms: the name both ways round, and the rest as filed. */
export function literalsOf({ given, family, address, login, id, phone }: Invented): readonly string[] {
  return [`${given} ${family}`, `${family}, ${given}`, address, login, id, phone];
}
