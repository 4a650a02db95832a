import { describe, expect, it } from '@jest/globals';
import { requestTrackerHost } from '../src/index.ts';
import { anonymize, holds, labelled, reread, spotsOf } from './journeys.ts';
import { answered, blankAlone, mailOf, mailedIn, openedBy, stepOn, withDesk } from './desk.ts';
import { ways } from './fake.ts';
import type { Seed } from './fake/seed.ts';
import { openingMail } from './mails.ts';

function ticketFrom(seed: Seed, by: number, noted: string | undefined): number {
  const opening = openingMail({ from: 'a@mail.test', subject: 'Roof', noted, text: 'It leaks.', files: [] });
  return seed.ticket({ by, Subject: 'Roof', opening });
}

describe.each(ways)('Request Tracker $name', ({ inside }) => {
  it('HD-11 X-RT-Interface tells how a ticket was opened; where RT noted nothing it is unknown', async () => {
    await withDesk(
      inside,
      async ({ host, person }) => {
        const titles = (await spotsOf(host, person)).filter(({ kind }) => kind === 'dossier.title');
        const via = titles.map(({ of }) => (of.type === 'dossier' ? of.openedVia : ''));
        expect(via).toEqual(['mail', 'web', 'api', 'unknown', 'unknown']);
      },
      (seed, { person }) => {
        for (const noted of ['Web', 'REST', undefined]) ticketFrom(seed, person, noted);
        seed.ticket({ by: person, Subject: 'Without a message' });
      },
    );
  });

  it('HD-12 an answer was mailed to requestors and copies; a comment was not, and is cut only', async () => {
    await withDesk(
      inside,
      async ({ host, person }) => {
        const bodies = (await spotsOf(host, person)).filter(({ kind }) => kind === 'message.body').map(({ of }) => of);
        const said = bodies.map((of) => (of.type === 'message' ? [of.channel, of.direction] : []));
        expect(said).toEqual([
          ['mail', 'incoming'],
          ['mail', 'outgoing'],
          ['mail', 'outgoing'],
          ['note', 'internal'],
        ]);
      },
      (seed, { ticket, agent }) => {
        const mail = { type: 'text/plain', text: 'Ada Quellstone is angry' };
        seed.message(ticket, { by: agent, Type: 'Comment', mail });
      },
    );
  });

  it('HD-13 a notice to a colleague holds what the person wrote: it goes with it, or is a gap like it', async () => {
    await withDesk(
      inside,
      async ({ host, seed, person }) => {
        const { review } = await anonymize(host, person);
        expect(holds(seed, 'passport is in the drawer')).toBe(!inside);
        const bodies = review.spots.filter(({ kind }) => kind === 'message.body').length;
        const gone = [...review.plan.steps, ...review.plan.gaps].filter(({ kind }) => kind === 'message.body').length;
        expect(gone).toBe(bodies);
      },
      (seed, { ticket, person }) => {
        const text = 'My passport is in the drawer.';
        mailedIn(seed, { ticket, by: person }, mailOf({ text }));
        const notice = {
          type: 'text/plain',
          text,
          headers: { To: 'bo.lund@desk.test', Subject: '[helpdesk.test #1] Re' },
        };
        seed.message(ticket, { by: 1, Type: 'EmailRecord', mail: notice });
      },
    );
  });

  it('HD-10 HD-17 requestor, creator and organization stay', async () => {
    await withDesk(inside, async ({ host, seed, person, ticket }) => {
      await anonymize(host, person);
      const { rows } = seed.tracker;
      expect(seed.tracker.members(ticket, 'Requestor').map(({ id }) => id)).toEqual([person]);
      expect(rows.get('Tickets', ticket).Creator).toBe(person);
      expect(rows.get('Users', person).Organization).toBe('Acme');
    });
  });

  it('HD-09 HD-15 disables the account and empties it; its name may not be blank', async () => {
    await withDesk(inside, async ({ host, seed, person }) => {
      const { ending } = await anonymize(host, person);
      expect(ending.state).toBe(inside ? 'done' : 'done-with-gaps');
      const { Name, EmailAddress, RealName, HomePhone, Comments, Address1 } = seed.tracker.rows.get('Users', person);
      expect(seed.tracker.isDisabled(person)).toBe(true);
      expect(Name).toMatch(/^anonymized-[0-9a-f]{10}$/);
      expect([EmailAddress, HomePhone, Comments, Address1].map((cell) => cell ?? '')).toEqual(['', '', '', '']);
      expect(String(RealName)).not.toMatch(/Ada|Quellstone/);
    });
  });

  it('what is gone reads as gone, and counts as blanked', async () => {
    await withDesk(
      inside,
      async (running) => {
        const { host, seed, person } = running;
        const cc = (await spotsOf(host, person)).find(({ holder }) => holder === String(person));
        const subject = labelled(await spotsOf(host, person), inside ? 'subject 2 of ticket 2' : 'subject of ticket 2');
        for (const { id } of seed.tracker.rows.where('GroupMembers', { MemberId: person }))
          seed.tracker.rows.delete('GroupMembers', id);
        seed.tracker.rows.delete('Tickets', 2);
        for (const { id } of seed.tracker.rows.where('Transactions', { ObjectId: 2 }))
          seed.tracker.rows.delete('Transactions', id);
        expect(cc).toBeDefined();
        if (cc !== undefined) expect(['absent', 'done']).toContain(await blankAlone(running, stepOn(cc, 'remove')));
        expect(await reread(host, subject.id)).toBe('gone');
      },
      (seed, { person, agent }) => void seed.ticket({ by: agent, Subject: 'Ada Quellstone', cc: [person] }),
    );
  });

  it('asks at most four things at a time', async () => {
    await withDesk(inside, async ({ transport, person }) => {
      const busy = { now: 0, most: 0 };
      const host = await requestTrackerHost(async (call) => {
        busy.now += 1;
        busy.most = Math.max(busy.most, busy.now);
        return transport(call).finally(() => (busy.now -= 1));
      });
      await anonymize(host, person);
      expect(busy.most).toBeLessThanOrEqual(4);
      expect(busy.most).toBeGreaterThan(inside ? 0 : 1);
    });
  });

  it('a comment that only mentions the person is cut, and the rest of it stays', async () => {
    await withDesk(
      inside,
      async ({ host, seed, person }) => {
        const { review } = await anonymize(host, person);
        const comment = review.spots.find(
          ({ kind, of }) => kind === 'message.body' && of.type === 'message' && of.channel === 'note',
        );
        const text = comment === undefined ? '' : await reread(host, comment.id);
        expect(text).toBe(inside ? 'Anonymized phoned, the tap drips.' : 'Ada Quellstone phoned, the tap drips.');
        expect(holds(seed, 'the tap drips')).toBe(true);
      },
      (seed, { agent }) => {
        const cy = seed.user({ Name: 'cy', EmailAddress: 'cy@mail.test', RealName: 'Cy Marsh' });
        const ticket = openedBy(seed, cy, 'Tap');
        const mail = { type: 'text/plain', text: 'Ada Quellstone phoned, the tap drips.' };
        seed.message(ticket, { by: agent, Type: 'Comment', mail });
        answered(
          seed,
          { ticket, by: agent },
          mailOf({ from: ['bo.lund@desk.test'], to: ['cy@mail.test'], text: 'Nothing.' }),
        );
      },
    );
  });
});
