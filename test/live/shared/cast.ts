import { randomFrom } from './random.ts';
import type { Random } from './random.ts';

/** An invented person with an account. */
export interface Character {
  readonly firstName: string;
  readonly lastName: string;
  readonly login: string;
  readonly password: string;
  readonly address: string;
}

/** The one who is to be forgotten, and every way the world writes her. */
export interface Target extends Character {
  readonly secondAddress: string;
  readonly thirdAddress: string;
  /** Nine digits without the country. */
  readonly phone: string;
  readonly mobile: string;
  readonly spellings: readonly string[];
  readonly phoneSpellings: readonly string[];
}

/** Who lives in the world. */
export interface Cast {
  readonly target: Target;
  readonly agent: Character;
  readonly secondAgent: Character;
  readonly colleague: Character;
  /** Shares the given name, and her address ends in the target's local part. */
  readonly namesake: Character;
  /** A mailbox several people write from. */
  readonly desk: Character;
}

/** A text without its accents: `Quöřa` becomes `Quora`. */
export function plain(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '');
}

/** How people write a phone number of nine digits. */
export function phoneSpellings(digits: string): readonly string[] {
  const [a, b, c] = [digits.slice(0, 3), digits.slice(3, 6), digits.slice(6)];
  return [`+420 ${a} ${b} ${c}`, `00420-${a}-${b}-${c}`, `(${a}) ${b}.${c}`, digits];
}

/** Everybody, from a seed. */
export function castFrom(seed: number): Cast {
  const random = randomFrom(seed);
  const target = targetFrom(random);
  return {
    target,
    agent: character(random, 'Bertold', 'Agentský'),
    secondAgent: character(random, 'Wiebke', 'Torfmoor'),
    colleague: character(random, 'Anouk', 'Delavigne'),
    namesake: { ...character(random, target.firstName, 'Blankytná'), address: `x${target.address}` },
    desk: { ...character(random, 'Front', 'Desk'), address: 'front.desk@shared.test' },
  };
}

function targetFrom(random: Random): Target {
  const firstName = random.pick(['Žofrieda', 'Šárielle', 'Růženka']);
  const lastName =
    random.pick(['Quör', 'Quří', 'Xöl']) + random.pick(['nhál', 'mžíl', 'ndřáč']) + random.pick(['mová', 'ková']);
  const mailName = plain(`${firstName}.${lastName}`).toLowerCase();
  const [phone, mobile] = [phoneFrom(random), phoneFrom(random)];
  return {
    ...{ firstName, lastName, phone, mobile },
    login: `${plain(lastName).toLowerCase()}${random.number(900)}`,
    password: `Pass-${random.number(1e9)}-word`,
    address: `${mailName}@customer.test`,
    secondAddress: `${plain(lastName).toLowerCase()}@private.test`,
    thirdAddress: `${mailName}+alerts@elsewhere.test`,
    spellings: spellingsOf(firstName, lastName),
    phoneSpellings: [...phoneSpellings(phone), ...phoneSpellings(mobile)],
  };
}

function spellingsOf(first: string, last: string): readonly string[] {
  return [`${first} ${last}`, `${last}, ${first}`, plain(`${first} ${last}`), `${first} ${last}`.toUpperCase()];
}

function phoneFrom(random: Random): string {
  return `7${String(10_000_000 + random.number(89_999_999))}`;
}

function character(random: Random, firstName: string, lastName: string): Character {
  const name = plain(`${firstName}.${lastName}`).toLowerCase();
  const password = `Pass-${random.number(1e9)}-word`;
  return { firstName, lastName, login: plain(lastName).toLowerCase(), password, address: `${name}@helpdesk.test` };
}
