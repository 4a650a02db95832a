import type { StoredPerson } from '../schema.ts';
import { companyAt, roomFrom } from './card.ts';
import { stranger } from './cast.ts';
import type { Language } from './companies.ts';
import { itemAt } from './dice.ts';
import type { Dice } from './dice.ts';
import type { Population } from './people.ts';
import { writtenPhone } from './phone-numbers.ts';
import { texts } from './texts/index.ts';
import type { Slots, Texts, Topic } from './topic.ts';
import type { Writer } from './thread.ts';

/** Who is in a ticket, and what it is about. */
export interface Scene {
  readonly requester: Writer;
  readonly agent: Writer;
  /** Somebody the ticket mentions, or who is put in copy. */
  readonly other: Writer;
  /** Of the same company as the requester, if there is anybody. */
  readonly colleague: Writer;
  readonly texts: Texts;
  readonly topic: Topic;
  /** Which of the topic's cases it is. */
  readonly part: number;
  readonly slots: Slots;
}

const CAST_EVERY = 7;

/** The scene of a ticket; every seventh is requested by one of the cast, so that they have some to show. */
export function sceneFor(ticket: number, people: Population, dice: Dice): Scene {
  return sceneOf(requesterOf(ticket, people, dice), people, dice);
}

/** A scene with a certain requester. */
export function sceneOf(card: StoredPerson, people: Population, dice: Dice): Scene {
  const requester = writerFrom(card, dice);
  const agent = agentFrom(someElse(people.agents, card, dice), dice);
  const other = writerFrom(someElse(dice.chance(0.35) ? people.cast : people.writers, card, dice), dice);
  const colleagues = people.writersAt(card.company);
  const colleague = colleagues.length < 2 ? other : writerFrom(someElse(colleagues, card, dice), dice);
  const text = texts[languageOf(card)];
  const topic = dice.pick(text.topics);
  const part = dice.below(topic.openings.length);
  return {
    requester,
    agent,
    other,
    colleague,
    texts: text,
    topic,
    part,
    slots: slotsFor({ requester, agent, other }, card, dice),
  };
}

/** One of the list who is not the same person; the list must hold two at least. */
function someElse(list: readonly StoredPerson[], { id }: StoredPerson, dice: Dice): StoredPerson {
  const at = dice.below(list.length);
  const one = itemAt(list, at);
  return one.id === id ? itemAt(list, at + 1) : one;
}

function requesterOf(ticket: number, { cast, writers, agents }: Population, dice: Dice): StoredPerson {
  if (ticket % CAST_EVERY === 0) return dice.chance(0.05) ? (cast[0] ?? dice.pick(cast)) : dice.pick(cast);
  return dice.chance(0.03) ? dice.pick(agents) : dice.pick(writers);
}

function languageOf({ addresses }: StoredPerson): Language {
  return companyAt(addresses[0]?.text.split('@')[1] ?? '').language;
}

/** Agents write for the desk, and have one address only. */
function agentFrom(card: StoredPerson, dice: Dice): Writer {
  return { ...writerFrom(card, dice), address: card.addresses[0]?.text ?? '', isAgent: true };
}

/** People write from any of their addresses, in any case, and with a tag now and then. */
function writerFrom(card: StoredPerson, dice: Dice): Writer {
  const addresses = card.addresses.map(({ text }) => text);
  const address =
    addresses.length === 0 ? stranger.address : dice.chance(0.8) ? (addresses[0] ?? '') : dice.pick(addresses);
  return {
    id: card.id,
    name: dice.chance(0.05) ? card.name.normalize('NFD') : card.name,
    address: written(address, dice),
    phone: writtenPhone(card.phones[0]?.text ?? '', dice),
    company: card.company ?? '',
    isAgent: false,
  };
}

function written(address: string, dice: Dice): string {
  if (dice.chance(0.04)) return address.replace('@', '+desk@');
  return dice.chance(0.05) ? address.replace(/^[a-z]/, (letter) => letter.toUpperCase()) : address;
}

function slotsFor(
  { requester, agent, other }: Pick<Scene, 'requester' | 'agent' | 'other'>,
  card: StoredPerson,
  dice: Dice,
): Slots {
  const { language, city } = companyAt(card.addresses[0]?.text.split('@')[1] ?? '');
  return {
    given: requester.name.split(' ')[0] ?? '',
    name: requester.name,
    address: requester.address,
    phone: requester.phone,
    company: requester.company,
    city,
    agent: agent.name.split(' ')[0] ?? '',
    other: other.name,
    otherAddress: other.address,
    otherPhone: other.phone,
    room: roomFrom(dice),
    order: String(20_000 + dice.below(60_000)),
    device: dice.pick(texts[language].phrases.devices),
  };
}
