import { afterEach, describe, expect, it } from '@jest/globals';
import { waysIn } from './app-doors.ts';
import { ada, scene } from './scene.ts';
import type { Scene } from './scene.ts';

function writesIn(here: Scene): readonly string[] {
  return here.fake.made.filter(({ isWrite }) => isWrite).map(({ method, url }) => `${method} ${url}`);
}

describe.each(waysIn)('events that come as queues bring them, to the app loaded from %s', (_, load) => {
  let here: Scene;
  afterEach(async () => here.close());

  it('twice, one after the other: the second does nothing', async () => {
    here = await scene(load);
    const run = await here.begun();
    const [first] = here.rig.queue.waiting;
    await here.next();
    const calls = here.rig.jiraCalls.length;
    const waiting = here.rig.queue.waiting.length;
    await here.rig.queue.deliver(first!.event, here.app.worker);
    expect(here.rig.jiraCalls).toHaveLength(calls);
    expect(here.rig.queue.waiting).toHaveLength(waiting);
    expect(here.stored()).not.toContain(`work:${run}`);
    expect(await here.get('run', { run })).toMatchObject({ at: 'finished' });
  });

  it('twice at the same time: one worker does the work, each thing once', async () => {
    here = await scene(load);
    await here.until(await here.begun());
    const once = here.rig.jiraCalls.length;
    await here.close();

    here = await scene(load);
    const run = await here.begun();
    const [first] = here.rig.queue.waiting;
    await Promise.all([1, 2].map(async () => here.rig.queue.deliver(first!.event, here.app.worker)));
    expect(await here.get('run', { run })).toMatchObject({ at: 'finished', report: { notProven: [] } });
    const writes = writesIn(here);
    expect(writes).toHaveLength(new Set(writes).size);
    expect(here.rig.jiraCalls.length).toBeLessThanOrEqual(once);
  });

  it('a review twice: it is made once', async () => {
    here = await scene(load);
    const { people } = await here.get('find', { text: ada.address });
    here.takes = 6_000;
    const { review } = await here.get('startReview', { ref: people[0]!.ref });
    here.takes = 0;
    const [first] = here.rig.queue.waiting;
    await here.next();
    const calls = here.rig.jiraCalls.length;
    await here.rig.queue.deliver(first!.event, here.app.worker);
    expect(here.rig.jiraCalls).toHaveLength(calls);
    expect(await here.get('review', { review })).toMatchObject({ at: 'reviewed' });
  });

  it('a run somebody wants stopped stops before its next group of calls, and can be resumed', async () => {
    here = await scene(load, { requests: 30 });
    const run = await here.begun();
    here.onCall = () => {
      if (writesIn(here).length !== 3) return;
      const at = here.clock.now().toISOString();
      const now = here.clock.now().getTime();
      const stop = { place: 'plain', key: `stop:${run}`, value: { at }, createdAt: now, updatedAt: now } as const;
      here.rig.kvs.restore([...here.rig.kvs.dump(), stop]);
    };
    await here.next();
    here.onCall = () => undefined;
    expect(await here.get('run', { run })).toMatchObject({ at: 'stopped', report: { reason: 'interrupted' } });
    const stopped = writesIn(here).length;
    await here.get('resume', { run });
    await here.until(run);
    expect(await here.get('run', { run })).toMatchObject({ at: 'finished' });
    expect(stopped).toBeLessThan(writesIn(here).length);
  });

  it('after the run was called off, or of a run nobody knows: nothing', async () => {
    here = await scene(load);
    const run = await here.begun();
    const [first] = here.rig.queue.waiting;
    await here.get('callOff', { run });
    await here.rig.queue.deliver(first!.event, here.app.worker);
    const unknown = { ...first!.event, body: { kind: 'run', id: '00000000-0000-4000-8000-000000000000' } };
    await here.rig.queue.deliver(unknown, here.app.worker);
    expect(writesIn(here)).toEqual([]);
  });

  it('two agents on one person: the second is told that a run is at work, before and after a worker has it', async () => {
    here = await scene(load);
    const theirs = await here.reviewed(here.people.colleague);
    const run = await here.begun();
    const by = here.people.colleague;
    const confirm = { review: theirs.review, digest: theirs.digest, typed: theirs.phrase };
    expect(await here.get('confirm', confirm, { by })).toMatchObject({ at: 'refused' });
    const { people } = await here.get('find', { text: ada.address }, { by });
    expect(people[0]).toMatchObject({ openRun: run });
    const review = await here.get('startReview', { ref: people[0]!.ref }, { by });
    expect(review).toMatchObject({ at: 'blocked', obstacles: [{ code: 'run-in-progress' }] });
  });

  it('no event says more than what is to be done and a random id, and those of one person wait for each other', async () => {
    here = await scene(load);
    const run = await here.begun();
    const [first] = here.rig.queue.waiting;
    expect(first?.event.body).toEqual({ kind: 'run', id: run });
    expect(first?.event.concurrency).toMatchObject({ limit: 1 });
    expect(JSON.stringify(first)).not.toContain(here.people.ada);
    expect(JSON.stringify(first)).not.toContain(ada.address);
  });
});
