import { afterEach, describe, expect, it } from '@jest/globals';
import { waysIn } from './app-doors.ts';
import { ada, scene } from './scene.ts';
import type { Scene } from './scene.ts';

const HOUR = 3_600_000;

describe.each(waysIn)('time, for the app loaded from %s', (_, load) => {
  let here: Scene;
  afterEach(async () => here.close());

  it('a review that does not fit into the 25 seconds of a click is carried on in the background', async () => {
    here = await scene(load);
    const { people } = await here.get('who', { issues: [String(here.issues[0])] });
    here.takes = 6_000;
    const began = here.clock.now().getTime();
    const state = await here.get('startReview', { ref: people[0]!.ref });
    // The call that is under way is finished, and then there is time to hand on.
    expect(here.clock.now().getTime() - began).toBeLessThan(22_500);
    expect(state.at).toBe('looking');
    expect(here.rig.queue.waiting.map(({ event }) => event.body)).toEqual([{ kind: 'review', id: state.review }]);

    await here.next();
    here.takes = 0;
    const later = await here.get('review', { review: state.review });
    expect(later).toMatchObject({ at: 'reviewed', person: { name: ada.name } });
  });

  it('a run that does not fit into 900 seconds is handed on, time and again, and ends as if it had', async () => {
    here = await scene(load, { requests: 3 });
    const run = await here.begun();
    here.takes = 40_000;
    let deliveries = 0;
    for (; here.rig.queue.waiting.some(({ event }) => event.body['kind'] === 'run'); deliveries += 1) {
      const began = here.clock.now().getTime();
      await here.next();
      expect(here.clock.now().getTime() - began).toBeLessThan(900_000);
    }
    here.takes = 0;
    expect(deliveries).toBeGreaterThan(1);
    expect(await here.get('run', { run })).toMatchObject({ at: 'finished', report: { notProven: [] } });
    expect(here.texts()).not.toContain(ada.address);
  });

  it('while the hour’s points are used up a run is parked, in pieces of a quarter of an hour, and nobody asks Jira meanwhile', async () => {
    here = await scene(load);
    const run = await here.begun();
    here.fake.faults.aim({
      at: 'POST /rest/api/3/search/jql',
      with: {
        status: 429,
        headers: { 'Retry-After': '2400', 'RateLimit-Reason': 'jira-quota-global-based' },
        body: { errorMessages: ['Rate limit exceeded.'] },
      },
    });
    const began = here.clock.now().getTime();
    await here.next();
    expect(await here.get('run', { run })).toMatchObject({
      at: 'waiting',
      until: new Date(began + 2_400_000).toISOString(),
    });
    const calls = here.rig.jiraCalls.length;
    const delays: number[] = [];
    while (here.clock.now().getTime() < began + 2_300_000) {
      const [waiting] = here.rig.queue.waiting;
      delays.push(waiting?.event.delayInSeconds ?? 0);
      await here.next();
      if (here.clock.now().getTime() < began + 2_400_000) expect(here.rig.jiraCalls).toHaveLength(calls);
    }
    expect(delays.every((seconds) => seconds <= 900)).toBe(true);
    expect(delays.length).toBeGreaterThan(1);
    await here.until(run);
    expect(await here.get('run', { run })).toMatchObject({ at: 'finished' });
  });

  it('an event that comes before a parked run’s time does not begin it, and brings no second chain of events', async () => {
    here = await scene(load);
    const run = await here.begun();
    const [first] = here.rig.queue.waiting;
    here.fake.faults.aim({
      at: 'POST /rest/api/3/search/jql',
      with: { status: 429, headers: { 'Retry-After': '600', 'RateLimit-Reason': 'jira-quota-tenant-based' }, body: {} },
    });
    await here.next();
    expect(here.rig.queue.waiting).toHaveLength(1);
    const calls = here.rig.jiraCalls.length;
    await here.rig.queue.deliver(first!.event, here.app.worker);
    await here.rig.queue.deliver(first!.event, here.app.worker);
    expect(here.rig.queue.waiting).toHaveLength(1);
    expect(here.rig.jiraCalls).toHaveLength(calls);
    await here.until(run);
    expect(await here.get('run', { run })).toMatchObject({ at: 'finished' });
  });

  it('a Jira that is down for hours stops nothing for good: the run goes on when it is back', async () => {
    here = await scene(load);
    const run = await here.begun();
    const began = here.clock.now().getTime();
    here.fake.faults.aim({ at: 'POST /rest/api/3/search/jql', with: { status: 503, body: {} }, times: 12 });
    await here.until(run);
    expect(await here.get('run', { run })).toMatchObject({ at: 'finished' });
    expect(here.clock.now().getTime() - began).toBeLessThan(2 * HOUR);
  });
});
