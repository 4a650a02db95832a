import { describe, expect, it } from '@jest/globals';
import type { Plan } from '@lethe/core';
import { carryOut, reviewOf, runOf } from '@lethe/core/testing';
import type { FakeJira } from './fake/server.ts';
import type { Seed } from './fake/seed.ts';
import { ada, anonymize, bo, ida, linesWith, withHost } from './journeys.ts';
import { personIdOf } from '../src/index.ts';

const DAY = 86_400_000;
const daysAgo = (days: number): string =>
  new Date(Date.parse('2026-04-01T08:00:00Z') - days * DAY).toISOString().replace('Z', '+0000');

interface Logged {
  readonly person: string;
  readonly issues: readonly number[];
}

/** Requests with a history: old and young changes of fields with Ada's words, and one of a status. */
function logged(seed: Seed): Logged {
  const person = seed.user(ada);
  const by = seed.user(bo);
  const other = seed.user(ida);
  const own = seed.issue({
    ...{ summary: 'Printer of Ada', description: 'I am Ada.', reporter: person, channel: 'email' },
    ...{ created: daysAgo(30), participants: [other] },
  });
  const change = (fieldId: string, from: string | null, to: string | null) => ({
    field: fieldId,
    fieldId,
    fromString: from,
    toString: to,
  });
  seed.history(own, { by, at: daysAgo(20), items: [change('summary', 'Ada burns', 'Printer of Ada')] });
  seed.history(own, { by, at: daysAgo(2), items: [change('description', null, 'I am Ada.')] });
  seed.history(own, { by, at: daysAgo(1), items: [change('status', 'Open', 'Waiting')] });
  seed.attachment(own, { by: person, name: 'ada.png' });
  const others = seed.issue({
    ...{ summary: 'Hers', description: 'Ada Quellstone knows.', reporter: other, channel: 'portal' },
    participants: [person, other],
  });
  return { person, issues: [own, others] };
}

/** Items of the history that hold a word of Ada's, or a name of hers. */
function itemsWithAda(fake: FakeJira): number {
  const items = fake.state.histories.all().flatMap((history) => history.items);
  return items.filter((item) => /ada/i.test(`${item.fromString ?? ''} ${item.toString ?? ''}`)).length;
}

/** What the plan says the history will keep: entries there are, and old values its own steps write into it. */
function announced({ gaps, remains }: Plan): number {
  const entries = gaps.filter(({ kind }) => kind === 'dossier.history').length;
  return entries + remains.reduce((sum, { steps }) => sum + steps, 0);
}

describe('what the history keeps', () => {
  it('is counted in the plan beforehand, and exactly that is found there afterwards', async () => {
    await withHost(logged, async (running) => {
      const { fake, person } = running;
      expect(itemsWithAda(fake)).toBe(2);
      const { review, ending } = await anonymize(running, person);
      expect(ending.state).toBe('done-with-gaps');
      // Two entries; a summary, a description, a file name, a text and a place in a list that go into it.
      expect(announced(review.plan)).toBe(7);
      expect(itemsWithAda(fake)).toBe(announced(review.plan));
      expect(linesWith(fake, 'Ada').filter((line) => !/^items\.\d+\.(?:from|to)String=/.test(line))).toEqual(
        linesWith(fake, 'Ada').filter((line) => line.startsWith('HELP-')),
      );
    });
  });

  it('is a gap of each issue where it is announced only, and is not read', async () => {
    await withHost(
      logged,
      async (running) => {
        const { fake, person } = running;
        const { review } = await anonymize(running, person);
        expect(fake.made.filter(({ url }) => url.includes('/changelog/'))).toEqual([]);
        expect(review.plan.gaps.filter(({ kind }) => kind === 'dossier.history')).toHaveLength(2);
        expect(review.plan.remains.map(({ where }) => where)).toContainEqual(expect.stringContaining('history keeps'));
      },
      { options: { changelog: 'announced' } },
    );
  });

  it('and grew since the review does not hold up the run: it is nothing that could be blanked', async () => {
    await withHost(logged, async (running) => {
      const { seed, host, clock, person, issues } = running;
      const review = await reviewOf(host, personIdOf(person));
      const [own = 0] = issues;
      const item = {
        field: 'environment',
        fieldId: 'environment',
        fromString: 'Office of Ada Quellstone',
        toString: null,
      };
      seed.history(own, { by: seed.admin, items: [item] });
      const { ending } = await carryOut(runOf(host, review, { clock }));
      expect(ending.state).toBe('done-with-gaps');
    });
  });
});

describe('with Guard Premium', () => {
  const guarded = { site: { guardPremium: true } };

  it('texts are redacted before they are blanked: what is young goes from the history, what is old stays announced', async () => {
    await withHost(
      logged,
      async (running) => {
        const { fake, person } = running;
        const { review, ending } = await anonymize(running, person);
        expect(ending.state).toBe('done-with-gaps');
        const entries = review.plan.gaps.filter(({ kind }) => kind === 'dossier.history');
        expect(entries).toHaveLength(1);
        expect(review.plan.steps.filter(({ kind }) => kind === 'dossier.history')).toHaveLength(1);
        expect(linesWith(fake, 'I am Ada')).toEqual([]);
        expect(linesWith(fake, 'Ada burns')).not.toEqual([]);
        expect(itemsWithAda(fake)).toBeLessThanOrEqual(announced(review.plan));
        const redacting = fake.made.findIndex(({ method, url }) => method === 'POST' && url === '/rest/api/3/redact');
        const blanking = fake.made.findIndex(({ method, url }) => method === 'PUT' && /\/issue\/\d+\?/.test(url));
        expect(redacting).toBeGreaterThan(0);
        expect(redacting).toBeLessThan(blanking);
      },
      guarded,
    );
  });

  it('a redaction that fails is no success: the entry is refused, and can be accepted', async () => {
    await withHost(
      logged,
      async (running) => {
        const { fake, host, clock, person } = running;
        fake.faults.aim({ at: 'POST /rest/api/3/redact', with: 'job-fails', times: Infinity });
        const { review, ending, journal } = await anonymize(running, person);
        expect(ending).toMatchObject({ state: 'stopped', reason: 'unfinished-steps' });
        const refused = journal.changes.flatMap(({ settle }) => settle ?? []).filter(({ code }) => code !== undefined);
        expect(refused).toMatchObject([{ outcome: 'refused', remedy: expect.stringContaining('did not redact') }]);
        const resumed = await carryOut(runOf(host, review, { clock, journal, acceptRefused: true }));
        expect(resumed.ending.state).toBe('done-with-gaps');
        expect(fake.state.known(person).displayName).toBe('Former user');
      },
      guarded,
    );
  });

  it('nothing is redacted where redaction is off', async () => {
    await withHost(
      logged,
      async (running) => {
        await anonymize(running, running.person);
        expect(running.fake.made.filter(({ url }) => url.includes('/redact'))).toEqual([]);
      },
      { ...guarded, options: { redaction: 'off' } },
    );
  });
});

describe('without Guard Premium', () => {
  it('that is asked once, nothing is redacted, and every entry is a gap with a way out', async () => {
    await withHost(logged, async (running) => {
      const { fake, person } = running;
      const { review } = await anonymize(running, person);
      const asked = fake.made.filter(({ url }) => url.includes('/redact'));
      expect(asked.map(({ method }) => method)).toEqual(['GET']);
      const entries = review.plan.gaps.filter(({ kind }) => kind === 'dossier.history');
      expect(entries.map(({ instead }) => instead)).toEqual(
        entries.map(() => expect.stringContaining('Guard Premium')),
      );
      expect(entries).toHaveLength(2);
    });
  });
});
