import { describe, expect, it } from '@jest/globals';
import type { Spot } from '@lethe/core';
import { anonymize, holds, spotsOf } from './journeys.ts';
import { answered, mailOf, mailedIn, openedBy, withDesk } from './desk.ts';
import { ways } from './fake.ts';

function dossiersOf(spots: readonly Spot[]): readonly string[] {
  return [...new Set(spots.flatMap(({ of }) => (of.type === 'dossier' ? [of.id] : [])))];
}

describe.each(ways)('finding in Request Tracker $name', ({ inside }) => {
  it('finds every ticket the person has to do with: opened, requested, in copy, owned, written in, mentioned anywhere', async () => {
    await withDesk(
      inside,
      async ({ host, person }) => {
        const found = dossiersOf(await spotsOf(host, person));
        const expected = Array.from({ length: 9 }, (_, at) => `ticket:${String(at + 1)}`);
        expect(found).toEqual(expect.arrayContaining(expected));
        expect(found).not.toContain('ticket:10');
      },
      (seed, { person, agent }) => {
        const { tracker } = seed;
        seed.ticket({ by: agent, Subject: 'Roof', requestors: [person] });
        seed.ticket({ by: agent, Subject: 'Roof', cc: [person] });
        seed.ticket({ by: agent, Subject: 'Roof', adminCc: [person] });
        seed.ticket({ by: agent, Subject: 'Roof', owner: person });
        mailedIn(seed, { ticket: openedBy(seed, agent, 'Roof'), by: person }, mailOf({ text: 'me too' }));
        openedBy(seed, agent, 'ADA.QUELL@MAIL.TEST called');
        seed.ticket({ by: agent, Subject: 'Roof', fields: { Circumstances: 'for Ada Quellstone' } });
        const told = { Type: 'Set', Field: 'Subject', OldValue: 'For Ada Quellstone', NewValue: 'Roof' };
        tracker.transaction({ type: 'RT::Ticket', id: seed.ticket({ by: agent, Subject: 'Roof' }) }, agent, told);
        openedBy(seed, agent, { subject: 'Quells', text: 'Nothing about her.' });
      },
    );
  });

  it('deleted tickets, reminders and tickets merged into others are hidden from searches: they are found all the same', async () => {
    await withDesk(
      inside,
      async ({ host, person }) => {
        const titles = (await spotsOf(host, person)).filter(({ kind }) => kind === 'dossier.title');
        const numbers = titles.map(({ label }) => /\d+$/.exec(label)?.[0]);
        expect(numbers.sort()).toEqual(['1', '2', '3', '4']);
      },
      (seed, { person, ticket }) => {
        const columns = [{ Status: 'deleted' }, { Type: 'reminder' }, { EffectiveId: ticket, IsMerged: 1 }];
        for (const one of columns) {
          const { Status = 'new', ...more } = { ...one };
          seed.ticket({ by: person, Subject: 'Ada Quellstone again', Status, columns: more });
        }
      },
    );
  });

  it('references give the name, which is an address: no id, label or reason ever holds what the host gave', async () => {
    await withDesk(
      inside,
      async ({ host, person }) => {
        const said = (await spotsOf(host, person)).flatMap(({ id, label, of, ability }) => [
          ...[id, label, of.id, JSON.stringify(ability ?? {})],
        ]);
        expect(said.join('\n')).not.toMatch(/quell|1234|likes tea|1701/i);
      },
      (seed, { ticket, person }) => {
        const files = [{ name: 'Ada Quellstone.txt', inside: 'x' }];
        const html = mailOf({ copies: ['ada.quell@mail.test'], files, form: 'html', text: '<p>x</p>' });
        mailedIn(seed, { ticket, by: person }, html);
      },
    );
  });

  it('a page has a hundred rows: everything of two hundred tickets is found', async () => {
    await withDesk(
      inside,
      async ({ host, person }) => {
        const spots = await spotsOf(host, person);
        expect(spots.filter(({ kind }) => kind === 'dossier.title')).toHaveLength(201);
        expect(spots.filter(({ kind }) => kind === 'message.body')).toHaveLength(203);
      },
      (seed, { person }) => {
        for (let count = 0; count < 200; count += 1) openedBy(seed, person, 'Roof');
      },
    );
  });
});

describe('finding in Request Tracker over REST', () => {
  it('Content LIKE in a ticket query finds nothing, full text being off: mails are searched by themselves', async () => {
    await withDesk(
      false,
      async ({ host, person }) => {
        const { review } = await anonymize(host, person);
        expect(review.plan.gaps.map(({ label }) => label)).toContain('text 4 on ticket 2');
      },
      (seed, { agent }) => void openedBy(seed, agent, { subject: 'Roof', text: 'Ask ada.quell@mail.test.' }),
    );
  });

  it('a name with letters beyond ASCII stands quoted-printable in the database: it is found by the letters between them', async () => {
    await withDesk(
      false,
      async ({ host, seed, person }) => {
        seed.tracker.rows.update('Users', person, { RealName: 'Žofie Ångström' });
        const spots = await spotsOf(host, person);
        expect(spots.map(({ label }) => label)).toContain('text 4 on ticket 2');
        expect(holds(seed, 'Žofie Ångström')).toBe(true);
      },
      (seed, { agent }) => void openedBy(seed, agent, { subject: 'Roof', text: 'Please ask Žofie Ångström about it.' }),
    );
  });

  it('TicketSQL has quotes and no IN: a name with a quote and a backslash breaks no search', async () => {
    await withDesk(
      false,
      async ({ host, seed, person }) => {
        seed.tracker.rows.update('Users', person, { RealName: "Ada O'Quell\\stone" });
        const titles = (await spotsOf(host, person)).filter(({ kind }) => kind === 'dossier.title');
        expect(titles.map(({ of }) => of.id)).toEqual(['ticket:1', 'ticket:2']);
      },
      (seed, { agent }) => void openedBy(seed, agent, "Call Ada O'Quell\\stone"),
    );
  });

  it('a file RT keeps in base64 cannot be searched by what is in it: found by its name, and by its ticket', async () => {
    await withDesk(
      false,
      async ({ host, seed, person }) => {
        expect(seed.tracker.rows.get('Attachments', 7).ContentEncoding).toBe('base64');
        const labels = (await spotsOf(host, person))
          .filter(({ kind }) => kind === 'attachment')
          .map(({ label }) => label);
        expect(labels).toEqual(['file 7 on ticket 2']);
      },
      (seed, { agent }) => {
        const ticket = openedBy(seed, agent, 'Roof');
        const named = { name: 'ada.quell@mail.test.bin', inside: 'Ada Quellstone' };
        mailedIn(seed, { ticket, by: agent }, mailOf({ from: ['bo.lund@desk.test'], files: [named] }));
      },
    );
  });

  it('searches are posted, so that no name ends in an access log', async () => {
    await withDesk(
      false,
      async ({ host, server, person }) => {
        await anonymize(host, person);
        expect(server.made.map(({ url }) => decodeURIComponent(url)).join('\n')).not.toMatch(/quell|1234|1701/i);
      },
      (seed, { ticket, agent }) => {
        answered(seed, { ticket, by: agent }, mailOf({ text: 'Ada Quellstone' }));
      },
    );
  });
});
