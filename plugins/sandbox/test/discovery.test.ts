import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { identifiersFrom, plainIdentifiers } from '@lethe/core';
import type { Host, Identifiers, Scope, Spot } from '@lethe/core';
import { hunterFor, mint } from '@lethe/core/testing';
import { sandboxHost } from '../src/index.ts';
import { stranger } from '../src/world/cast.ts';
import { cardsIn, filesIn, removeFolder, temporaryFolder, ticketsIn } from './folder.ts';

describe('Discovery', () => {
  const folder = temporaryFolder();
  let host: Host;
  let files: readonly (readonly [string, Buffer])[] = [];
  beforeAll(async () => {
    host = await sandboxHost({ folder, size: { people: 90, tickets: 300 } });
    files = Object.entries(filesIn(join(folder, 'desk'))).filter(([name]) => /^(?:tickets|people)\//.test(name));
  }, 60_000);
  afterAll(() => removeFolder(folder));

  it.each([
    'zoe.angstrom-nunez@vinterhamn.test',
    'henrike.aumueller@kupferbach.test',
    'hoa.nguyen@silverlode.test',
    'mira.halvorsen@brightwater.test',
    'sean.o.briain@copperline.test',
    'tomasz.wojcik@ostrow.test',
    'grace.field@quillon.test',
    'jonas@ekstrom.test',
    'info@harbourlane.test',
  ])('by mention lists every file in which a brute-force walk finds anything of %s', async (address) => {
    const who = await identifiersAt(address);
    const mentioning = await mentioningFiles(who);
    expect(mentioning.length).toBeGreaterThan(0);
    const listed = await sheetsListed([{ by: 'mention', who }]);
    expect(mentioning.filter((name) => !listed.has(name))).toEqual([]);
  });

  it('by mention finds somebody who has no account', async () => {
    const who = identifiersFrom({ addresses: [stranger.address], names: [stranger.name] });
    const listed = await sheetsListed([{ by: 'mention', who }]);
    expect(listed.size).toBeGreaterThan(0);
    expect((await mentioningFiles(who)).filter((name) => !listed.has(name))).toEqual([]);
  });

  it('by person lists every ticket with the number or an address of the account', async () => {
    const card = cardsIn(folder).find(({ name }) => name === 'Jonas Ekström')!;
    const listed = await sheetsListed([{ by: 'person', person: mint('person', card.id) }]);
    const address = card.addresses[0]!.text;
    const due = files
      .filter(([, bytes]) => bytes.includes(`"${card.id}"`) || bytes.includes(`"${address}"`))
      .map(([name]) => name);
    expect(due.length).toBeGreaterThan(3);
    expect(due.filter((name) => !listed.has(name))).toEqual([]);
  });

  it('by everything lists each sheet once, tickets first, and since a day only what has changed', async () => {
    const spots = await listed([{ by: 'everything' }]);
    const sheets = [...new Set(spots.map(fileOf))];
    expect(sheets).toEqual(
      [
        ...ticketsIn(folder).map(({ id }) => `tickets/${id}.json`),
        ...cardsIn(folder).map(({ id }) => `people/${id}.json`),
      ].sort(byKindAndNumber),
    );
    expect(new Set(spots.map(({ id }) => id)).size).toBe(spots.length);
    const since = new Date('2026-06-01T00:00:00Z');
    const changed = [...ticketsIn(folder), ...cardsIn(folder)].filter(
      ({ updatedAt }) => updatedAt >= since.toISOString(),
    );
    expect((await sheetsListed([{ by: 'everything', since }])).size).toBe(changed.length);
  });

  it('by dossier lists that ticket alone, and the union of scopes each spot once', async () => {
    const one: Scope = { by: 'dossier', dossier: mint('dossier', 't7') };
    expect([...(await sheetsListed([one]))]).toEqual(['tickets/t7.json']);
    const who = await identifiersAt('mira.halvorsen@brightwater.test');
    const spots = await listed([one, { by: 'mention', who }, { by: 'person', person: mint('person', 'p8') }, one]);
    expect(new Set(spots.map(({ id }) => id)).size).toBe(spots.length);
  });

  it('names nothing personal in ids and labels', async () => {
    const who = await identifiersAt('mira.halvorsen@brightwater.test');
    const spots = await listed([{ by: 'mention', who }]);
    const said = spots
      .flatMap(({ id, label, of }) => [id, label, of.id, of.type === 'dossier' ? of.label : ''])
      .join('\n')
      .toLowerCase();
    expect(['mira', 'halvorsen', 'brightwater'].filter((word) => said.includes(word))).toEqual([]);
  });

  async function identifiersAt(address: string): Promise<Identifiers> {
    for await (const person of host.findPeople({ by: 'identifiers', who: identifiersFrom({ addresses: [address] }) }))
      return person.identifiers;
    throw new RangeError('The desk has nobody with this address.');
  }

  async function listed(scopes: readonly Scope[]): Promise<readonly Spot[]> {
    const spots: Spot[] = [];
    for await (const spot of host.spots(scopes)) spots.push(spot);
    return spots;
  }

  async function sheetsListed(scopes: readonly Scope[]): Promise<ReadonlySet<string>> {
    return new Set((await listed(scopes)).map(fileOf));
  }

  /** Files that hold any identifier, in any of the hunt's writings; telephone numbers by their last digits. */
  async function mentioningFiles(who: Identifiers): Promise<readonly string[]> {
    const { phones, ...rest } = plainIdentifiers(who);
    const hunt = hunterFor(
      Object.values(rest)
        .flat()
        .map((text) => ({ label: text, text, in: [] })),
    );
    const ends = phones.map((phone) => phone.replace(/\D/g, '').slice(-8));
    const found: string[] = [];
    for (const [name, bytes] of files) {
      const { hits } = await hunt([bytes]);
      const digits = bytes
        .toString()
        .replace(/\\n/g, ' ')
        .replace(/[\s()./-]+/g, '');
      if (hits.some(({ encoding }) => isReadable(encoding)) || ends.some((end) => digits.includes(end)))
        found.push(name);
    }
    return found;
  }
});

/** A name inside a picture is no mention: bytes of files are not read. */
function isReadable(encoding: string): boolean {
  return !encoding.startsWith('base64');
}

function fileOf({ id }: Pick<Spot, 'id'>): string {
  const sheet = id.slice(0, id.indexOf(':'));
  return `${sheet.startsWith('t') ? 'tickets' : 'people'}/${sheet}.json`;
}

function byKindAndNumber(one: string, other: string): number {
  if (one.charAt(0) !== other.charAt(0)) return one < other ? 1 : -1;
  return Number(one.replace(/\D/g, '')) - Number(other.replace(/\D/g, ''));
}
