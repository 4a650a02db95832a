import { afterAll, describe, expect, it } from '@jest/globals';
import { endOf, startChild } from './child.ts';
import { removeFolder } from './folder.ts';
import { deskWith, plainMail, plainTicket } from './plain-desk.ts';

const TICKETS = 200;
const MAILS = 40;
/** Subject and text of each mail; title, description and change log of each ticket; five lines of the card. */
const SPOTS = TICKETS * (MAILS * 2 + 3) + 5;

describe('Listing a person with very many spots', () => {
  const folder = deskWith(bigTickets());
  afterAll(() => removeFolder(folder));

  it('holds one ticket at a time: 80 MB of tickets go through a process with 48 MB', async () => {
    const child = startChild(new URL('listing-child.ts', import.meta.url), [folder], ['--max-old-space-size=48']);
    const counts: string[] = [];
    child.on('message', (count: string) => counts.push(count));
    await endOf(child);
    expect(counts.map(Number)).toEqual([SPOTS]);
  }, 60_000);
});

function* bigTickets(): Generator<ReturnType<typeof plainTicket>> {
  const text = 'Nothing new here. '.repeat(280);
  for (let number = 1; number <= TICKETS; number += 1) {
    yield plainTicket(number, {
      messages: Array.from({ length: MAILS }, (_, at) => ({ ...plainMail(at + 1, text), subject: text })),
    });
  }
}
