import { describe, expect, it } from '@jest/globals';
import { memoryJournal } from '@lethe/core/testing';
import { talliesOf } from './fake/dump.ts';
import type { Seed } from './fake/seed.ts';
import { ada, anonymize, candidacy, holds, outcomesOf, withAshby, writesOf } from './journeys.ts';
import { dossierIdOf, personIdOf } from '../src/index.ts';

describe('a whole candidate', () => {
  it('LV-08 LV-11 PI-13 PI-14 is anonymized with all applications: no name, address or phone is left, seen by reading again', async () => {
    await withAshby(candidacy, async ({ seed, host, clock, candidate }) => {
      const { ending, review } = await anonymize({ host, clock }, candidate);
      expect(ending.state).toBe('done-with-gaps');
      expect(review.plan.gaps.map(({ label }) => label)).toEqual([
        ...[expect.stringContaining('recordings'), expect.stringContaining('recordings')],
        expect.stringContaining('e-mails and survey answers'),
      ]);
      for (const text of [...ada.emails, ...ada.phones, 'Quellstone', 'Adalind', '192.0.2.7', 'I print', 'Tartu'])
        expect(holds(seed, text)).toBe(false);
      expect(seed.ashby.applications.all()).toHaveLength(2);
    });
  });

  it('PN-06 LR-21 keeps every figure: stage, source, archive reason, notes, scorecards, offers, interviews', async () => {
    await withAshby(candidacy, async ({ seed, host, clock, candidate, first }) => {
      seed.note(candidate, `${ada.name} is strong in databases.`);
      seed.feedback(first, `Hire ${ada.name}!`);
      const before = talliesOf(seed.ashby);
      const { ending, review } = await anonymize({ host, clock }, candidate);
      expect(talliesOf(seed.ashby)).toEqual(before);
      expect(ending.tallies).toMatchObject({ changed: [], compared: 3 });
      // What colleagues wrote cannot be edited: it is a gap where it names her, and stays where it does not.
      expect(review.plan.gaps.filter(({ kind }) => kind === 'message.body')).toHaveLength(2);
      expect(review.plan.kept.filter(({ kind }) => kind === 'message.body')).toHaveLength(3);
    });
  });

  it('LR-22 takes what no other call reaches last, once, and mails nobody about it', async () => {
    const fill = (seed: Seed) => candidacy(seed, { tags: ['Backend', ada.name] });
    await withAshby(fill, async ({ seed, fake, host, clock, candidate }) => {
      await anonymize({ host, clock }, candidate);
      const writes = writesOf(fake);
      expect(writes.slice(-2)).toEqual(['candidate.update', 'candidate.anonymize']);
      expect(writes.filter((one) => one === 'candidate.anonymize')).toHaveLength(1);
      expect(writes.filter((one) => one === 'candidate.removeTag')).toHaveLength(1);
      expect(seed.ashby.candidates.get(candidate).tags.map((tag) => seed.ashby.tags.get(tag).title)).toEqual([
        'Backend',
      ]);
      expect(seed.ashby.mailed.all()).toEqual([]);
      const updates = fake.made.filter(({ url }) => url === '/candidate.update');
      for (const { body } of updates) {
        expect(body).toMatchObject({ sendNotifications: false });
        expect(body).not.toHaveProperty('alternateEmail');
      }
    });
  });

  it('LV-12 cannot be one application: nothing lists it, and the profile says so', async () => {
    await withAshby(candidacy, async ({ host, first }) => {
      expect(host.profile.scopes).toEqual(['person']);
      const listed = host.spots([{ by: 'dossier', dossier: dossierIdOf(first) }]);
      await expect(listed[Symbol.asyncIterator]().next()).rejects.toMatchObject({ code: 'rejected' });
    });
  });
});

describe('what candidate.anonymize leaves', () => {
  const leaving = { behaviour: { takes: ['details', 'links'] as const } };

  it('is refused with what to do, and the call is not made again for it', async () => {
    await withAshby(
      candidacy,
      async ({ fake, host, clock, candidate }) => {
        const journal = memoryJournal();
        const { ending } = await anonymize({ host, clock }, candidate, { journal });
        expect(ending).toMatchObject({ state: 'stopped', reason: 'unfinished-steps' });
        expect(await outcomesOf(journal, '/file:')).toEqual(['refused']);
        expect(await outcomesOf(journal, '/answers:')).toEqual(['refused', 'refused']);
        expect(await outcomesOf(journal, '/client')).toEqual(['refused', 'refused', 'refused', 'refused']);
        expect(await outcomesOf(journal, '/emails')).toEqual(['clean']);
        const remedies = journal.changes.flatMap(({ settle = [] }) => settle.flatMap(({ remedy }) => remedy ?? []));
        expect(remedies.join(' ')).toContain('`anonymizeTakes`');
        expect(writesOf(fake).filter((one) => one === 'candidate.anonymize')).toHaveLength(1);
      },
      leaving,
    );
  });

  it('ends as a gap where somebody accepts it', async () => {
    await withAshby(
      candidacy,
      async ({ host, clock, candidate }) => {
        const { ending } = await anonymize({ host, clock }, candidate, { acceptRefused: true });
        expect(ending.state).toBe('done-with-gaps');
      },
      leaving,
    );
  });

  it('is a gap from the start where the settings say so', async () => {
    await withAshby(
      candidacy,
      async ({ host, clock, candidate }) => {
        const { ending, review } = await anonymize({ host, clock }, candidate);
        expect(ending.state).toBe('done-with-gaps');
        expect(review.plan.gaps.map(({ because }) => because).join(' ')).toContain('`anonymizeTakes`');
        expect(review.plan.gaps.length).toBeGreaterThan(6);
      },
      { ...leaving, options: { anonymizeTakes: [] } },
    );
  });

  it('may be a name of its own, which ours takes the place of', async () => {
    await withAshby(
      candidacy,
      async ({ seed, fake, host, clock, candidate }) => {
        const { ending } = await anonymize({ host, clock }, candidate);
        expect(ending.state).toBe('done-with-gaps');
        expect(seed.ashby.candidates.get(candidate).name).toBe('Anonymized');
        expect(writesOf(fake).slice(-3)).toEqual(['candidate.update', 'candidate.anonymize', 'candidate.update']);
      },
      { behaviour: { nameAfter: 'Candidate 4711' } },
    );
  });
});

describe('what Ashby asks for before it anonymizes', () => {
  it.each(['Active', 'Lead'] as const)(
    'LV-03 an application that became %s after the last look: Ashby says no, and the address stays to find the person by',
    async (status) => {
      await withAshby(candidacy, async ({ seed, fake, host, clock, candidate, first }) => {
        fake.afterwards = ({ url }) => {
          if (url === '/candidate.update') seed.ashby.applications.update(first, { status });
        };
        const journal = memoryJournal();
        const { ending } = await anonymize({ host, clock }, candidate, { journal });
        expect(ending).toMatchObject({ state: 'stopped', reason: 'unfinished-steps' });
        expect(await outcomesOf(journal, '/emails')).toEqual(['refused']);
        expect(seed.ashby.candidates.get(candidate).emailAddresses).toHaveLength(2);
        const remedies = journal.changes.flatMap(({ settle = [] }) => settle.flatMap(({ remedy }) => remedy ?? []));
        expect(remedies.join(' ')).toContain('archived or hired first');
      });
    },
  );

  it.each([
    ['Archived', { state: 'archived', hired: false, lead: false }],
    ['Hired', { state: 'archived', hired: true, lead: false }],
    ['Active', { state: 'open', hired: false, lead: false }],
    ['Lead', { state: 'open', hired: false, lead: true }],
  ] as const)(
    'PI-12 LV-03 an application that is %s is told as that, as Ashby would anonymize a hire',
    async (status, told) => {
      await withAshby(candidacy, async ({ seed, host, candidate, first }) => {
        seed.ashby.applications.update(first, { status });
        expect(await caseOf(host, candidate, first)).toMatchObject(told);
      });
    },
  );

  it('LV-03 an application with nothing in it is a case all the same', async () => {
    const bare = (seed: Seed) => {
      const candidate = seed.candidate({ ...ada });
      return { candidate, only: seed.application(candidate, { status: 'Hired', submitterClientIp: null }) };
    };
    await withAshby(bare, async ({ host, candidate, only }) => {
      expect(await caseOf(host, candidate, only)).toMatchObject({ hired: true });
    });
  });

  it.each([
    ['Scheduled', '2026-12-24T09:00:00.000Z', true],
    ['Scheduled', '2020-12-24T09:00:00.000Z', false],
    ['Cancelled', '2999-12-24T09:00:00.000Z', false],
    ['WaitingOnCandidateBooking', null, true],
    ['Complete', null, false],
  ])('an interview that is %s for %s is to come: %s', async (status, start, pending) => {
    await withAshby(candidacy, async ({ seed, clock, host, candidate, second }) => {
      const startTime =
        start?.startsWith('2026') === true ? new Date(clock.now().getTime() + 60_000).toISOString() : start;
      seed.schedule(second, status, startTime);
      expect((await caseOf(host, candidate, second))?.interviewPending).toBe(pending);
    });
  });
});

describe('fields of the organization', () => {
  const fields = {
    Nickname: 'Adalind',
    Remark: 'Quellstone',
    Born: '1990-01-02',
    Level: 'Senior',
    Page: 'https://a.test',
  };
  const typed = (seed: Seed) => {
    seed.field('Candidate', 'Born', 'Date');
    seed.field('Candidate', 'Level', 'ValueSelect');
    seed.field('Candidate', 'Page', 'Url');
    return candidacy(seed, { fields });
  };

  it('are emptied in one call where they hold what was typed; choices are counted; what is never empty is a gap', async () => {
    await withAshby(typed, async ({ seed, fake, host, clock, candidate }) => {
      const { review } = await anonymize({ host, clock }, candidate);
      const values = seed.ashby.candidates.get(candidate).customFields.map(({ title, value }) => [title, value]);
      expect(Object.fromEntries(values)).toEqual({ ...fields, Nickname: '', Remark: '' });
      expect(fake.made.filter(({ url }) => url === '/customField.setValues')).toHaveLength(1);
      const because = review.plan.gaps.map((gap) => gap.because).filter((one) => one.includes('no empty value'));
      expect(because).toHaveLength(2);
    });
  });

  it('may go with the candidate where an Ashby was seen to take them', async () => {
    await withAshby(
      typed,
      async ({ host, clock, candidate }) => {
        const { review, journal } = await anonymize({ host, clock }, candidate);
        expect(review.plan.gaps.map(({ label }) => label)).toEqual([
          ...[expect.stringContaining('recordings'), expect.stringContaining('recordings')],
          expect.stringContaining('e-mails'),
        ]);
        expect(await outcomesOf(journal, '/field:')).not.toContain('refused');
      },
      {
        options: { anonymizeTakes: ['files', 'clientInfo', 'answers', 'customFields'] },
        behaviour: { takes: ['details', 'links', 'files', 'clientInfo', 'answers', 'customFields'] },
      },
    );
  });

  it('that take no empty text keep the person where they are until somebody decides, who is told the setting', async () => {
    await withAshby(
      candidacy,
      async ({ seed, host, clock, candidate }) => {
        const journal = memoryJournal();
        const { ending } = await anonymize({ host, clock }, candidate, { journal });
        expect(ending.reason).toBe('unfinished-steps');
        expect(seed.ashby.candidates.get(candidate).name).toBe(ada.name);
        const remedies = journal.changes.flatMap(({ settle = [] }) => settle.flatMap(({ remedy }) => remedy ?? []));
        expect(remedies.join(' ')).toContain('`emptyFields: overwritten`');
      },
      { behaviour: { takesEmpty: false } },
    );
  });
});

describe('rights of a key', () => {
  it.each([
    ['candidate.list', 'Candidates: read'],
    ['interviewSchedule.list', 'Interviews: read'],
    ['offer.list', 'Offers: read'],
    ['customField.list', 'Hiring process: read'],
  ])('without %s are an obstacle that names "%s"', async (endpoint, permission) => {
    await withAshby(
      candidacy,
      async ({ host }) => {
        const obstacles = await host.preflight();
        expect(obstacles.map(({ code }) => code)).toEqual(['host-right-missing']);
        expect(obstacles[0]?.says).toContain(permission);
      },
      { refused: [endpoint] },
    );
  });

  it('that may only read refuse each step, with what to do', async () => {
    await withAshby(
      candidacy,
      async ({ host, clock, candidate }) => {
        const journal = memoryJournal();
        await anonymize({ host, clock }, candidate, { journal });
        expect(new Set(await outcomesOf(journal, '/field:'))).toEqual(new Set(['refused']));
        const codes = journal.changes.flatMap(({ settle = [] }) => settle.flatMap(({ code }) => code ?? []));
        expect(new Set(codes)).toEqual(new Set(['not-permitted']));
      },
      { refused: ['customField.setValue', 'customField.setValues'] },
    );
  });
});

describe('places', () => {
  it('LR-20 what is filed under an application says where its job is', async () => {
    await withAshby(candidacy, async ({ seed, host, candidate, first }) => {
      const { locationId } = seed.ashby.applications.get(first);
      const places = new Set<string | undefined>();
      for await (const { id, location } of host.spots([{ by: 'person', person: personIdOf(candidate) }]))
        if (id.startsWith(`a${first}`)) places.add(location);
      expect([...places]).toEqual([locationId]);
    });
  });
});

async function caseOf(host: Parameters<typeof anonymize>[0]['host'], candidate: string, application: string) {
  for await (const { of } of host.spots([{ by: 'person', person: personIdOf(candidate) }]))
    if (of.type === 'dossier' && of.id === dossierIdOf(application)) return of;
  return undefined;
}
