import { afterEach, describe, expect, it } from '@jest/globals';
import { identifiersFrom } from '@lethe/core';
import { deskWith, plainTicket } from '../test/plain-desk.ts';
import { removeFolder } from '../test/folder.ts';
import { sandboxHost } from './open.ts';

const folders: string[] = [];
afterEach(() => folders.splice(0).forEach(removeFolder));

describe('Looking for a mention', () => {
  it.each([
    ['after a line break', 'Hello\nnils.holm@falk.test'],
    ['after a backslash', 'FALK\\nils.holm@falk.test'],
    ['after a quotation mark and a backslash', '"C:\\new" belongs to\nnils.holm@falk.test'],
    ['broken over two lines', 'rfc822; nils.ho=\nlm@falk.test'],
    ['a telephone number over two lines', 'Call 020 7946\n0017 now'],
    ['beside a control letter', '\u0001nils.holm@falk.test'],
    ['after a tab', '\tNils Holm'],
  ])('finds it %s', async (_, description) => {
    expect(await ticketsFor(description)).toEqual(['t1']);
  });

  it('finds nothing where there is nothing', async () => {
    expect(await ticketsFor('Call 020 7946 0018, or ask Nils.')).toEqual([]);
  });
});

async function ticketsFor(description: string): Promise<readonly string[]> {
  const folder = deskWith([plainTicket(1, { description })]);
  folders.push(folder);
  const host = await sandboxHost({ folder });
  const who = identifiersFrom({
    addresses: ['nils.holm@falk.test'],
    phones: ['+44 20 7946 0017'],
    names: ['Nils Holm'],
  });
  const found = new Set<string>();
  for await (const spot of host.spots([{ by: 'mention', who }])) found.add(spot.id.split(':')[0] ?? '');
  return [...found];
}
