import { describe, expect, it } from '@jest/globals';
import { carryOut, reviewOf, runOf } from '@lethe/core/testing';
import type { Seed } from './fake/seed.ts';
import { ada, bo, byMail, desk, holds, ida, withZendesk } from './journeys.ts';
import { personIdOf } from '../src/index.ts';

const both = { deleteClosedTickets: true, deleteUser: true } as const;

/** Ada's closed ticket, in which Ida wrote too, and Ida's closed ticket, in which Ada is named. */
function closedDesk(seed: Seed): ReturnType<typeof desk> & { readonly theirs: number } {
  const at = desk(seed, 'closed');
  const other = seed.user(ida);
  seed.comment(at.ticket, { by: other, text: 'I had the same, says Ida.', via: byMail });
  const comments = [{ by: other, text: 'Ada Quellstone told me.', via: byMail }];
  const theirs = seed.ticket({ by: other, subject: 'For Ada Quellstone', status: 'closed', via: byMail, comments });
  return { ...at, theirs };
}

describe('end states', () => {
  it('are off unless somebody asks for them: nothing is deleted and nothing of it is in the plan', async () => {
    await withZendesk(closedDesk, async ({ host, person, clock, fake, seed, ticket }) => {
      const review = await reviewOf(host, personIdOf(person));
      await carryOut(runOf(host, review, { clock }));

      expect(review.spots.filter(({ kind }) => kind.endsWith('.record'))).toEqual([]);
      expect(fake.made.filter(({ url }) => /destroy_many|deleted_(users|tickets)\/\d/.test(url))).toEqual([]);
      expect(seed.zendesk.tickets.get(ticket).deleted).toBe('no');
    });
  });

  it('delete the closed tickets the user asked for and then the user, for good, and say so before the run', async () => {
    await withZendesk(
      closedDesk,
      async ({ host, person, clock, seed, ticket, theirs }) => {
        const review = await reviewOf(host, personIdOf(person));
        const { plan } = review;
        const { ending } = await carryOut(runOf(host, review, { clock }));

        expect(plan.steps.filter(({ kind }) => kind.endsWith('.record')).map(({ spot }) => spot)).toEqual([
          `t${String(ticket)}/record`,
          `u${String(person)}/record`,
        ]);
        expect(plan.sideEffects.map(({ kind, what }) => [kind, /for good/.test(what)])).toEqual(
          expect.arrayContaining([
            ['dossier.record', true],
            ['person.record', true],
          ]),
        );
        expect(plan.gaps.filter(({ spot }) => spot.startsWith(`t${String(ticket)}/`))).toEqual([]);
        expect(plan.gaps.some(({ spot }) => spot === `t${String(theirs)}/subject`)).toBe(true);
        expect(ending).toMatchObject({ state: 'done-with-gaps', obstacles: [] });
        expect(seed.zendesk.tickets.get(ticket).deleted).toBe('for-good');
        expect(seed.zendesk.tickets.get(theirs).deleted).toBe('no');
        expect(seed.zendesk.users.get(person)).toMatchObject({ active: false, erased: true });
        expect(holds(seed, 'ada@quill.test')).toBe(false);
      },
      { options: both },
    );
  });

  it('leave the user where a ticket the user asked for is not closed: the plan says why', async () => {
    await withZendesk(
      (seed) => desk(seed, 'open'),
      async ({ host, person, clock, seed }) => {
        const review = await reviewOf(host, personIdOf(person));
        const { ending } = await carryOut(runOf(host, review, { clock }));

        const gap = review.plan.gaps.find(({ kind }) => kind === 'person.record');
        expect(gap?.because).toMatch(/every ticket the user asked for is closed/);
        expect(ending.state).toBe('done-with-gaps');
        expect(seed.zendesk.users.get(person)).toMatchObject({ active: true, name: 'Anonymized' });
      },
      { options: both },
    );
  });

  it('killed at any call and resumed, come to the same end', async () => {
    for (let fatal = 0; fatal < 8; fatal += 1) {
      await withZendesk(
        closedDesk,
        async ({ host, person, clock, seed, ticket }) => {
          const review = await reviewOf(host, personIdOf(person));
          const run = runOf(host, review, { clock });
          let left = fatal;
          const dying = {
            ...host,
            apply: async (group: Parameters<typeof host.apply>[0]) => {
              const isLast = /^delete (tickets|user)/.test(group.call);
              if (isLast && left === 0) throw new RangeError('Killed before the call.');
              const receipts = await host.apply(group);
              if (isLast && left === 1) throw new RangeError('Killed after the call.');
              if (isLast) left -= 2;
              return receipts;
            },
          };
          await carryOut({ ...run, host: dying }).catch(() => undefined);
          const { ending } = await carryOut(run);

          expect(ending.state).toBe('done-with-gaps');
          expect(seed.zendesk.tickets.get(ticket).deleted).toBe('for-good');
          expect(seed.zendesk.users.get(person)).toMatchObject({ active: false, erased: true });
        },
        { options: both },
      );
    }
  });

  it('a user who lies in the bin already is deleted for good', async () => {
    await withZendesk(
      (seed) => {
        const person = seed.user({ ...ada, phones: [] });
        seed.user(bo);
        return { person };
      },
      async ({ host, person, clock, seed, port }) => {
        await port({ what: 'delete a user', method: 'DELETE', path: `/api/v2/users/${String(person)}` });
        const review = await reviewOf(host, personIdOf(person));
        const { ending } = await carryOut(runOf(host, review, { clock }));

        expect(review.plan.steps.map(({ kind }) => kind)).toEqual(['person.record']);
        expect(ending.state).toBe('done-with-gaps');
        expect(seed.zendesk.users.get(person)).toMatchObject({ erased: true });
      },
      { options: both },
    );
  });
});
