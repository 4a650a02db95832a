import { describe, expect, it } from '@jest/globals';
import { carryOut, reviewOf, runOf } from '@lethe/core/testing';
import { ada, bo } from './journeys.ts';
import { withRedmine } from './fake.ts';
import type { Running } from './fake.ts';
import type { Seed } from './fake/seed.ts';
import { personIdOf } from '../src/ids.ts';

const issues = 200;
const notes = 800;

/** 200 issues, each with four notes, two of them the person's. */
function fill(seed: Seed): void {
  const person = seed.user(ada);
  const agent = seed.user(bo);
  for (let count = 0; count < issues; count += 1) {
    const issue = seed.issue({
      by: person,
      subject: `Printer of Ada Quellstone ${String(count)}`,
      description: 'Help',
    });
    for (const by of [person, agent, person, agent]) seed.note(issue, by, { notes: 'Dear Ada Quellstone' });
    seed.redmine.watch(person, 'Issue', issue);
  }
}

interface Counted {
  readonly reads: number;
  readonly writes: number;
}

async function counted({ server }: Running, act: () => Promise<void>): Promise<Counted> {
  const before = server.made.length;
  await act();
  const made = server.made.slice(before);
  const writes = made.filter(({ isWrite }) => isWrite).length;
  return { reads: made.length - writes, writes };
}

describe('calls for a person with 200 issues and 800 notes', () => {
  it('over REST: the lower bound of the README, and ten more; with verification twice the reads and the writes', async () => {
    await withRedmine({ inside: false, fill }, async (running) => {
      const { host } = running;
      const plans: Awaited<ReturnType<typeof reviewOf>>[] = [];
      const listing = await counted(running, async () => {
        plans.push(await reviewOf(host, personIdOf(2)));
      });
      // Roles by pages of a hundred: opened, assigned, watched, updated. Searches: one for words, one for the name, one for
      // the telephone number, and as many for spent time, where words do not share a search. One reading for each issue.
      const reads = 2 + 1 + 2 + 2 + 1 + (3 + 3) + issues;
      expect(listing.writes).toBe(0);
      expect(listing.reads).toBeLessThanOrEqual(reads + 10);
      // A note, an issue, a watcher; the lock and the account.
      const writes = notes + issues + issues + 2;
      for (const review of plans) {
        const run = await counted(running, async () => {
          const { ending } = await carryOut(runOf(host, review));
          expect(ending).toMatchObject({ state: 'done-with-gaps', tallies: { compared: issues, changed: [] } });
        });
        expect(run.writes).toBeLessThanOrEqual(writes + 10);
        expect(run.reads + run.writes).toBeLessThanOrEqual(2 * (reads + 10) + writes + 10);
      }
    });
  }, 120_000);

  it("through Lethe's part: a thousand rows in a reading, two hundred in a change", async () => {
    await withRedmine({ inside: true, fill }, async (running) => {
      const { host } = running;
      const review = await reviewOf(host, personIdOf(2));
      const reads = Math.ceil(review.spots.length / 1000);
      const writes = Math.ceil(review.plan.steps.length / 200);
      const listing = await counted(running, async () => {
        await reviewOf(host, personIdOf(2));
      });
      expect(listing.reads).toBeLessThanOrEqual(reads + 10);
      const run = await counted(running, async () => {
        const { ending } = await carryOut(runOf(host, review));
        expect(ending).toMatchObject({ state: 'done', tallies: { compared: issues, changed: [] } });
      });
      expect(run.writes).toBeLessThanOrEqual(writes + 10);
      expect(run.reads).toBeLessThanOrEqual(reads + Math.ceil(review.plan.steps.length / 500) + 10);
    });
  }, 120_000);

  it('reading again takes one call for an issue with notes, one for a hundred issues without, one for a hundred watchers', async () => {
    await withRedmine({ inside: false, fill }, async (running) => {
      const { spots } = await reviewOf(running.host, personIdOf(2));
      const reread = async (kinds: readonly string[]): Promise<Counted> =>
        counted(running, async () => {
          const ids = spots.filter(({ kind, of }) => kinds.includes(kind) && of.type !== 'person').map(({ id }) => id);
          let readings = 0;
          for await (const reading of running.host.reread(ids)) readings += reading.content === 'gone' ? 0 : 1;
          expect(readings).toBe(ids.length);
        });
      expect((await reread(['message.body', 'dossier.title'])).reads).toBe(issues);
      expect((await reread(['dossier.title', 'dossier.description'])).reads).toBe(issues / 100);
      expect((await reread(['dossier.people'])).reads).toBe((2 * issues) / 100);
    });
  }, 120_000);
});
