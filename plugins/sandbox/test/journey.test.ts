import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { identifiersFrom } from '@lethe/core';
import type { Ending, Host, Person } from '@lethe/core';
import { carryOut, hunterFor, reviewOf, runOf } from '@lethe/core/testing';
import type { Review } from '@lethe/core/testing';
import { sandboxHost } from '../src/index.ts';
import type { StoredMessage, StoredPerson, StoredTicket } from '../src/schema.ts';
import { textsOfCard, textsOfTicket } from './desk-texts.ts';
import { cardsIn, messagesOf, removeFolder, temporaryFolder, ticketsIn } from './folder.ts';

const eva = 'eva.lindh@harbourlane.test';
const neva = 'neva.lindh@harbourlane.test';

describe('Eva Lindh is anonymized on a made desk, where Neva Lindh stays', () => {
  const folder = temporaryFolder();
  const before = new Map<string, StoredTicket>();
  let review: Review;
  let ending: Ending;
  let person: Person;
  let card: StoredPerson;
  let tickets: readonly StoredTicket[] = [];

  beforeAll(async () => {
    const host = await sandboxHost({ folder, size: { people: 90, tickets: 500 } });
    person = await personAt(host, eva);
    for (const ticket of ticketsIn(folder)) before.set(ticket.id, ticket);
    review = await reviewOf(host, person.id);
    ({ ending } = await carryOut(runOf(host, review)));
    tickets = ticketsIn(folder);
    card = cardsIn(folder).find(({ id }) => id === person.id)!;
  }, 60_000);
  afterAll(() => removeFolder(folder));

  it('comes to its end with every tally as it was', () => {
    expect(ending.state).toMatch(/^done/);
    expect(ending.tallies.changed).toEqual([]);
    expect(ending.tallies.compared).toBeGreaterThan(10);
  });

  it('HD-08 is called Anonymized', () => {
    expect(card.name).toBe('Anonymized');
  });

  it('HD-09 has neither address, phone, fields nor history on the card', () => {
    const texts = [...card.addresses, ...card.phones, ...card.fields].map(({ text }) => text);
    expect([...texts, ...card.log.map(({ old }) => old), card.number].filter((text) => text !== '')).toEqual([]);
    expect(card.photo).toBeUndefined();
  });

  it('HD-10 keeps the company, on the card and on each ticket', () => {
    expect(card.company).toBe('Harbour Lane Clinic');
    expect(tickets.map(({ company }) => company)).toEqual([...before.values()].map(({ company }) => company));
  });

  it('HD-11 leaves nothing of the mails from her, nor of what they opened', () => {
    const mails = sentBy(person.id);
    expect(mails.length).toBeGreaterThan(5);
    expect(mails.filter(({ body, subject, from }) => body !== '' || subject !== '' || from.length > 0)).toEqual([]);
    const opened = tickets.filter(({ openedBy, channel }) => openedBy === person.id && channel === 'mail');
    expect(opened.length).toBeGreaterThan(2);
    expect(opened.map(({ description }) => description).filter((text) => text !== '')).toEqual([]);
  });

  it('HD-11 keeps what was opened on the web or by phone, without her name', () => {
    const opened = tickets.filter(
      ({ requester, channel }) => requester === person.id && channel !== 'mail' && channel !== 'chat',
    );
    expect(opened.length).toBeGreaterThan(0);
    for (const { id, description } of opened) {
      expect(description).toBe(
        before.get(id)?.description.replaceAll('Eva Lindh', 'Anonymized').replaceAll(eva, 'Anonymized'),
      );
    }
  });

  it('HD-12 leaves nothing of the mails to her, and as many messages as before', () => {
    const mails = tickets.flatMap(messagesOf).filter(({ recipients }) => recipients.includes(person.id));
    expect(mails.length).toBeGreaterThan(5);
    expect(
      mails.filter(({ body, subject, attachments }) => body !== '' || subject !== '' || attachments.length > 0),
    ).toEqual([]);
    expect(tickets.map(({ messages }) => messages.length)).toEqual(
      [...before.values()].map(({ messages }) => messages.length),
    );
  });

  it('HD-13 leaves nothing of system mails with her address, however it was written, and all of those with a longer one', () => {
    const named = (address: string): readonly (readonly [string, StoredMessage])[] =>
      [...before.values()].flatMap(({ id, outbox }) =>
        outbox
          .filter(({ to, body }) => !to.includes(address) && names(body, address))
          .map((mail) => [id, mail] as const),
      );
    expect(named(eva).length).toBeGreaterThan(2);
    for (const [ticket, { id }] of named(eva)) expect(bodyOf(ticket, id)).toBe('');
    expect(named(neva).length).toBeGreaterThan(1);
    for (const [ticket, { id, body }] of named(neva)) expect(bodyOf(ticket, id)).toBe(body);
  });

  it('HD-14 leaves no CC, BCC or attendee on a mail she was on', () => {
    const mails = tickets.flatMap(({ id, messages }) =>
      messages.filter((mail) => wasOn(before.get(id)?.messages.find((one) => one.id === mail.id))),
    );
    expect(mails.length).toBeGreaterThan(10);
    expect(mails.flatMap(({ cc, bcc, attendees }) => [...cc, ...bcc, ...attendees])).toEqual([]);
  });

  it('HD-15 can no longer sign in', () => {
    expect(card.access.filter(({ open }) => open)).toEqual([]);
  });

  it('HD-17 is still who asked for each ticket of hers, so that it shows the new name', () => {
    expect(tickets.map(({ requester }) => requester)).toEqual([...before.values()].map(({ requester }) => requester));
  });

  it('is nowhere on the disk any more, in no writing, except in titles of archived tickets, as the plan said', async () => {
    const gaps = new Set<string>(review.plan.gaps.map(({ spot }) => spot));
    const texts = [...tickets.flatMap(textsOfTicket), ...cardsIn(folder).flatMap(textsOfCard)];
    const others = texts
      .filter(([id]) => !gaps.has(id))
      .map(([, text]) => text.replaceAll(/n(eva\.lindh|eva lindh)/gi, 'longer'));
    const hunt = hunterFor(
      [eva, 'Eva Lindh', ...person.identifiers.logins.map((login) => login.reveal())].map((text) => ({
        label: text,
        text,
        in: [],
      })),
    );
    const { hits } = await hunt(others.map((text) => `${text}\n`));
    expect(hits).toEqual([]);
  });

  function sentBy(id: string): readonly StoredMessage[] {
    return tickets.flatMap(messagesOf).filter(({ author, channel }) => author === id && channel === 'mail');
  }

  function bodyOf(ticket: string, message: string): string | undefined {
    return tickets.find(({ id }) => id === ticket)?.outbox.find(({ id }) => id === message)?.body;
  }
});

/** Whether a body holds the address, and not just the end of a longer one: as it stands, in capitals or encoded. */
function names(body: string, address: string): boolean {
  const plain = body
    .replace(/=\r?\n/g, '')
    .replaceAll('=40', '@')
    .replaceAll('&#x40;', '@')
    .replaceAll('&#46;', '.')
    .toLowerCase();
  return new RegExp(`(?<![a-z.])${address.replaceAll('.', '\\.')}`).test(plain);
}

function wasOn(mail: StoredMessage | undefined): boolean {
  const lines = [mail?.from, mail?.to, mail?.cc, mail?.bcc, mail?.attendees].flatMap((line) => line ?? []);
  return lines.some((line) => line.toLowerCase().replace('+desk', '') === eva);
}

async function personAt(host: Host, address: string): Promise<Person> {
  for await (const person of host.findPeople({ by: 'identifiers', who: identifiersFrom({ addresses: [address] }) }))
    return person;
  throw new RangeError('The desk has nobody with this address.');
}
