import { describe, expect, it } from '@jest/globals';
import { virtualClock } from '@lethe/core/testing';
import type { Review } from '@lethe/core/testing';
import fc from 'fast-check';
import { counted, examples, fill, sizesOf } from './counted-run.ts';
import { Seed } from './fake/seed.ts';
import { foundTickets } from './fake/searching.ts';
import { fewestCalls, mostVerified } from './fewest-calls.ts';
import type { Sizes } from './fewest-calls.ts';
import { placeOf } from '../src/place.ts';
import { searchTermsFor } from '../src/search-terms.ts';

describe('calls of a run', () => {
  it.each(examples.filter(([{ tickets }]) => tickets <= 100))(
    '%j: at most the fewest there can be and three more, and with verification what is promised',
    async (example, fewest) => {
      const sizes = sizesOf(example);
      expect(fewestCalls(sizes)).toBe(fewest);
      const seed = new Seed(virtualClock());
      const { all, proving, terms, retries } = await counted(seed, fill(seed, example));
      expect(terms).toBe(example.addresses);
      expect(all - proving).toBeLessThanOrEqual(fewest + 3);
      expect(all).toBeLessThanOrEqual(mostVerified(sizes));
      // One wait for the job, none for a limit.
      expect(retries).toBe(example.open > 0 ? 1 : 0);
    },
    600_000,
  );

  it('in random accounts: at most the fewest there can be and three more, and with verification what is promised', async () => {
    await fc.assert(
      fc.asyncProperty(accounts, async (account) => {
        const seed = new Seed(virtualClock());
        const person = fillRandomly(seed, account);
        const sizes: Sizes[] = [];
        const { all, proving } = await counted(seed, person, {
          look: (review) => sizes.push(sizesIn(seed, person, review)),
        });
        for (const size of sizes) {
          expect(all - proving).toBeLessThanOrEqual(fewestCalls(size) + 3);
          expect(all).toBeLessThanOrEqual(mostVerified(size));
        }
      }),
      { numRuns: 25 },
    );
  }, 300_000);
});

const ticketShape = fc.record({
  as: fc.constantFrom('requester', 'copied', 'mentioned', 'nobody'),
  status: fc.constantFrom('new', 'open', 'solved', 'closed'),
  channel: fc.constantFrom('email', 'web', 'api'),
  named: fc.boolean(),
  comments: fc.integer({ min: 1, max: 5 }),
  files: fc.integer({ min: 0, max: 3 }),
});
const accounts = fc.record({
  tickets: fc.array(ticketShape, { maxLength: 12 }),
  addresses: fc.integer({ min: 1, max: 3 }),
  phone: fc.boolean(),
  handle: fc.boolean(),
});

function fillRandomly(
  seed: Seed,
  { tickets, addresses, phone, handle }: typeof accounts extends fc.Arbitrary<infer Account> ? Account : never,
): number {
  const emails = Array.from({ length: addresses }, (_, at) => `ada${String(at)}@quill.test`);
  const person = seed.user({
    name: 'Ada Quellstone',
    emails,
    ...(phone ? { phones: ['+372 555 1234'] } : {}),
    ...(handle ? { others: [{ type: 'twitter', value: 'quellstone42' }] } : {}),
  });
  const other = seed.user({ name: 'Ida Falk', emails: ['ida.falk@falk.test'] });
  const agent = seed.user({ name: 'Bo Lund', role: 'agent', emails: ['bo.lund@desk.test'] });
  for (const { as, status, channel, named, comments, files } of tickets) {
    const by = as === 'requester' ? person : other;
    const text = as === 'mentioned' ? 'Ask Ada Quellstone.' : 'Hello.';
    seed.ticket({
      ...{ by, status, subject: named && as !== 'nobody' ? 'For Ada Quellstone' : 'Question' },
      ...(as === 'copied' ? { email_cc_ids: [person, other] } : {}),
      ...(named && as !== 'nobody' ? { fields: { Contact: 'Ada Quellstone' } } : {}),
      via: { channel },
      comments: Array.from({ length: comments }, (_, at) => ({
        ...{ by: at % 2 === 0 ? by : agent, text, via: { channel } },
        files: Array.from({ length: files }, (_none, file) => ({ name: `scan${String(file)}.txt` })),
      })),
    });
  }
  return person;
}

/** What the bound is counted from, as the review found it. */
function sizesIn({ zendesk, admin }: Seed, person: number, { plan, spots, who }: Review): Sizes {
  const bodies = counts(spots.flatMap(({ id }) => (placeOf(id)?.part === 'body' ? [placeOf(id)?.key] : [])));
  const steps = plan.steps.map(({ spot }) => placeOf(spot));
  const redacted = new Set(steps.flatMap((place) => place?.comment ?? []));
  const changed = new Set(
    steps.flatMap((place) => (place?.owner === 'ticket' && place.comment === undefined ? [place.key] : [])),
  );
  return {
    requested: zendesk.tickets.where(({ requester_id }) => requester_id === person).length,
    copied: zendesk.tickets.where(({ email_cc_ids }) => email_cc_ids.includes(person)).length,
    hits: searchTermsFor(who).map((term) => foundTickets(zendesk, term, zendesk.users.get(admin)).length),
    comments: bodies,
    redacted: [...redacted].map(
      (comment) => steps.filter((place) => place?.comment === comment && place.part === 'file').length,
    ),
    changed: changed.size,
    identities: steps.filter((place) => place?.part === 'identity').length,
  };
}

function counts(keys: readonly unknown[]): readonly number[] {
  return [...new Set(keys)].map((key) => keys.filter((one) => one === key).length);
}
