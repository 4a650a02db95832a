import { describe, expect, it } from '@jest/globals';
import type { Host, Person, PersonId } from '@lethe/core';
import { but, memoryGround, smallWorld, virtualClock } from '@lethe/core/testing';
import { ApiBench, TestGround } from '@lethe/server/testing';
import { z } from 'zod';

const test = new TestGround();
const returned = z.object({ id: z.string(), host: z.string(), person: z.string(), state: z.string() }).loose();
const list = z.object({ returns: z.array(returned) });
const looksShape = z.object({ looks: z.array(z.looseObject({ host: z.string(), ending: z.string().optional() })) });
const approved = z.object({ run: z.string() });

/** A host in which somebody may turn up whom it did not have before: by an import, a sync or a mail. */
function deskWithArrivals() {
  const ground = memoryGround(smallWorld(), { clock: virtualClock() });
  const arrivals: Person[] = [];
  const host: Host = but(ground.host, {
    findPeople: async function* (query) {
      yield* ground.host.findPeople(query);
      if (query.by === 'everybody') yield* arrivals;
      if (query.by === 'id') yield* arrivals.filter(({ id }) => id === query.person);
    },
  });
  return { ...ground, host, arrivals };
}

async function personOf(host: Host, id: PersonId): Promise<Person> {
  for await (const person of host.findPeople({ by: 'id', person: id })) return person;
  throw new RangeError('The host has them.');
}

async function erasedAt(name: string, others: Readonly<Record<string, Host>> = {}) {
  // The worlds of these tests have the same people in them: nobody of an earlier test is to be recognized.
  await test.database.ask('delete from lethe.suppression');
  const desk = deskWithArrivals();
  const before = await personOf(desk.host, desk.target);
  const bench = await ApiBench.open(test, { hosts: { [name]: desk.host, ...others } });
  const { browser } = await bench.operator({ groups: ['runners'] });
  const { run } = approved.parse(
    (await bench.approve(browser, await bench.planned(browser, name, desk.target))).json(),
  );
  const worker = await bench.worker();
  await bench.settled(browser, run);
  await worker.stop();
  return { bench, browser, run, before, desk };
}

describe('S18 the return watch', () => {
  it('flags an erased person whom an import brings back, erases nobody, and asks once', async () => {
    const { bench, browser, run, before, desk } = await erasedAt('watch-1');
    const writes = desk.calls().writes;
    expect(await bench.looked(browser, ['watch-1'])).toMatchObject([{ ending: 'looked', found: 0 }]);
    desk.arrivals.push({ ...before, id: 'imported-9' as PersonId });
    expect(await bench.looked(browser, ['watch-1'])).toMatchObject([{ ending: 'looked', found: 1 }]);
    expect(await bench.looked(browser, ['watch-1'])).toMatchObject([{ ending: 'looked', found: 0 }]);
    expect(desk.calls().writes).toBe(writes);
    const answer = await browser.get('/api/v1/returns?state=open');
    const { returns } = list.parse(answer.json());
    expect(returns).toMatchObject([{ host: 'watch-1', person: 'imported-9', run, place: 'same-host', state: 'open' }]);
    for (const address of before.identifiers.addresses) expect(answer.body).not.toContain(address.reveal());
  });

  it('lets somebody say that it is another person, that they agreed anew, or begin a review', async () => {
    const { bench, browser, run, before, desk } = await erasedAt('watch-2');
    const ids = ['another', 'agreed', 'reviewed'] as const;
    desk.arrivals.push(...ids.map((id) => ({ ...before, id: id as PersonId })));
    await bench.looked(browser, ['watch-2']);
    const { returns } = list.parse((await browser.get(`/api/v1/returns?run=${run}`)).json());
    const decide = async (person: string, decision: string) => {
      const id = returns.find((one) => one.person === person)?.id ?? '';
      return browser.change('POST', `/api/v1/returns/${id}/decision`, { decision });
    };
    const { review } = z
      .object({ review: z.string() })
      .loose()
      .parse((await decide('reviewed', 'review')).json());
    expect(await bench.ended(browser, `/api/v1/reviews/${review}`)).toMatchObject({ state: 'ended' });
    expect((await decide('another', 'another-person')).statusCode).toBe(200);
    expect((await decide('another', 'consent')).json()).toMatchObject({ error: 'return-decided' });
    const looker = await bench.operator({ groups: ['lookers'] });
    const id = returns.find(({ person }) => person === 'agreed')?.id ?? '';
    const refused = await looker.browser.change('POST', `/api/v1/returns/${id}/decision`, { decision: 'consent' });
    expect(refused.json()).toMatchObject({ error: 'right-missing' });
    // L25 what they are recognized by is forgotten: who agreed anew is not watched for.
    expect((await decide('agreed', 'consent')).json()).toMatchObject({ returned: { state: 'consent' } });
    expect(await bench.ground.store.suppression.any()).toBe(false);
    desk.arrivals.push({ ...before, id: 'once-more' as PersonId });
    expect(await bench.looked(browser, ['watch-2'])).toMatchObject([{ found: 0 }]);
    const ledger = (await (await bench.operator({ groups: ['auditors'] })).browser.get('/api/v1/ledger?most=500')).body;
    for (const what of ['person-returned', 'return-another-person', 'return-review', 'return-consented'])
      expect(ledger).toContain(`"what":"${what}"`);
    for (const address of before.identifiers.addresses) expect(ledger).not.toContain(address.reveal());
  });

  it('L14 finds them in another host, and says where a host cannot be looked through or failed', async () => {
    const other = deskWithArrivals();
    const silent = but(deskWithArrivals().host, {
      profile: { ...other.host.profile, everybody: { can: 'nothing', because: 'It lists nobody.', source: 'test' } },
    });
    const { bench, browser, run } = await erasedAt('watch-3', { 'watch-jobs': other.host, 'watch-silent': silent });
    expect(await bench.looked(browser, ['watch-jobs', 'watch-silent'])).toMatchObject([
      { host: 'watch-jobs', ending: 'looked' },
      { host: 'watch-silent', ending: 'cannot' },
    ]);
    const { returns } = list.parse((await browser.get(`/api/v1/returns?run=${run}`)).json());
    expect(returns).toMatchObject([{ host: 'watch-jobs', person: other.target, place: 'other-host' }]);
    other.faults.set({ kind: 'down', on: 'all', after: 0, times: Infinity });
    expect(await bench.looked(browser, ['watch-jobs'])).toMatchObject([{ ending: 'failed' }]);
    expect((await browser.change('POST', '/api/v1/looks', { hosts: ['no-such-host'] })).statusCode).toBe(404);
    expect(looksShape.parse((await browser.get('/api/v1/looks')).json()).looks.length).toBeGreaterThanOrEqual(2);
  });
});
