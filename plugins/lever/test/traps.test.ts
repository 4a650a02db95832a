import { describe, expect, it } from '@jest/globals';
import { defaultRules } from '@lethe/core';
import type { SpotId, SpotKind, Verb } from '@lethe/core';
import { carryOut, memoryJournal, reviewOf, runOf } from '@lethe/core/testing';
import { talliesOf } from './fake/dump.ts';
import type { Seed } from './fake/seed.ts';
import { plainKey, reasons } from './fake/seed.ts';
import {
  ada,
  anonymize,
  candidacy,
  holds,
  outcomesOf,
  reread,
  rulesWith,
  spotEnding,
  stepOf,
  strict,
  withLever,
  writesOf,
} from './journeys.ts';
import { dossierIdOf, personIdOf } from '../src/index.ts';
import { contactSpot, opportunitySpot } from '../src/place.ts';

describe('a whole candidate', () => {
  it('LV-08 LV-11 PI-13 is anonymized with all opportunities: no name, address or phone is left, seen by reading again', async () => {
    await withLever(candidacy, async ({ seed, fake, host, clock, contact }) => {
      const counts = Object.keys(seed.lever.tables()).map((name) => [name, seed.lever.tables()[name]?.all().length]);
      const { ending, review } = await anonymize({ host, clock }, contact);
      expect(ending.state).toBe('done-with-gaps');
      expect(review.plan.gaps.map(({ label }) => label)).toEqual([
        expect.stringContaining('answers to questions on the application'),
        expect.stringContaining('answers to questions on the application'),
      ]);
      for (const text of [...ada.emails, ada.name, '+372 555 1234', '192.0.2.7', 'Quellstone Prints', 'ada.pdf'])
        expect(holds(seed, text)).toBe(false);
      const gone = ['files', 'resumes', 'unseen'];
      expect(Object.keys(seed.lever.tables()).map((name) => [name, seed.lever.tables()[name]?.all().length])).toEqual(
        counts.map(([name, count]) => [name, gone.includes(String(name)) ? 0 : count]),
      );
      expect(fake.made.filter(({ status }) => status === 429)).toEqual([]);
    });
  });

  it('LR-21 keeps every figure: stage, source, archive reason, notes, feedback, offers, interviews', async () => {
    const fill = (seed: Seed) => {
      const filled = candidacy(seed);
      for (const opportunity of [filled.first, filled.second]) {
        seed.note(opportunity, `${ada.name} is strong in databases.`);
        seed.feedback(opportunity, 'Hire!');
        seed.offer(opportunity, '60000');
        seed.interview(opportunity, { subject: 'On-site', date: 1 });
        seed.form(opportunity, 'Passed.');
      }
      return filled;
    };
    await withLever(fill, async ({ seed, host, clock, contact }) => {
      const before = talliesOf(seed.lever);
      const { ending, review } = await anonymize({ host, clock }, contact);
      expect(talliesOf(seed.lever)).toEqual(before);
      expect(ending.tallies).toMatchObject({ changed: [], compared: 2 });
      // A note that names her cannot be edited: it is named as a gap.
      expect(review.plan.gaps.map(({ kind }) => kind).filter((kind) => kind === 'message.body')).toHaveLength(2);
    });
  });

  it('LR-22 is called as the rules say, and the contact is changed in one call, at the end', async () => {
    const rules = rulesWith({ replacement: { name: 'Anonymized candidate' } });
    await withLever(
      candidacy,
      async ({ seed, fake, host, clock, contact }) => {
        await anonymize({ host, clock }, contact, { input: { rules } });
        expect(seed.lever.contacts.get(contact)).toMatchObject({
          name: 'Anonymized candidate',
          emails: [],
          phones: [],
        });
        const writes = writesOf(fake);
        expect(writes.at(-1)).toBe(`PUT /contacts/${contact}`);
        expect(writes.filter((one) => one.startsWith('PUT'))).toHaveLength(1);
      },
      { alone: true },
    );
  });

  it('PI-14 is found by no old address and no old name afterwards', async () => {
    await withLever(candidacy, async ({ host, clock, contact }) => {
      const { review } = await anonymize({ host, clock }, contact);
      const found = [];
      for await (const person of host.findPeople({ by: 'identifiers', who: review.who })) found.push(person.id);
      for await (const person of host.findPeople({ by: 'identifiers', who: { ...review.who, addresses: [] } }))
        found.push(person.id);
      expect(found).toEqual([]);
    });
  });
});

describe('one opportunity', () => {
  it('LV-12 leaves the contact, its links and the other opportunity as they are', async () => {
    await withLever(candidacy, async ({ seed, fake, host, clock, contact, first, second }) => {
      const { lever } = seed;
      const rest = () =>
        JSON.stringify([
          lever.contacts.get(contact),
          lever.opportunities.get(second),
          lever.of(lever.applications, second),
          lever.of(lever.resumes, second),
          lever.of(lever.files, second),
        ]);
      const before = rest();
      const input = { only: dossierIdOf(first) };
      const waiting = await anonymize({ host, clock }, contact, { input });
      expect(waiting.ending.reason).toBe('waiting-for-somebody');
      fake.click(first);
      const { ending } = await carryOut(runOf(host, waiting.review, { clock, journal: waiting.journal }));
      expect(ending.state).toBe('done-with-gaps');
      expect(rest()).toBe(before);
      expect(lever.of(lever.files, first)).toEqual([]);
      expect(writesOf(fake).join(' ')).not.toMatch(/contacts|Links/);
    });
  });
});

describe('what is done by hand in Lever', () => {
  it('is asked for once an opportunity, with its page, after all that calls can do', async () => {
    await withLever(
      candidacy,
      async ({ fake, host, clock, contact, first, second }) => {
        const { ending, review } = await anonymize({ host, clock }, contact);
        expect(ending).toMatchObject({ state: 'stopped', reason: 'waiting-for-somebody' });
        expect(review.plan.asks.map(({ link }) => link)).toEqual([
          `https://hire.lever.test/candidates/${first}`,
          `https://hire.lever.test/candidates/${second}`,
          undefined,
        ]);
        expect(ending.obstacles.map(({ code }) => code)).toEqual(['step-by-hand', 'step-by-hand', 'step-by-hand']);
        expect(writesOf(fake).at(-1)).toContain('/contacts/');
      },
      { alone: true },
    );
  });

  it('is waited for as long as the run has patience, and seen by reading again', async () => {
    await withLever(
      candidacy,
      async ({ fake, host, clock, contact, first, second }) => {
        const review = await reviewOf(host, personIdOf(contact));
        const patience = { until: new Date(clock.now().getTime() + 3_600_000), everyMilliseconds: 60_000 };
        const looks: string[] = [];
        fake.afterwards = ({ method, url }) => {
          if (method === 'GET' && url === `/contacts/${contact}`) looks.push(url);
          if (looks.length === 4) fake.click(first);
          if (looks.length === 6) fake.click(second);
        };
        const { ending } = await carryOut(runOf(host, review, { clock, patience }));
        expect(ending.state).toBe('done-with-gaps');
        expect(looks.length).toBeLessThan(10);
      },
      { alone: true },
    );
  });

  it('is a gap once the time for it is over', async () => {
    await withLever(
      candidacy,
      async ({ host, clock, contact }) => {
        const review = await reviewOf(host, personIdOf(contact));
        const journal = memoryJournal();
        await carryOut(runOf(host, review, { clock, journal }));
        await clock.wait(31 * 86_400_000);
        const carried = await carryOut(runOf(host, review, { clock, journal }));
        expect(carried.ending.state).toBe('done-with-gaps');
        expect([...(await outcomesOf(carried)).values()]).toContain('waiting');
      },
      { alone: true },
    );
  });

  it('counts only when nothing is left to read, whatever Lever says of itself', async () => {
    await withLever(candidacy, async ({ seed, host, clock, contact, first }) => {
      // Says that it is anonymized, and shows the address all the same.
      seed.lever.opportunities.update(first, { isAnonymized: true });
      const { ending } = await anonymize({ host, clock }, contact);
      expect(ending.reason).toBe('waiting-for-somebody');
    });
  });

  it('shows a link only to a page that may be opened', async () => {
    await withLever(candidacy, async ({ host, contact }) => {
      const { plan } = await reviewOf(host, personIdOf(contact));
      for (const { link } of plan.asks) if (link !== undefined) expect(link).toMatch(/^https:\/\/[\w./-]+$/);
    });
  });

  it('done by somebody before any of it was reviewed leaves nothing to do', async () => {
    await withLever(candidacy, async ({ fake, host, contact, first, second }) => {
      fake.click(first);
      fake.click(second);
      const { plan } = await reviewOf(host, personIdOf(contact), {
        who: (await reviewOf(host, personIdOf(contact))).who,
      });
      expect(plan.steps.map(({ label }) => label)).toEqual([]);
    });
  });
});

describe('what Lever answers to a change', () => {
  it('has blank names while the record still has them, and is never believed', async () => {
    await withLever(candidacy, async ({ seed, fake, host, clock, contact }) => {
      fake.faults.set({ kind: 'lie', on: 'writes', times: Infinity });
      const carried = await anonymize({ host, clock }, contact);
      const answered = fake.made.filter(({ isWrite, status }) => isWrite && status === 200);
      expect(answered.length).toBeGreaterThan(0);
      for (const { answer } of answered) expect(answer).toMatchObject({ data: { name: '', emails: [] } });
      expect(carried.ending).toMatchObject({ state: 'stopped', reason: 'unfinished-steps' });
      expect([...(await outcomesOf(carried)).values()]).toContain('still-there');
      expect(seed.lever.contacts.get(contact)).toMatchObject(ada);
    });
  });

  it('about one property that it does not let be changed does not keep the others', async () => {
    await withLever(
      candidacy,
      async ({ seed, host, clock, contact }) => {
        const carried = await anonymize({ host, clock }, contact);
        expect(carried.ending.reason).toBe('unfinished-steps');
        const outcomes = await outcomesOf(carried);
        expect(outcomes.get(`c${contact}/headline`)).toBe('refused');
        expect(outcomes.get(`c${contact}/emails`)).toBe('clean');
        expect(seed.lever.contacts.get(contact)).toMatchObject({ name: 'Anonymized', headline: 'Quellstone Prints' });
      },
      { behaviour: { fixed: ['headline'] }, alone: true },
    );
  });
});

describe('confidential opportunities', () => {
  const confidential = (seed: Seed) => {
    const filled = candidacy(seed);
    return { ...filled, secret: seed.opportunity(filled.contact, { confidentiality: 'confidential' }) };
  };

  it('are left out of every list that is not asked for all: each list is', async () => {
    await withLever(confidential, async ({ fake, host, contact, secret }) => {
      const { plan } = await reviewOf(host, personIdOf(contact));
      expect(plan.steps.map(({ spot }) => spot)).toContain(`o${secret}/unseen`);
      const lists = fake.made.filter(({ url }) => url.startsWith('/opportunities?'));
      expect(lists.filter(({ url }) => !/confidentiality=(?:all|confidential)/.test(url))).toEqual([]);
    });
  });

  it('that nobody can tell of are a gap, with what to do about it', async () => {
    await withLever(
      confidential,
      async ({ host, contact }) => {
        expect(await host.preflight()).toEqual([]);
        const { plan } = await reviewOf(host, personIdOf(contact));
        expect(plan.gaps.filter(({ spot }) => spot.endsWith('/confidential'))).toEqual([
          expect.objectContaining({ because: expect.stringContaining('nothing tells whether') }),
        ]);
      },
      { key: plainKey },
    );
  });

  it('that Lever refuses to show stop a run before it begins', async () => {
    await withLever(
      confidential,
      async ({ fake, host, clock, contact }) => {
        const [obstacle] = await host.preflight();
        expect(obstacle).toMatchObject({ code: 'host-right-missing' });
        expect(obstacle?.remedy).toContain('Allow access to confidential data');
        const { ending, review } = await anonymize({ host, clock }, contact);
        expect(ending.reason).toBe('obstacles');
        expect(review.plan.gaps.map(({ because }) => because).join(' ')).toContain('refuses to show');
        expect(writesOf(fake)).toEqual([]);
      },
      { key: plainKey, behaviour: { refusesConfidential: 'with-403' } },
    );
  });

  it('are not asked for where the customer says that there are none', async () => {
    await withLever(
      candidacy,
      async ({ fake, host, contact }) => {
        expect(await host.preflight()).toEqual([]);
        const { plan } = await reviewOf(host, personIdOf(contact));
        expect(plan.gaps.map(({ spot }) => spot).filter((spot) => spot.endsWith('/confidential'))).toEqual([]);
        expect(fake.made.filter(({ url }) => url.includes('confidential'))).toEqual([]);
      },
      { key: plainKey, options: { confidentialHiring: false } },
    );
  });

  it('that a filter Lever does not understand hides are not taken for seen', async () => {
    await withLever(
      candidacy,
      async ({ host, contact }) => {
        const { plan } = await reviewOf(host, personIdOf(contact));
        expect(plan.gaps.filter(({ spot }) => spot.endsWith('/confidential'))).toHaveLength(1);
      },
      { key: plainKey, behaviour: { ignores: ['confidentiality'] } },
    );
  });

  it('that the key does not see show in the end: Lever does not count the candidate as anonymized', async () => {
    await withLever(
      confidential,
      async ({ fake, host, clock, contact, first, second }) => {
        const { review, journal } = await anonymize({ host, clock }, contact);
        fake.click(first);
        fake.click(second);
        const carried = await carryOut(runOf(host, review, { clock, journal }));
        expect(carried.ending.reason).toBe('waiting-for-somebody');
        const outcomes = await outcomesOf(carried);
        const left = [...outcomes].filter(([, outcome]) => outcome === 'waiting').map(([step]) => step);
        expect(left).toEqual([`c${contact}/anonymized`]);
      },
      { key: plainKey, alone: true },
    );
  });
});

describe('filters that Lever ignores', () => {
  it('lead to nobody else: neither a search by address nor the opportunities of a contact', async () => {
    await withLever(
      candidacy,
      async ({ seed, host, clock, contact }) => {
        const { who } = await reviewOf(host, personIdOf(contact));
        const found = [];
        for await (const person of host.findPeople({ by: 'identifiers', who })) found.push(person.id);
        expect(found).toEqual([personIdOf(contact)]);
        const { review } = await anonymize({ host, clock }, contact);
        const theirs = review.spots.flatMap(({ of }) => (of.type === 'dossier' ? [of.subject] : []));
        expect(new Set(theirs)).toEqual(new Set([personIdOf(contact)]));
        const [ida] = seed.lever.contacts.where(({ name }) => name === 'Ida Falk');
        expect(ida).toMatchObject({ emails: ['ida.falk@falk.test'], isAnonymized: false });
      },
      { behaviour: { ignores: ['email', 'contact_id'] } },
    );
  });
});

describe('links', () => {
  it('are the contact’s: one call takes them from every opportunity', async () => {
    await withLever(candidacy, async ({ seed, fake, host, clock, contact }) => {
      await anonymize({ host, clock }, contact);
      const writes = writesOf(fake);
      expect(writes.filter((one) => one.includes('removeLinks'))).toHaveLength(1);
      // Before the contact is blank: nobody finds it then.
      expect(writes.at(-2)).toContain('removeLinks');
      expect(seed.lever.contacts.get(contact).links).toEqual([]);
    });
  });
});

describe('links that Lever says are gone', () => {
  it('are read again where they stand, and removed once more if they are still there', async () => {
    await withLever(
      candidacy,
      async ({ seed, fake, host, clock, contact }) => {
        // After two files and two tags.
        fake.faults.set({ kind: 'lie', on: 'writes', after: 4 });
        await anonymize({ host, clock }, contact);
        expect(writesOf(fake).filter((one) => one.includes('removeLinks'))).toHaveLength(2);
        expect(seed.lever.contacts.get(contact).links).toEqual([]);
      },
      { alone: true },
    );
  });
});

describe('a resume', () => {
  it('is gone when neither its file nor what was read out of it is left', async () => {
    await withLever(candidacy, async ({ seed, host, contact }) => {
      const { spots } = await reviewOf(host, personIdOf(contact));
      const [first, second] = seed.lever.resumes.all();
      seed.lever.resumes.update(first?.id ?? '', { file: null });
      seed.lever.resumes.update(second?.id ?? '', { file: null, parsedData: {} });
      expect(await reread(host, spotEnding(spots, first?.id ?? '').id)).toBe('file');
      expect(await reread(host, spotEnding(spots, second?.id ?? '').id)).toBe('gone');
    });
  });
});

describe('tags and sources', () => {
  it('stay, but for a tag that names the candidate', async () => {
    await withLever(candidacy, async ({ seed, host, clock, contact, first, second }) => {
      await anonymize({ host, clock }, contact);
      for (const id of [first, second])
        expect(seed.lever.opportunities.get(id)).toMatchObject({ tags: ['Backend'], sources: ['Job site'] });
    });
  });

  it('a source that is called after the candidate is a gap: reports count by it', async () => {
    const fill = (seed: Seed) => {
      const filled = candidacy(seed);
      seed.lever.opportunities.update(filled.first, { sources: [`Party of ${ada.name}`] });
      return filled;
    };
    await withLever(fill, async ({ host, contact, first }) => {
      const { plan } = await reviewOf(host, personIdOf(contact));
      expect(plan.gaps.map(({ spot }) => spot)).toContain(`o${first}/sources`);
    });
  });
});

describe('notes', () => {
  const noted = (seed: Seed) => {
    const filled = candidacy(seed);
    const note = seed.note(filled.first, `${ada.name} is strong in databases.`);
    const other = seed.note(filled.first, 'Call back in May.');
    return { ...filled, note, other };
  };

  it('cannot be edited: one that names the candidate is a gap, one that does not stays', async () => {
    await withLever(noted, async ({ seed, host, clock, contact, note, other }) => {
      const { review } = await anonymize({ host, clock }, contact);
      expect(review.plan.gaps.map(({ spot }) => spot)).toContain(spotEnding(review.spots, `note:${note}`).id);
      expect(review.plan.kept).toContainEqual(expect.objectContaining({ spot: spotEnding(review.spots, other).id }));
      expect(seed.lever.notes.all().map(({ deletedAt }) => deletedAt)).toEqual([null, null]);
    });
  });

  it('stay where the rules say so', async () => {
    const rules = { ...defaultRules, about: { note: 'keep' as const } };
    await withLever(noted, async ({ host, contact, note }) => {
      const { plan } = await reviewOf(host, personIdOf(contact), { rules });
      expect(plan.kept).toContainEqual(expect.objectContaining({ spot: expect.stringContaining(note), why: 'rule' }));
    });
  });

  it('are deleted where the rules allow it: that only marks them, and the plan says that the text may stay', async () => {
    await withLever(noted, async ({ seed, fake, host, clock, contact, first, note }) => {
      const { review, ending } = await anonymize({ host, clock }, contact, { input: { rules: strict } });
      expect(ending.state).toBe('done-with-gaps');
      expect(review.plan.remains).toContainEqual(expect.objectContaining({ kind: 'message.body', steps: 2 }));
      expect(writesOf(fake)).toContain(`DELETE /opportunities/${first}/notes/${note}`);
      expect(seed.lever.notes.get(note).deletedAt).not.toBeNull();
      expect(await reread(host, spotEnding(review.spots, `note:${note}`).id)).toBe('gone');
    });
  });

  it('that were deleted and are still shown are a gap from then on, and are not deleted again', async () => {
    await withLever(noted, async ({ fake, host, clock, contact, note }) => {
      const { review } = await anonymize({ host, clock }, contact, { input: { rules: strict } });
      const writes = writesOf(fake).length;
      const again = await reviewOf(host, personIdOf(contact), { rules: strict, who: review.who });
      expect(again.plan.steps).toEqual([]);
      expect(again.plan.gaps.map(({ spot }) => spot).join(' ')).toContain(`note:${note}.deleted`);
      await carryOut(runOf(host, again, { clock }));
      expect(writesOf(fake)).toHaveLength(writes);
    });
  });
});

describe('feedback', () => {
  const judged = (seed: Seed) => {
    const filled = candidacy(seed);
    const entered = seed.feedback(filled.first, `${ada.name} was late.`);
    const byApi = seed.feedback(filled.first, `${ada.name}: 4 of 5`, { byApi: true });
    return { ...filled, entered, byApi };
  };

  it('stays, and is a gap where it names the candidate', async () => {
    await withLever(judged, async ({ seed, host, clock, contact, entered, byApi }) => {
      const { review } = await anonymize({ host, clock }, contact, { input: { rules: strict } });
      const gaps = review.plan.gaps.map(({ spot }) => spot).join(' ');
      expect(gaps).toContain(entered);
      expect(gaps).toContain(byApi);
      expect(seed.lever.feedback.all().map(({ deletedAt }) => deletedAt)).toEqual([null, null]);
    });
  });

  it('is deleted where it came in by the API; of other feedback Lever refuses it, and the run says so', async () => {
    await withLever(
      judged,
      async ({ seed, host, clock, contact, entered, byApi }) => {
        const carried = await anonymize({ host, clock }, contact, { input: { rules: strict } });
        const outcomes = await outcomesOf(carried);
        const of = (id: string): string | undefined => outcomes.get(spotEnding(carried.review.spots, id).id);
        expect([of(byApi), of(entered)]).toEqual(['clean', 'refused']);
        // Lever answers 200 for what was deleted, with the time of it.
        expect(seed.lever.feedback.get(byApi).deletedAt).not.toBeNull();
        const { review, journal } = carried;
        const { ending } = await carryOut(runOf(host, review, { clock, journal, acceptRefused: true }));
        expect(ending.state).toBe('done-with-gaps');
      },
      { options: { feedback: 'removable' } },
    );
  });
});

describe('files', () => {
  it('that Lever deletes only for a user are refused without one, and no call names one by itself', async () => {
    await withLever(
      candidacy,
      async ({ fake, host, clock, contact }) => {
        const { ending } = await anonymize({ host, clock }, contact);
        expect(ending.reason).toBe('unfinished-steps');
        expect(fake.made.map(({ url }) => url).join(' ')).not.toContain('perform_as');
      },
      { behaviour: { filesNeedUser: true } },
    );
  });

  it('are deleted as the user of the settings, and so is everything else changed', async () => {
    await withLever(
      candidacy,
      async ({ seed, fake, host, clock, contact }) => {
        const { ending } = await anonymize({ host, clock }, contact);
        expect(ending.state).toBe('done-with-gaps');
        expect(seed.lever.files.all()).toEqual([]);
        const calls = fake.made.filter(({ url }) => url.includes('perform_as=user-7'));
        expect(calls).toHaveLength(writesOf(fake).length);
      },
      { behaviour: { filesNeedUser: true }, options: { performAs: 'user-7' } },
    );
  });

  it('go by hand where Lever does not delete them', async () => {
    await withLever(
      candidacy,
      async ({ seed, fake, host, clock, contact }) => {
        const { ending } = await anonymize({ host, clock }, contact);
        expect(ending.state).toBe('done-with-gaps');
        expect(seed.lever.files.all()).toEqual([]);
        expect(writesOf(fake).filter((one) => one.includes('/files/'))).toEqual([]);
      },
      { behaviour: { filesCanGo: false }, options: { files: 'asked' } },
    );
  });
});

describe('what Lever keeps behind its API', () => {
  const answered = (seed: Seed) => {
    const filled = candidacy(seed);
    seed.offer(filled.first, `For ${ada.name}`);
    seed.form(filled.first, `${ada.name} passed`);
    return filled;
  };

  it('answers, and offers and forms that name the candidate, are gaps', async () => {
    await withLever(answered, async ({ seed, host, clock, contact }) => {
      const { review, ending } = await anonymize({ host, clock }, contact);
      expect(ending.state).toBe('done-with-gaps');
      expect(review.plan.gaps).toHaveLength(4);
      expect(holds(seed, 'Quellstone Street')).toBe(true);
    });
  });

  it('is done by hand where this Lever was seen to take it away', async () => {
    const all = ['answers', 'forms', 'offers'] as const;
    await withLever(
      answered,
      async ({ seed, host, clock, contact }) => {
        const { review, ending } = await anonymize({ host, clock }, contact);
        expect(review.plan.gaps).toEqual([]);
        expect(ending.obstacles).toEqual([]);
        // What is left to say is that Lever cannot be searched by what stands in texts.
        expect(review.plan.unreached).toHaveLength(1);
        expect(holds(seed, 'Quellstone')).toBe(false);
      },
      { behaviour: { alsoTakes: all }, options: { anonymizeTakes: [...all] } },
    );
  });
});

describe('interviews', () => {
  const invited = (seed: Seed) => {
    const filled = candidacy(seed);
    seed.interview(filled.first, { subject: `${ada.name} on-site`, date: Date.parse('2026-05-01T09:00:00Z') });
    return filled;
  };

  it('to come are said, unless they were called off or are over', async () => {
    await withLever(invited, async ({ seed, host, contact }) => {
      const isPending = async (): Promise<boolean> => {
        const { spots } = await reviewOf(host, personIdOf(contact));
        return spots.some(({ of }) => of.type === 'dossier' && of.interviewPending === true);
      };
      expect(await isPending()).toBe(true);
      for (const { id } of seed.lever.interviews.all()) seed.lever.interviews.update(id, { canceledAt: 1 });
      expect(await isPending()).toBe(false);
      for (const { id } of seed.lever.interviews.all())
        seed.lever.interviews.update(id, { canceledAt: null, date: Date.parse('2026-03-01T09:00:00Z') });
      expect(await isPending()).toBe(false);
    });
  });

  it('that name the candidate are gaps', async () => {
    await withLever(invited, async ({ host, contact }) => {
      const { plan } = await reviewOf(host, personIdOf(contact));
      expect(plan.gaps.map(({ label }) => label)).toContainEqual(expect.stringMatching(/^interview 1 of opportunity/));
    });
  });
});

describe('what is said of an opportunity', () => {
  it.each([
    ['archived, no hire', {}, { state: 'archived', hired: false, lead: false }],
    ['LV-03 active', { archived: null }, { state: 'open', hired: false, lead: false }],
    ['LV-03 a hire', { archived: 'hired' }, { state: 'archived', hired: true }],
    ['a lead', { archived: null, stage: 'lead-new' }, { state: 'open', lead: true }],
    ['a lead that was archived', { stage: 'lead-new' }, { state: 'archived', lead: false }],
    ['LR-20 where it is', { opportunityLocation: 'Tallinn' }, { location: 'Tallinn' }],
    ['applied for', { origin: 'applied' }, { openedVia: 'web' }],
    ['sourced by somebody', { origin: 'sourced' }, { openedBy: 'unknown' }],
    [
      'until when it may be stored',
      { dataProtection: { store: { allowed: true, expiresAt: 1000 }, contact: { allowed: false, expiresAt: null } } },
      { consent: { storeUntil: new Date(1000), contact: false } },
    ],
    [
      'that it may not be stored any more',
      { dataProtection: { store: { allowed: false, expiresAt: null }, contact: null } },
      { consent: { storeUntil: new Date(0), contact: false } },
    ],
  ] as const)('%s', async (_, given, says) => {
    const fill = (seed: Seed) => {
      const contact = seed.contact(ada);
      return { contact, opportunity: seed.opportunity(contact, given) };
    };
    await withLever(fill, async ({ host, contact }) => {
      const { spots } = await reviewOf(host, personIdOf(contact));
      const [dossier] = spots.flatMap(({ of }) => (of.type === 'dossier' ? [of] : []));
      expect(dossier).toMatchObject(says);
      expect(dossier?.subject).toBe(personIdOf(contact));
    });
  });

  it('nothing about consent where no policy applies', async () => {
    await withLever(candidacy, async ({ host, contact }) => {
      const { spots } = await reviewOf(host, personIdOf(contact));
      for (const { of } of spots) expect(of).not.toHaveProperty('consent');
    });
  });

  it('LV-03 is found out anew where an archive reason came up since', async () => {
    await withLever(candidacy, async ({ seed, host, contact, first }) => {
      await reviewOf(host, personIdOf(contact));
      seed.lever.archiveReasons.put({ id: 'reason-internal', text: 'Internal hire', type: 'hired' });
      seed.lever.opportunities.update(first, { archived: { reason: 'reason-internal', archivedAt: 1 } });
      const { spots } = await reviewOf(host, personIdOf(contact));
      expect(spots.some(({ of }) => of.type === 'dossier' && of.hired === true)).toBe(true);
      expect(reasons.hired).not.toBe('reason-internal');
    });
  });
});

describe('rules by place', () => {
  it('LR-20 are told the place with everything that is filed there, notes too', async () => {
    const fill = (seed: Seed) => {
      const contact = seed.contact(ada);
      const opportunity = seed.opportunity(contact, { opportunityLocation: 'Tallinn' });
      seed.note(opportunity, 'Strong.');
      return { contact };
    };
    await withLever(fill, async ({ host, contact }) => {
      const { spots } = await reviewOf(host, personIdOf(contact));
      const filed = spots.filter(({ of }) => of.type !== 'person');
      expect(filed.map(({ kind }) => kind)).toContain('message.body');
      for (const { location } of filed) expect(location).toBe('Tallinn');
    });
  });

  it('LR-20 keep an application’s fields for one posting’s place and not for another’s', async () => {
    const places = [{ locations: ['Tallinn'], spots: { 'dossier.field': { own: 'keep' as const } } }];
    const fill = (seed: Seed) => {
      const filled = candidacy(seed);
      seed.lever.opportunities.update(filled.first, { opportunityLocation: 'Tallinn' });
      seed.lever.opportunities.update(filled.second, { opportunityLocation: 'San Francisco' });
      return filled;
    };
    await withLever(fill, async ({ host, contact, first, second }) => {
      const { plan } = await reviewOf(host, personIdOf(contact), { rules: { ...defaultRules, places } });
      const fields = plan.steps.filter(({ kind, verb }) => kind === 'dossier.field' && verb === 'ask');
      expect(new Set(fields.map(({ spot }) => spot.split('/')[0]))).toEqual(new Set([`o${second}`]));
      expect(plan.kept.map(({ spot }) => spot).join(' ')).toContain(`o${first}/application`);
      expect(plan.sideEffects.map(({ what }) => what)).toContainEqual(
        expect.stringContaining('also what the rules would keep'),
      );
    });
  });
});

describe('a call', () => {
  const ready = (spot: SpotId, kind: SpotKind, verb: Verb) => ({ id: stepOf(spot), spot, kind, verb });

  it('is made for no step that is done by hand, even where it could be', async () => {
    await withLever(candidacy, async ({ seed, fake, host, first }) => {
      const [file] = seed.lever.of(seed.lever.files, first);
      const step = ready(opportunitySpot(first, 'file', file?.id), 'attachment', 'ask');
      await expect(host.apply({ call: 'delete', steps: [step] })).rejects.toMatchObject({ code: 'rejected' });
      expect(writesOf(fake)).toEqual([]);
    });
  });

  it('is made for nothing that no call changes', async () => {
    await withLever(candidacy, async ({ fake, host, contact, first }) => {
      for (const step of [
        ready(opportunitySpot(first, 'sources'), 'dossier.field', 'clear'),
        ready(contactSpot(contact, 'anonymized'), 'person.history', 'clear'),
      ])
        await expect(host.apply({ call: 'change', steps: [step] })).rejects.toMatchObject({ code: 'rejected' });
      expect(writesOf(fake)).toEqual([]);
    });
  });

  it('about something that is gone already has nothing to do', async () => {
    await withLever(candidacy, async ({ host, first }) => {
      const step = ready(
        opportunitySpot(first, 'file', 'f9999999-0000-4000-8000-000000000000'),
        'attachment',
        'remove',
      );
      expect(await host.apply({ call: 'delete', steps: [step] })).toEqual([{ step: step.id, claim: 'absent' }]);
    });
  });

  it('that removes links goes on with the other opportunities where one is gone', async () => {
    await withLever(candidacy, async ({ seed, host, contact, first }) => {
      await reviewOf(host, personIdOf(contact));
      seed.lever.opportunities.delete(first);
      const step = ready(contactSpot(contact, 'links'), 'person.field', 'clear');
      const steps = [{ ...step, after: { form: 'list' as const, items: [] } }];
      await host.apply({ call: 'change', steps });
      expect(seed.lever.contacts.get(contact).links).toEqual([]);
    });
  });
});

describe('lists', () => {
  it('that come in pages are read to the end', async () => {
    const fill = (seed: Seed) => {
      const filled = candidacy(seed);
      for (let more = 0; more < 120; more += 1) seed.note(filled.first, `Note ${more}`);
      for (let more = 0; more < 101; more += 1) seed.opportunity(filled.contact);
      return filled;
    };
    await withLever(fill, async ({ host, contact }) => {
      const { spots } = await reviewOf(host, personIdOf(contact));
      expect(spots.filter(({ id }) => id.includes('/note:'))).toHaveLength(120);
      expect(spots.filter(({ id }) => id.endsWith('/unseen'))).toHaveLength(103);
    });
  });

  it('without the applications that were asked for along with them cost a call each', async () => {
    await withLever(
      candidacy,
      async ({ fake, host, contact }) => {
        const { spots } = await reviewOf(host, personIdOf(contact));
        expect(spots.filter(({ id }) => id.endsWith('.email'))).toHaveLength(2);
        expect(fake.made.filter(({ url }) => /\/applications\?/.test(url))).toHaveLength(2);
      },
      { behaviour: { expands: false } },
    );
  });
});

describe('somebody who is gone', () => {
  it('merged into another contact meanwhile: nothing is found under the old id', async () => {
    await withLever(candidacy, async ({ seed, host, contact }) => {
      seed.lever.contacts.delete(contact);
      for (const { id } of seed.lever.opportunitiesOf(contact)) seed.lever.opportunities.delete(id);
      const found = [];
      for await (const person of host.findPeople({ by: 'id', person: personIdOf(contact) })) found.push(person);
      for await (const spot of host.spots([{ by: 'person', person: personIdOf(contact) }])) found.push(spot);
      expect(found).toEqual([]);
    });
  });

  it('an opportunity deleted meanwhile reads as gone', async () => {
    await withLever(candidacy, async ({ seed, host, contact, first }) => {
      const { spots } = await reviewOf(host, personIdOf(contact));
      seed.lever.opportunities.delete(first);
      expect(await reread(host, spotEnding(spots, `o${first}/tags`).id)).toBe('gone');
    });
  });
});

describe('a key that may not', () => {
  it.each([
    ['list archive reasons', ['/archive_reasons'], 'archive reasons'],
    ['list opportunities', ['/opportunities'], 'may not list opportunities'],
  ])('%s is told apart before anything is written', async (_, refused, says) => {
    await withLever(candidacy, async ({ seed, host }) => {
      seed.lever.keys.update('lever-key-of-nobody', { refused });
      const obstacles = await host.preflight();
      expect(obstacles.map((one) => one.says).join(' ')).toContain(says);
      expect(new Set(obstacles.map(({ code }) => code))).toEqual(new Set(['host-right-missing']));
    });
  });
});
