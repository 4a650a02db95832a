import { describe, expect, it } from '@jest/globals';
import { anonymize, holds, labelled, reread, spotsOf } from './journeys.ts';
import { blankAlone, mailOf, mailedIn, openedBy, stepOn, withDesk } from './desk.ts';
import { textIn } from './fake/rows.ts';

describe('Request Tracker over REST', () => {
  it('PUT of an account writes Set transactions with the old address, name and telephone number: the plan says that they remain', async () => {
    await withDesk(false, async ({ host, seed, person }) => {
      const { ending, review } = await anonymize(host, person);
      const kinds = review.plan.remains.map(({ kind }) => kind);
      expect(kinds).toEqual(expect.arrayContaining(['person.email', 'person.name', 'person.phone', 'person.login']));
      expect(ending.state).toBe('done-with-gaps');
      const old = seed.tracker.rows.where('Transactions', { ObjectType: 'RT::User', Type: 'Set' });
      expect(old.map(({ OldValue }) => OldValue)).toEqual(
        expect.arrayContaining(['ada.quell@mail.test', 'Ada Quellstone', '+372 555 1234']),
      );
    });
  });

  it('PUT of a subject writes a Set transaction that keeps the old one: the plan says that it remains', async () => {
    await withDesk(false, async ({ host, seed, person, ticket }) => {
      const { review } = await anonymize(host, person);
      expect(review.plan.remains.map(({ kind }) => kind)).toContain('dossier.title');
      expect(textIn(seed.tracker.rows.get('Tickets', ticket), 'Subject')).not.toContain('Quellstone');
      const entries = seed.tracker.rows.where('Transactions', { Type: 'Set', Field: 'Subject' });
      expect(entries.map(({ OldValue }) => OldValue)).toEqual(['Printer of Ada Quellstone']);
    });
  });

  it('a blanked custom field keeps its old value disabled: the plan says that it remains, and an emptied one counts as blank', async () => {
    await withDesk(false, async ({ host, seed, person }) => {
      const { review } = await anonymize(host, person);
      const values = seed.tracker.rows.where('ObjectCustomFieldValues', { Content: 'KD-1701' });
      expect(values.map(({ Disabled }) => Disabled)).toEqual([1]);
      expect(review.plan.remains.map(({ kind }) => kind)).toContain('person.field');
      const again = await anonymize(host, person);
      expect(again.review.plan.steps).toEqual([]);
    });
  });

  it('transactions and attachments are read-only (405): every mail is a gap that says what to do, and no call is tried', async () => {
    await withDesk(
      false,
      async ({ host, seed, server, person }) => {
        const { review } = await anonymize(host, person);
        const gaps = review.plan.gaps.map(({ kind }) => kind);
        const kinds = ['message.body', 'message.subject', 'message.envelope', 'message.copies', 'attachment'];
        expect(gaps).toEqual(expect.arrayContaining(kinds));
        const [body] = review.plan.gaps.filter(({ kind }) => kind === 'message.body');
        expect(body?.because).toContain('405');
        expect(body?.instead).toContain("Install Lethe's part");
        const writes = server.made.filter(({ isWrite }) => isWrite).map(({ url }) => url.split('/')[1]);
        expect(new Set(writes)).toEqual(new Set(['user', 'ticket']));
        expect(holds(seed, 'I am Ada Quellstone.')).toBe(true);
      },
      (seed, { ticket, person }) => {
        const files = [{ name: 'cv.txt', inside: 'x' }];
        mailedIn(seed, { ticket, by: person }, mailOf({ copies: ['ada.quell@mail.test', 'ben@mail.test'], files }));
      },
    );
  });

  it('what was changed before stays in histories, which no REST call edits: gaps that say what to do', async () => {
    await withDesk(
      false,
      async ({ host, person }) => {
        const { review } = await anonymize(host, person);
        for (const kind of ['dossier.history', 'person.history'] as const) {
          const gap = review.plan.gaps.find((one) => one.kind === kind);
          expect(gap?.instead).toContain("Install Lethe's part");
        }
      },
      (seed, { ticket, person, agent }) => {
        const set = { Type: 'Set', OldValue: 'Ada Quellstone calls', NewValue: 'x' };
        seed.tracker.transaction({ type: 'RT::Ticket', id: ticket }, agent, { ...set, Field: 'Subject' });
        seed.tracker.transaction({ type: 'RT::User', id: person }, agent, { ...set, Field: 'NickName' });
      },
    );
  });

  it('what no REST call lists or searches (old values, preferences, sessions, squelched addresses) is one gap of every person', async () => {
    await withDesk(false, async ({ host, person }) => {
      const { review } = await anonymize(host, person);
      const gap = review.plan.gaps.find(({ label }) => label.startsWith('places the REST API does not show'));
      expect(gap?.because).toMatch(/old values of custom fields, preferences, sessions/);
    });
  });

  it('"Name in use" comes with 200 and saves nothing: read again, the old login is still there', async () => {
    await withDesk(false, async (running) => {
      const login = labelled(await spotsOf(running.host, running.person), `Name of user ${String(running.person)}`);
      await expect(blankAlone(running, stepOn(login, 'set', 'bo.lund'))).resolves.toBe('done');
      expect(await reread(running.host, login.id)).toBe('ada.quell@mail.test');
    });
  });

  it('what was answered with 200 and did nothing is still there when it is read again', async () => {
    await withDesk(false, async (running) => {
      const { host, server, person } = running;
      const subject = labelled(await spotsOf(host, person), 'subject of ticket 1');
      server.faults.set({ kind: 'lie', on: 'writes', times: Infinity });
      await expect(blankAlone(running, stepOn(subject, 'set', '[Anonymized]'))).resolves.toBe('done');
      expect(await reread(host, subject.id)).toBe('Printer of Ada Quellstone');
    });
  });

  it('DELETE of a disabled account fails (500): it is disabled by a column, which is safe to repeat', async () => {
    await withDesk(false, async (running) => {
      const access = labelled(await spotsOf(running.host, running.person), `sign-in of user ${String(running.person)}`);
      for (let count = 0; count < 2; count += 1)
        await expect(blankAlone(running, stepOn(access, 'close'))).resolves.toBe('done');
      expect(running.seed.tracker.isDisabled(running.person)).toBe(true);
      expect(running.server.made.some(({ method }) => method === 'DELETE')).toBe(false);
    });
  });

  it('fields=Parent fails (500), and so does asking for an entry or part by itself that is gone: neither is ever asked for', async () => {
    await withDesk(false, async ({ host, server, person }) => {
      await anonymize(host, person);
      const urls = server.made.map(({ url }) => url);
      expect(urls.filter((url) => /Parent|^\/transaction\/|^\/attachment\//.test(url))).toEqual([]);
    });
  });

  it('lists of people are taken whole: whoever came since the review stays, and so does everybody else', async () => {
    await withDesk(
      false,
      async (running) => {
        const { host, seed, person, agent, ticket } = running;
        const cc = (await spotsOf(host, person)).filter(
          ({ kind, holder }) => kind === 'dossier.people' && holder === String(person),
        );
        expect(cc.map(({ label }) => label)).toEqual([`cc ${person} of ticket 2`]);
        const late = seed.user({ Name: 'late', EmailAddress: 'late@mail.test' });
        seed.tracker.join(ticket + 1, 'Cc', { user: late });
        for (const spot of cc) await expect(blankAlone(running, stepOn(spot, 'remove'))).resolves.toBe('done');
        expect(seed.tracker.members(ticket + 1, 'Cc').map(({ id }) => id)).toEqual([agent, late]);
        const [entry] = seed.tracker.rows.where('Transactions', { Type: 'DelWatcher' });
        expect([entry?.Field, entry?.OldValue]).toEqual(['Cc', String(person)]);
      },
      (seed, { person, agent }) => {
        const other = openedBy(seed, agent, 'Roof');
        for (const user of [person, agent]) seed.tracker.join(other, 'Cc', { user });
      },
    );
  });
});
