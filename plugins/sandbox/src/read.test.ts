import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { identifiersFrom } from '@lethe/core';
import type { Host, Person, PersonQuery, Reading, Spot } from '@lethe/core';
import { mint } from '@lethe/core/testing';
import { putTicket, removeFolder } from '../test/folder.ts';
import { deskWith, plainCard, plainMail, plainTicket } from '../test/plain-desk.ts';
import { sandboxHost } from './open.ts';
import type { StoredPerson, StoredTicket } from './schema.ts';

const folders: string[] = [];
afterEach(() => folders.splice(0).forEach(removeFolder));

describe('Finding people', () => {
  it('finds namesakes and locked accounts too, with all their identifiers', async () => {
    const { host } = await deskOf(
      [],
      [
        plainCard(1, {
          name: 'Zoë Ångström',
          number: 'C-1',
          phones: [{ id: 'n1', label: 'work', text: '+46 8 46500401' }],
        }),
        plainCard(2, { name: 'Zoe Angstrom', access: [{ id: 'signin', label: 'sign-in', open: false }] }),
        plainCard(3),
      ],
    );
    const people = await found(host, { by: 'identifiers', who: identifiersFrom({ names: ['Zoë Ångström'] }) });
    expect(people.map(({ id, active }) => [id, active])).toEqual([
      ['p1', true],
      ['p2', false],
    ]);
    const known = people[0]!.identifiers;
    const kinds = [known.addresses, known.phones, known.logins, known.externalIds, known.names];
    expect(kinds.map((texts) => texts.map((text) => text.reveal()))).toEqual([
      ['person1@falk.test'],
      ['+46 8 46500401'],
      ['person1'],
      ['C-1'],
      ['Zoë Ångström'],
    ]);
  });

  it('knows the last administrator who may sign in', async () => {
    const locked = [{ id: 'signin', label: 'sign-in', open: false }];
    const { host } = await deskOf(
      [],
      [plainCard(1, { kind: 'administrator' }), plainCard(2, { kind: 'administrator', access: locked }), plainCard(3)],
    );
    const last = await Promise.all(
      ['p1', 'p2', 'p3'].map(
        async (id) => (await found(host, { by: 'id', person: mint('person', id) }))[0]?.lastAdministrator,
      ),
    );
    expect(last).toEqual([true, false, false]);
  });

  it('knows that of two administrators neither is the last', async () => {
    const { host } = await deskOf(
      [],
      [plainCard(1, { kind: 'administrator' }), plainCard(2, { kind: 'administrator' })],
    );
    expect((await found(host, { by: 'id', person: mint('person', 'p1') }))[0]?.lastAdministrator).toBe(false);
  });

  it('finds nobody by a number that is not there', async () => {
    const { host } = await deskOf([], [plainCard(1)]);
    expect(await found(host, { by: 'id', person: mint('person', 'p9') })).toEqual([]);
  });
});

describe('Listing spots', () => {
  it('lists cards and tickets that refer to an account by its number', async () => {
    const { host } = await deskOf(
      [
        plainTicket(1, { requester: 'p2', openedBy: 'p2', log: [], followers: ['p1'] }),
        plainTicket(2, { requester: 'p2', openedBy: 'p2', log: [] }),
      ],
      [plainCard(1), plainCard(2, { fields: [{ id: 'deputy', label: 'Deputy', text: '', person: 'p1' }] })],
    );
    const spots = await listed(host, 'p1');
    expect(new Set(spots.map(({ id }) => id.split(':')[0]))).toEqual(new Set(['t1', 'p1', 'p2']));
    expect(spots.filter(({ holder }) => holder === 'p1').map(({ id, kind }) => [id, kind])).toEqual([
      ['t1:follower:p1', 'dossier.people'],
      ['p2:field:deputy', 'person.field'],
    ]);
  });

  it('lists tickets where an address of the account is only in copy, in any case and with a tag', async () => {
    const others = { requester: 'p2', openedBy: 'p2', log: [] };
    const copied = (cc: string): StoredTicket['messages'] => [{ ...plainMail(1, 'Hello'), author: 'p2', cc: [cc] }];
    const { host } = await deskOf([
      plainTicket(1, { ...others, messages: copied('Person1@Falk.test') }),
      plainTicket(2, { ...others, messages: copied('person1+desk@falk.test') }),
      plainTicket(3, { ...others, messages: copied('person3@falk.test') }),
    ]);
    expect(new Set((await listed(host, 'p1')).map(({ of }) => of.type === 'dossier' && of.id))).toEqual(
      new Set(['t1', 't2', false]),
    );
  });

  it('HD-11 tells how each ticket was opened, and what of it opened it', async () => {
    const mail = { ...plainMail(1, 'Hello'), opensTicket: true };
    const { host } = await deskOf([
      plainTicket(1, { channel: 'mail', messages: [mail] }),
      plainTicket(2, { channel: 'phone' }),
    ]);
    const spots = await listed(host, 'p1');
    const opened = spots.flatMap(({ kind, of }) =>
      kind === 'dossier.title' && of.type === 'dossier' ? [[of.openedVia, of.openedBy]] : [],
    );
    expect(opened).toEqual([
      ['mail', 'p1'],
      ['phone', 'p1'],
    ]);
    expect(
      spots.flatMap(({ kind, of }) => (kind === 'message.body' && of.type === 'message' ? [of.opensDossier] : [])),
    ).toEqual([true]);
  });

  it('reads on only as far as it is asked', async () => {
    const { host, folder } = await deskOf(Array.from({ length: 30 }, (_, at) => plainTicket(at + 1)));
    const listing = host.spots([{ by: 'everything' }])[Symbol.asyncIterator]();
    expect((await listing.next()).value).toMatchObject({ id: 't1:title' });
    for (let number = 2; number <= 30; number += 1) rmSync(join(folder, 'desk', 'tickets', `t${number}.json`));
    const rest: string[] = [];
    for (let next = await listing.next(); next.done !== true; next = await listing.next()) rest.push(next.value.id);
    expect(rest.filter((id) => id.startsWith('t'))).toEqual(['t1:description', 't1:log:title']);
  });

  it('says where the old gateway has written down who sent a mail', async () => {
    const mail = { ...plainMail(1, 'Hello'), from: ['person1@falk.test'] };
    const { host } = await deskOf([plainTicket(1, { messages: [mail, { ...mail, id: 'm2', viaGateway: true }] })]);
    const envelopes = (await listed(host, 'p1')).filter(({ kind }) => kind === 'message.envelope');
    expect(
      envelopes.map(({ ability }) =>
        ability !== undefined && ability.can !== 'nothing' ? ability.remains : undefined,
      ),
    ).toEqual([undefined, expect.stringContaining('gateway')]);
  });
});

describe('Reading again', () => {
  it('sees what was changed behind its back, what was emptied and what is gone', async () => {
    const { host, folder } = await deskOf([
      plainTicket(1, { messages: [{ ...plainMail(1, 'Hello'), cc: ['a@falk.test'] }] }),
    ]);
    await listed(host, 'p1');
    putTicket(folder, plainTicket(1, { title: 'Changed', messages: [plainMail(1, 'Hello')] }));
    const readings = await read(host, ['t1:title', 't1:m1:cc', 't1:m7:body', 't9:title', 'p1:name']);
    expect(readings.map(({ spot, content }) => [spot, shown(content)])).toEqual([
      ['t1:title', 'Changed'],
      ['t1:m1:cc', []],
      ['t1:m7:body', 'gone'],
      ['t9:title', 'gone'],
      ['p1:name', 'Person 1'],
    ]);
    expect(readings[0]?.dossier?.tallies).toEqual({
      status: 'open',
      company: 'Falk & Daughters',
      channel: 'web',
      category: 'Questions',
      group: 'First line',
      month: '2026-05',
    });
  });
});

describe('A desk that is lost', () => {
  it('is a failure, not a desk where everything is gone', async () => {
    const { host, folder } = await deskOf([plainTicket(1)]);
    removeFolder(folder);
    await expect(read(host, ['t1:title'])).rejects.toMatchObject({ code: 'down' });
  });
});

describe('Preflight', () => {
  it('has nothing against a folder that can be written', async () => {
    const { host } = await deskOf([]);
    expect(await host.preflight()).toEqual([]);
  });

  it('names the obstacle when the folder is gone', async () => {
    const { host, folder } = await deskOf([]);
    removeFolder(folder);
    expect(await host.preflight()).toMatchObject([{ code: 'host-right-missing' }]);
    await expect(listed(host, 'p1')).rejects.toMatchObject({ code: 'down' });
  });
});

async function deskOf(
  tickets: readonly StoredTicket[],
  cards?: readonly StoredPerson[],
): Promise<{ readonly host: Host; readonly folder: string }> {
  const folder = deskWith(tickets, cards);
  folders.push(folder);
  return { host: await sandboxHost({ folder }), folder };
}

async function found(host: Host, query: PersonQuery): Promise<readonly Person[]> {
  const people: Person[] = [];
  for await (const person of host.findPeople(query)) people.push(person);
  return people;
}

async function listed(host: Host, person: string): Promise<readonly Spot[]> {
  const spots: Spot[] = [];
  for await (const spot of host.spots([{ by: 'person', person: mint('person', person) }])) spots.push(spot);
  return spots;
}

async function read(host: Host, spots: readonly string[]): Promise<readonly Reading[]> {
  const readings: Reading[] = [];
  for await (const reading of host.reread(spots.map((spot) => mint('spot', spot)))) readings.push(reading);
  return readings;
}

function shown(content: Reading['content']): unknown {
  if (content === 'gone') return content;
  return content.form === 'list' ? content.items : content.form === 'plain' ? content.text.reveal() : content.form;
}
