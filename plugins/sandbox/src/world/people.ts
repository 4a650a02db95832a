import type { StoredPerson } from '../schema.ts';
import { cast, leaders } from './cast.ts';
import type { Sketch } from './cast.ts';
import { cardFrom } from './card.ts';
import { companies } from './companies.ts';
import { diceFrom, itemAt, shuffled } from './dice.ts';
import { familyNames, givenNames } from './names.ts';
import { PhoneBook } from './phone-numbers.ts';

/** Everybody on the desk, and who may be the one who writes. */
export interface Population {
  readonly everybody: readonly StoredPerson[];
  readonly agents: readonly StoredPerson[];
  readonly cast: readonly StoredPerson[];
  readonly writers: readonly StoredPerson[];
  /** Those of a company who may write. */
  readonly writersAt: (company: string | undefined) => readonly StoredPerson[];
}

const MOST = 5_000;
const AGENTS_PER_PERSON = 1 / 20;

/**
 * As many people as asked for, at least the desk's own, the cast and a shared mailbox per company; `extra` come last.
 * Throws `RangeError` above 5,000.
 */
export function populationFrom(seed: string, size: number, extra: readonly Sketch[] = []): Population {
  if (size > MOST) throw new RangeError(`A sandbox has room for ${String(MOST)} people: ask for fewer.`);
  const sketches = [...sketchesFor(seed, size), ...extra];
  const phones = new PhoneBook();
  const cards = sketches.map((sketch, index) =>
    cardFrom(sketch, { number: index + 1, dice: diceFrom(`${seed}/person/${String(index)}`), phones }),
  );
  for (const [index, card] of cards.entries()) addDeputy(card, cards, diceFrom(`${seed}/deputy/${String(index)}`));
  const withSketch = cards.map((card, index) => ({ card, sketch: itemAt(sketches, index) }));
  const writing = withSketch.filter(({ sketch }) => sketch.silent !== true);
  const writers = writing.filter(({ card }) => card.kind === 'end-user').map(({ card }) => card);
  const byCompany = new Map(cards.map(({ company }) => [company, writers.filter((card) => card.company === company)]));
  return {
    everybody: cards,
    agents: writing.filter(({ card }) => card.kind === 'agent').map(({ card }) => card),
    cast: writing.filter(({ sketch }) => cast.includes(sketch)).map(({ card }) => card),
    writers,
    writersAt: (company) => byCompany.get(company) ?? [],
  };
}

function sketchesFor(seed: string, size: number): readonly Sketch[] {
  const mailboxes = companies.map(({ name, domain }): Sketch => ({
    name: `${name}, reception`,
    at: domain,
    address: `info@${domain}`,
    bare: true,
  }));
  const agents = Math.max(3, Math.round(size * AGENTS_PER_PERSON));
  const others = Math.max(10, size - leaders.length - cast.length - mailboxes.length - agents);
  const names = freshNames(seed, agents + others);
  const staff = names.slice(0, agents).map((name): Sketch => ({ name, at: 'desk.test', kind: 'agent' }));
  const dice = diceFrom(`${seed}/companies`);
  const rest = names
    .slice(agents)
    .map((name): Sketch => ({ name, at: dice.pick(companies).domain, locked: dice.chance(0.05) }));
  return [...leaders, ...staff, ...cast, ...mailboxes, ...rest];
}

/** Names nobody else has: each pair of a given and a family name at most once. */
function freshNames(seed: string, count: number): readonly string[] {
  const given = shuffled(givenNames, diceFrom(`${seed}/given`));
  const family = shuffled(familyNames, diceFrom(`${seed}/family`));
  return Array.from({ length: count }, (_, index) => {
    const round = Math.floor(index / family.length);
    return `${itemAt(given, index + round * 7)} ${itemAt(family, index)}`;
  });
}

function addDeputy(card: StoredPerson, cards: readonly StoredPerson[], dice: ReturnType<typeof diceFrom>): void {
  const colleagues = cards.filter(
    ({ id, company, kind }) =>
      id !== card.id && kind === 'end-user' && company === card.company && company !== undefined,
  );
  if (colleagues.length === 0 || card.kind !== 'end-user' || !dice.chance(0.2)) return;
  card.fields.push({ id: 'deputy', label: 'Deputy', text: '', person: dice.pick(colleagues).id });
}
