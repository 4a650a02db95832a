import type { StoredTicket } from '../schema.ts';
import { attachmentBy } from './attachments.ts';
import { archivedBefore, ending } from './calendar.ts';
import { groups } from './card.ts';
import { itemAt } from './dice.ts';
import type { Dice } from './dice.ts';
import type { Scene } from './scene.ts';
import { said, talk } from './talk.ts';
import { Thread } from './thread.ts';
import { filled } from './topic.ts';

/** How a ticket begins. */
export interface Opening {
  readonly number: number;
  readonly at: Date;
  readonly channel: StoredTicket['channel'];
  /** How many turns the talk takes after the first message. */
  readonly turns: number;
}

const YOUNG_MS = 40 * 86_400_000;

/** A ticket from its first message to its last. */
export function ticketFrom(scene: Scene, opening: Opening, dice: Dice): StoredTicket {
  const { channel, number, turns, at } = opening;
  const title = filled(itemAt(scene.topic.titles, scene.part), scene.slots);
  const thread = new Thread(at, { subject: title, phrases: scene.texts.phrases, dice });
  talk({ thread, scene, channel, dice }, String(number), turns);
  const { messages, outbox } = thread;
  const first = messages.find(({ opensTicket }) => opensTicket);
  const described = { form: first?.form ?? 'plain', description: first?.body ?? said(scene.topic.openings, scene) };
  const fields = fieldsFor(scene, dice);
  return {
    id: `t${String(number)}`,
    title,
    ...described,
    ...stateFor(opening, dice),
    ...headFor(scene, opening, dice),
    updatedAt: thread.now.toISOString(),
    fields,
    log: logFor(scene, { title, fields, at }, dice),
    attachments: channel === 'web' && dice.chance(0.15) ? [attachmentBy(scene.requester.name, 'f1', dice)] : [],
    messages,
    outbox,
  };
}

function stateFor({ at }: Opening, dice: Dice): Pick<StoredTicket, 'status' | 'archived'> {
  const isYoung = ending.getTime() - at.getTime() < YOUNG_MS;
  const status = isYoung
    ? dice.pick(['new', 'open', 'waiting', 'solved'] as const)
    : dice.pick(['solved', 'closed', 'closed', 'closed'] as const);
  return { status, archived: at < archivedBefore };
}

type Head = Pick<
  StoredTicket,
  'category' | 'company' | 'channel' | 'group' | 'openedBy' | 'requester' | 'assignee' | 'openedAt' | 'followers'
>;

function headFor({ requester, agent, topic }: Scene, { at, channel }: Opening, dice: Dice): Head {
  return {
    category: topic.category,
    company: requester.company,
    channel,
    group: dice.pick(groups),
    openedBy: channel === 'phone' ? agent.id : requester.id,
    requester: requester.id,
    assignee: agent.id,
    openedAt: at.toISOString(),
    followers: [...(dice.chance(0.15) ? [agent.id] : []), ...(dice.chance(0.12) ? [requester.id] : [])],
  };
}

function fieldsFor({ requester, other, slots }: Scene, dice: Dice): StoredTicket['fields'] {
  return [
    { id: 'callback', label: 'Call back', text: dice.chance(0.25) ? requester.phone : '' },
    { id: 'contact', label: 'Contact on site', text: dice.chance(0.15) ? dice.pick([requester.name, other.name]) : '' },
    { id: 'place', label: 'Place', text: dice.chance(0.4) ? (slots.room ?? '') : '' },
  ];
}

/** The change log remembers every title and field value from the beginning. */
function logFor(
  { requester, agent }: Scene,
  { title, fields, at }: Pick<StoredTicket, 'title' | 'fields'> & { readonly at: Date },
  dice: Dice,
): StoredTicket['log'] {
  const earlier = dice.chance(0.2) ? [dice.pick([`Fwd: ${title}`, `${requester.name}: ${title}`, 'No subject'])] : [];
  const titles = [...earlier, title].map((text, index, all) => ({
    about: 'title' as const,
    old: all[index - 1] ?? '',
    new: text,
  }));
  const filledFields = fields
    .filter(({ text }) => text !== '')
    .map(({ text }) => ({ about: 'field' as const, old: '', new: text }));
  return [...titles, ...filledFields].map((entry) => ({ at: at.toISOString(), by: agent.id, ...entry }));
}
