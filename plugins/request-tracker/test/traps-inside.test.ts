import { describe, expect, it } from '@jest/globals';
import type { ReadyStep } from '@lethe/core';
import { Personal } from '@lethe/core';
import { anonymize, holds, spotsOf } from './journeys.ts';
import { blankAlone, mailOf, mailedIn, openedBy, stepOn, withDesk } from './desk.ts';
import type { Desk } from './desk.ts';
import type { Seed } from './fake/seed.ts';
import { textIn } from './fake/rows.ts';

/** Everything only the database shows. */
function hideMore(seed: Seed, { person, agent, ticket }: Desk): void {
  const { tracker } = seed;
  const of = { ObjectType: 'RT::User', ObjectId: person, ...tracker.stamps(person) };
  const onTicket = { ObjectType: 'RT::Ticket', ObjectId: ticket, ...tracker.stamps(agent) };
  const squelched = { Name: 'SquelchMailTo', Description: '', Content: 'ada.quell@mail.test' };
  tracker.rows.insert('Attributes', { ...squelched, ...onTicket });
  tracker.rows.insert('Attributes', { Name: 'Pref-Search', Description: '', Content: '{"x":"Ada Quellstone"}', ...of });
  tracker.rows.insert('sessions', { UserId: person, a_session: 'x' });
  seed.token(person, 'hers');
  const field = seed.field('RT::Queue-RT::Ticket', 'Circumstances');
  seed.value({ type: 'RT::Ticket', id: ticket }, field, { Content: 'Ada Quellstone before', Disabled: 1 });
  const set = { Type: 'Set', Field: 'Subject', OldValue: 'Ada Quellstone calls', NewValue: 'x' };
  tracker.transaction({ type: 'RT::Ticket', id: ticket }, agent, set);
  const changed = { Type: 'Set', Field: 'EmailAddress', OldValue: 'ada.quell@old.test', NewValue: 'x@y.test' };
  tracker.transaction({ type: 'RT::User', id: person }, agent, changed);
  const files = [{ name: 'ada-quellstone.txt', inside: 'passport of Ada Quellstone' }];
  mailedIn(
    seed,
    { ticket, by: person },
    mailOf({ copies: ['ada.quell@mail.test'], files, form: 'html', text: '<p>Ada</p>' }),
  );
  const link = { Base: 'https://ada.quell.test/Ada Quellstone', LocalBase: 0, Target: 'x', LocalTarget: ticket };
  tracker.rows.insert('Links', { Type: 'RefersTo', ...link, ...tracker.stamps(agent) });
  tracker.rows.insert('Articles', { Name: 'Who', Summary: 'Ask Ada Quellstone', ...tracker.stamps(agent) });
}

describe("Request Tracker through Lethe's part", () => {
  it('leaves nothing in histories, disabled values, mails RT sent, preferences, squelched addresses, sessions, tokens, links, articles', async () => {
    await withDesk(
      true,
      async ({ host, seed, person }) => {
        const { ending, review } = await anonymize(host, person);
        expect(ending.state).toBe('done');
        expect([review.plan.gaps, review.plan.remains]).toEqual([[], []]);
        for (const text of [
          'Quellstone',
          'ada.quell@mail.test',
          'ada.quell@old.test',
          '555 1234',
          '555 9876',
          'KD-1701',
        ])
          expect([text, holds(seed, text)]).toEqual([text, false]);
        expect(seed.tracker.rows.where('AuthTokens', { Owner: person })).toEqual([]);
        expect(seed.tracker.rows.where('sessions', { UserId: person })).toEqual([]);
      },
      hideMore,
    );
  });

  it('writes no transaction, changes no date of a ticket, and loses no message', async () => {
    await withDesk(
      true,
      async ({ host, seed, server, person, ticket }) => {
        const { rows } = seed.tracker;
        const before = [rows.all('Transactions').length, rows.get('Tickets', ticket).LastUpdated];
        const mails = rows.where('Attachments', { Parent: 0 }).length;
        await anonymize(host, person);
        expect([rows.all('Transactions').length, rows.get('Tickets', ticket).LastUpdated]).toEqual(before);
        expect(rows.where('Attachments', { Parent: 0 })).toHaveLength(mails);
        const writes = server.made.filter(({ isWrite }) => isWrite).map(({ url }) => url);
        expect(new Set(writes)).toEqual(new Set(['/lethe/change']));
      },
      hideMore,
    );
  });

  it('keeps what tells how to read a mail and how it came: a ticket opened by mail still was', async () => {
    await withDesk(true, async ({ host, seed, person, ticket }) => {
      await anonymize(host, person);
      const headers = textIn(seed.tracker.rows.get('Attachments', 1), 'Headers');
      expect(headers).toContain('X-RT-Interface: Email');
      expect(headers).toContain('Content-Type: text/plain');
      expect(headers).not.toMatch(/From:|quell/i);
      const [title] = (await spotsOf(host, person)).filter(({ of }) => of.id === `ticket:${ticket}`);
      expect(title?.of).toMatchObject({ openedVia: 'mail' });
    });
  });

  it('files go as rows; a mail that is nothing but a file is emptied, as the first part of a message stays', async () => {
    await withDesk(
      true,
      async ({ host, seed, person }) => {
        await anonymize(host, person);
        const files = seed.tracker.rows.all('Attachments').filter((row) => textIn(row, 'Filename') !== '');
        expect(files.map(({ Filename }) => Filename)).toEqual([]);
        expect(holds(seed, 'passport')).toBe(false);
        expect(seed.tracker.rows.find('Attachments', 4)).toBeDefined();
      },
      (seed, { ticket, person }) => {
        const mail = { type: 'text/plain', filename: 'scan.txt', text: 'passport' };
        seed.message(ticket, { by: person, Type: 'Correspond', mail });
        mailedIn(seed, { ticket, by: person }, mailOf({ files: [{ name: 'more.txt', inside: 'passport' }] }));
      },
    );
  });

  it('a text edited after it was read is left alone, as the part compares before it cuts', async () => {
    await withDesk(
      true,
      async (running) => {
        const { host, seed, person } = running;
        const summary = (await spotsOf(host, person)).find(({ id }) => id.startsWith('Articles:1/Summary'));
        seed.tracker.rows.update('Articles', 1, { Summary: 'edited meanwhile' });
        if (summary === undefined) throw new Error('the article is not found');
        const step: ReadyStep = {
          ...stepOn(summary, 'cut', 'Ask Anonymized'),
          before: Personal.of('Ask Ada Quellstone'),
        };
        await expect(blankAlone(running, step)).resolves.toBe('stale');
        expect(seed.tracker.rows.get('Articles', 1).Summary).toBe('edited meanwhile');
      },
      hideMore,
    );
  });

  it('writes in batches of two hundred', async () => {
    await withDesk(
      true,
      async ({ host, server, person }) => {
        const { ending } = await anonymize(host, person);
        expect(ending.state).toBe('done');
        const writes = server.made.filter(({ isWrite }) => isWrite);
        expect(writes.length).toBeLessThanOrEqual(15);
      },
      (seed, { person }) => {
        for (let count = 0; count < 150; count += 1) openedBy(seed, person, 'Roof');
      },
    );
  });

  it('other accounts that name the person are cut, and accounts of RT itself are left alone', async () => {
    await withDesk(
      true,
      async ({ host, seed, person, agent }) => {
        await anonymize(host, person);
        expect(seed.tracker.rows.get('Users', agent).Comments).toBe('stands in for Anonymized');
        expect(seed.tracker.rows.get('Users', 1).Comments).toBe('Ada Quellstone installed it');
      },
      (seed, { agent }) => {
        seed.tracker.rows.update('Users', agent, { Comments: 'stands in for Ada Quellstone' });
        seed.tracker.rows.update('Users', 1, { Comments: 'Ada Quellstone installed it' });
      },
    );
  });
});
