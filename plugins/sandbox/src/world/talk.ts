import type { StoredTicket } from '../schema.ts';
import { deskAddress } from '../notify.ts';
import { stranger } from './cast.ts';
import { itemAt } from './dice.ts';
import type { Dice } from './dice.ts';
import type { Scene } from './scene.ts';
import { agentNotice, autoReply, deliveryReport } from './system-mails.ts';
import type { Copies, Thread } from './thread.ts';
import { filled } from './topic.ts';

/** How people talk in a ticket. */
export interface Talk {
  readonly thread: Thread;
  readonly scene: Scene;
  readonly channel: StoredTicket['channel'];
  readonly dice: Dice;
}

/** The sentence of a list that belongs to the scene's case. */
export function said(lines: readonly string[], { part, slots }: Scene): string {
  return capital(filled(itemAt(lines, part), slots));
}

/** The whole talk: the first message, and as many turns as asked for, unless the customer is content before. */
export function talk(of: Talk, ticket: string, turns: number): void {
  const copies = copiesFor(of);
  begin(of, ticket, copies);
  for (let turn = 0; turn < turns; turn += 1) if (takeTurn(of, turn, copies) === 'content') return;
}

function begin({ thread, scene, channel, dice }: Talk, ticket: string, copies: Copies): void {
  const { requester, agent, topic, texts } = scene;
  const opening = said(topic.openings, scene);
  if (channel === 'chat') thread.line('chat', requester, opening);
  if (channel !== 'mail') return;
  const mail = thread.mail(requester, agent, { ...copies, paragraphs: [opening] });
  mail.opensTicket = true;
  if (dice.chance(0.18)) thread.attach(mail, requester);
  thread.system(requester, autoReply(texts.phrases, ticket, requester.address));
  if (dice.chance(0.4)) thread.system(agent, agentNotice(ticket, requester, dice));
}

/** The desk answers and the customer writes again, in turns. */
function takeTurn(of: Talk, turn: number, copies: Copies): 'content' | 'on' {
  const { scene, dice } = of;
  const { topic, texts } = scene;
  const { phrases } = texts;
  if (dice.chance(0.25)) note(of, turn === 0 ? said(topic.notes, scene) : dice.pick(phrases.laterNotes));
  if (turn % 2 === 0) {
    answer(of, turn === 0 ? said(topic.answers, scene) : capital(dice.pick(phrases.laterAnswers)), copies);
    return 'on';
  }
  const isContent = dice.chance(0.1 + turn * 0.1);
  followUp(
    of,
    isContent
      ? dice.pick(phrases.thanks)
      : turn === 1
        ? said(topic.followUps, scene)
        : capital(dice.pick(phrases.laterFollowUps)),
    copies,
  );
  if (!isContent) return 'on';
  answer(of, capital(dice.pick(phrases.farewells)), copies);
  return 'content';
}

function note({ thread, scene, dice }: Talk, text: string): void {
  const { noteMentions } = scene.texts.phrases;
  const mention = dice.chance(0.15) ? [filled(dice.pick(noteMentions), scene.slots)] : [];
  thread.line(dice.chance(0.8) ? 'note' : 'phone', scene.agent, [text, ...mention].join(' '));
}

function answer({ thread, scene, channel, dice }: Talk, text: string, copies: Copies): void {
  const { requester, agent } = scene;
  if (channel === 'chat') {
    thread.line('chat', agent, text);
    return;
  }
  const mail = thread.mail(agent, requester, { ...copies, paragraphs: [text] });
  if (dice.chance(0.05)) thread.attach(mail, agent);
  if (dice.chance(0.03)) thread.system({ address: deskAddress }, deliveryReport(requester.address));
}

function followUp({ thread, scene, channel, dice }: Talk, text: string, copies: Copies): void {
  const { requester, agent, colleague, texts, slots } = scene;
  if (channel === 'chat') {
    thread.line('chat', requester, text);
    return;
  }
  const by = dice.chance(0.08) ? colleague : requester;
  const mention = dice.chance(0.12) ? [filled(dice.pick(texts.phrases.mentions), slots)] : [];
  const mail = thread.mail(by, agent, { ...copies, paragraphs: [text, ...mention] });
  if (dice.chance(0.08)) thread.attach(mail, by);
}

function copiesFor({ scene, dice }: Talk): Copies {
  const { requester, colleague, other, agent } = scene;
  const reception = `info@${requester.address.split('@')[1] ?? ''}`;
  const cc = [
    ...(dice.chance(0.2) ? [colleague.address] : []),
    ...(dice.chance(0.06) ? [other.address] : []),
    ...(dice.chance(0.08) ? [reception] : []),
    ...(dice.chance(0.03) ? [stranger.address] : []),
  ];
  const bcc = dice.chance(0.04) ? [other.address, 'archive@desk.test'] : [];
  const attendees = dice.chance(0.04) ? [requester.address, colleague.address, agent.address] : [];
  return { cc: [...new Set(cc)], bcc, attendees };
}

function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
