import type { DeskFacts, StoredPerson, StoredTicket } from '../schema.ts';
import { fileTextOf } from '../store.ts';
import { bigPerson, bigTickets } from './big-person.ts';
import { openingOf } from './calendar.ts';
import { diceFrom } from './dice.ts';
import type { Dice } from './dice.ts';
import { populationFrom } from './people.ts';
import type { Population } from './people.ts';
import { sceneFor } from './scene.ts';
import { ticketFrom } from './ticket.ts';

/** How large a desk is. */
export interface WorldSize {
  /** At least the desk's own people, the cast and a mailbox per company: about 50. At most 5,000. */
  readonly people: number;
  readonly tickets: number;
  /** Somebody with at least so many spots, besides everybody else. */
  readonly bigPerson?: { readonly spots: number };
}

/** A file of a desk. */
export interface DeskFile {
  readonly name: string;
  readonly text: string;
}

/** The account the product is connected with. */
const SELF = 'p3';

/** Every file of a desk, as path and text. The same seed and size give the same files, byte for byte. */
export function* worldFiles(seed: string, size: WorldSize): Generator<DeskFile> {
  const people = populationFrom(seed, size.people, size.bigPerson === undefined ? [] : [bigPerson]);
  const cards = new Map(people.everybody.map((card) => [card.id, card]));
  for (const ticket of ticketsOf(seed, size, people)) {
    count(cards.get(ticket.openedBy), ticket);
    yield { name: `tickets/${ticket.id}.json`, text: fileTextOf(ticket) };
  }
  for (const card of cards.values()) yield { name: `people/${card.id}.json`, text: fileTextOf(card) };
  yield { name: 'desk.json', text: fileTextOf(factsOf(seed, size, people)) };
}

function* ticketsOf(seed: string, size: WorldSize, people: Population): Generator<StoredTicket> {
  for (let number = 1; number <= size.tickets; number += 1) {
    const dice = diceFrom(`${seed}/ticket/${String(number)}`);
    const opening = {
      number,
      at: openingOf(number - 1, size.tickets),
      channel: channelFrom(dice),
      turns: dice.below(6),
    };
    yield ticketFrom(sceneFor(number, people, dice), opening, dice);
  }
  const card = people.everybody.at(-1);
  if (size.bigPerson === undefined || card === undefined) return;
  yield* bigTickets(card, people, { seed, from: size.tickets + 1, spots: size.bigPerson.spots });
}

function channelFrom(dice: Dice): StoredTicket['channel'] {
  return dice.pick([
    'mail',
    'mail',
    'mail',
    'mail',
    'mail',
    'mail',
    'web',
    'web',
    'web',
    dice.chance(0.3) ? 'chat' : 'phone',
  ]);
}

function count(card: StoredPerson | undefined, { updatedAt }: StoredTicket): void {
  if (card === undefined) return;
  card.opened += 1;
  if (updatedAt > card.lastActivity) card.lastActivity = updatedAt;
}

function factsOf(seed: string, size: WorldSize, { everybody }: Population): DeskFacts {
  const last = everybody.at(-1);
  const big =
    size.bigPerson !== undefined && last !== undefined ? { bigPerson: last.id, bigSpots: size.bigPerson.spots } : {};
  return { format: 1, seed, people: size.people, tickets: size.tickets, self: SELF, ...big };
}
