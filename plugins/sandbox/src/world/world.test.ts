import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { personSchema, ticketSchema } from '../schema.ts';
import type { StoredPerson, StoredTicket } from '../schema.ts';
import { isEmptyList } from '../place.ts';
import { placesOfTicket } from '../ticket-places.ts';
import { stranger } from './cast.ts';
import { worldFiles } from './world.ts';
import type { WorldSize } from './world.ts';

const small: WorldSize = { people: 80, tickets: 120 };

describe('A made desk', () => {
  it('is the same, byte for byte, for the same seed and size', () => {
    expect(digestOf('one', small)).toBe(digestOf('one', small));
  });

  it('is another one for another seed', () => {
    expect(digestOf('one', small)).not.toBe(digestOf('another', small));
  });

  it('gives each ticket luck of its own: more tickets do not change the people', () => {
    const people = (tickets: number): readonly string[] =>
      cardsOf('one', { ...small, tickets }).map(({ name }) => name);
    expect(people(10)).toEqual(people(40));
  });

  it('refuses more people than there are names and phones for', () => {
    expect(() => digestOf('one', { people: 5_001, tickets: 1 })).toThrow(RangeError);
  });

  it('has somebody with at least as many spots as asked for', () => {
    const size = { ...small, tickets: 5, bigPerson: { spots: 1_000 } };
    const card = cardsOf('one', size).at(-1);
    const spots = ticketsOf('one', size)
      .filter(({ requester }) => requester === card?.id)
      .flatMap((ticket) =>
        placesOfTicket(ticket, { by: '', at: new Date(0) }).filter((place) => !isEmptyList(place.read())),
      );
    expect(spots.length).toBeGreaterThanOrEqual(1_000);
    expect(spots.length).toBeLessThan(1_400);
  });
});

describe('The desk everybody begins with', () => {
  let cards: readonly StoredPerson[] = [];
  let tickets: readonly StoredTicket[] = [];
  let text = '';
  beforeAll(() => {
    const size = { people: 300, tickets: 1_500 };
    cards = cardsOf('lethe', size);
    tickets = ticketsOf('lethe', size);
    text = [...worldFiles('lethe', size)].map((file) => file.text).join('\n');
  });

  it('has 300 people and 1,500 tickets', () => {
    expect([cards.length, tickets.length]).toEqual([300, 1_500]);
  });

  it('has no address that somebody could really have', () => {
    const addresses = text.match(/[\w.+%-]+@[\w.-]+\.\w+/g) ?? [];
    expect(addresses.length).toBeGreaterThan(5_000);
    expect(addresses.filter((address) => !/\.test$/i.test(address))).toEqual([]);
  });

  it('gives no address, phone, login or number to two accounts', () => {
    const all = cards.flatMap((card) => [
      card.login,
      card.number,
      ...card.addresses.map((one) => one.text),
      ...card.phones.map((one) => one.text),
    ]);
    const given = all.filter((one) => one !== '');
    expect(given.filter((one, at) => given.indexOf(one) !== at)).toEqual([]);
  });

  it.each([
    ['namesakes', () => cards.filter(({ name }) => name === 'Mira Halvorsen').length === 2],
    ['a person with two accounts', () => cards.filter(({ name }) => name === 'Jonas Ekström').length === 2],
    ['secondary addresses', () => cards.some(({ addresses }) => addresses.length > 2)],
    ['an account mastered by a directory', () => cards.some(({ masteredBy }) => masteredBy === 'ldap')],
    [
      'one administrator who may sign in',
      () => cards.filter((card) => card.kind === 'administrator' && maySignIn(card)).length === 1,
    ],
    ['a locked administrator', () => cards.some((card) => card.kind === 'administrator' && !maySignIn(card))],
    ['locked end users', () => cards.some((card) => card.kind === 'end-user' && !maySignIn(card))],
    ['somebody who never wrote', () => cards.some((card) => card.name === 'Petra Stillwater' && card.opened === 0)],
    [
      'somebody who is anonymized already',
      () => cards.some(({ name, addresses }) => name === 'Anonymized' && addresses[0]?.text === ''),
    ],
    ['shared mailboxes', () => cards.filter(({ addresses }) => addresses[0]?.text.startsWith('info@')).length === 18],
    ['photos', () => cards.some(({ photo }) => photo !== undefined)],
    [
      'references from card to card',
      () => cards.some(({ fields }) => fields.some(({ person }) => person !== undefined)),
    ],
    ['old values on cards', () => cards.some(({ log }) => log.length > 0)],
    [
      'agents who ask for something',
      () => tickets.some(({ requester }) => cards.some(({ id, kind }) => id === requester && kind === 'agent')),
    ],
    [
      'tickets by mail, web, phone and chat',
      () => ['mail', 'web', 'phone', 'chat'].every((channel) => tickets.some((ticket) => ticket.channel === channel)),
    ],
    [
      'open, solved, closed and archived tickets',
      () =>
        tickets.some(({ archived }) => archived) &&
        ['open', 'solved', 'closed'].every((state) => tickets.some(({ status }) => status === state)),
    ],
    ['CC, BCC and attendees', () => has('cc') && has('bcc') && has('attendees')],
    [
      'notes and calls',
      () => ['note', 'phone'].every((channel) => messages().some((message) => message.channel === channel)),
    ],
    ['mails in HTML, with entities', () => messages().some(({ form, body }) => form === 'html' && /&#\d+;/.test(body))],
    ['quoted quotes', () => messages().some(({ body }) => body.includes('\n>> '))],
    ['addresses in capitals in system mails', () => /sent to [A-Z.-]+@[A-Z.-]+\.TEST/.test(text)],
    ['quoted-printable remnants', () => /rfc822; [^\\]*=\\n/.test(text)],
    ['addresses in links', () => text.includes('who=mira.halvorsen%40brightwater.test')],
    ['names in decomposed letters', () => text !== text.normalize('NFC')],
    [
      'attachments',
      () =>
        messages().some(({ attachments }) => attachments.length > 0) &&
        tickets.some(({ attachments }) => attachments.length > 0),
    ],
    ['changed titles', () => tickets.some(({ log }) => log.some(({ about, old }) => about === 'title' && old !== ''))],
    ['mails through the old gateway', () => messages().some(({ viaGateway }) => viaGateway)],
    ['somebody without an account in copy', () => messages().some(({ cc }) => cc.includes('rosalind@achterberg.test'))],
    ['German and Swedish', () => text.includes('Mit freundlichen Grüßen') && text.includes('Med vänliga hälsningar')],
  ])('has %s', (_, holds) => {
    expect(holds()).toBe(true);
  });

  it('has everybody the README sends a newcomer to', () => {
    const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
    const named = readme.match(/[\w.-]+@[\w-]+\.test/g) ?? [];
    const known = new Set([
      stranger.address,
      ...cards.flatMap(({ addresses }) => addresses.map((address) => address.text)),
    ]);
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((address) => !known.has(address))).toEqual([]);
    expect(/`(p\d+)`\s*\|\s*an account that is anonymized/.exec(readme)?.[1]).toBe(
      cards.find(({ name }) => name === 'Anonymized')?.id,
    );
  });

  it('remembers in each change log what stands there now, so that nobody is forgotten there', () => {
    const forgetful = tickets.filter(({ title, fields, log }) => {
      const remembered = log.map((entry) => entry.new);
      return [title, ...fields.map((field) => field.text)].some((value) => value !== '' && !remembered.includes(value));
    });
    expect(forgetful.map(({ id }) => id)).toEqual([]);
  });

  function messages(): StoredTicket['messages'] {
    return tickets.flatMap((ticket) => [...ticket.messages, ...ticket.outbox]);
  }

  function has(list: 'cc' | 'bcc' | 'attendees'): boolean {
    return messages().some((message) => message[list].length > 0);
  }
});

function maySignIn({ access }: StoredPerson): boolean {
  return access.some(({ id, open }) => id === 'signin' && open);
}

function cardsOf(seed: string, size: WorldSize): readonly StoredPerson[] {
  return parsed(seed, size, 'people/').map((value) => personSchema.parse(value));
}

function ticketsOf(seed: string, size: WorldSize): readonly StoredTicket[] {
  return parsed(seed, size, 'tickets/').map((value) => ticketSchema.parse(value));
}

function parsed(seed: string, size: WorldSize, folder: string): readonly unknown[] {
  return [...worldFiles(seed, size)]
    .filter(({ name }) => name.startsWith(folder))
    .map((file): unknown => JSON.parse(file.text));
}

function digestOf(seed: string, size: WorldSize): string {
  const hash = createHash('sha256');
  for (const { name, text } of worldFiles(seed, size)) hash.update(`${name}\n${text}\n`);
  return hash.digest('hex');
}
