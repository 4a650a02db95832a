import { afterEach, describe, expect, it } from '@jest/globals';
import type { RigFaultKind } from '../forge-rig/rig-faults.ts';
import { waysIn } from './app-doors.ts';
import { ada, scene } from './scene.ts';
import type { Scene } from './scene.ts';

const kinds: readonly RigFaultKind[] = ['refused', 'too-fast', 'unsent', 'took-effect', 'unanswered'];

describe.each(waysIn)('a storage that fails, under the app loaded from %s', (_, load) => {
  let here: Scene;
  afterEach(async () => here.close());

  it('lets a click fail in fixed words, and the next one succeed', async () => {
    here = await scene(load);
    here.rig.faults.set({ kind: 'unsent', on: 'kvs', times: Infinity });
    const answer = await here.ask('find', { text: ada.address });
    expect(answer).toMatchObject({ ok: false, code: 'fault' });
    expect(JSON.stringify(answer)).not.toContain(ada.address);
    here.rig.faults.clear();
    expect(await here.ask('find', { text: ada.address })).toMatchObject({ ok: true });
  });

  it.each(kinds)(
    '"%s" once, wherever it strikes, loses no run: the worker is tried again and it ends',
    async (kind) => {
      for (const after of [0, 7, 18]) {
        if (after > 0) await here.close();
        here = await scene(load, { requests: 1 });
        const run = await here.begun();
        here.rig.faults.set({ kind, on: 'kvs', after, times: 4 });
        await here.next();
        here.rig.faults.clear();
        await here.until(run);
        expect(await here.get('run', { run })).toMatchObject({ at: 'finished', report: { notProven: [] } });
        expect(here.texts()).not.toContain(ada.address);
      }
    },
  );

  it('for longer than Forge tries, leaves a run that the sweeper takes up', async () => {
    here = await scene(load);
    const run = await here.begun();
    here.rig.faults.set({ kind: 'unsent', on: 'kvs', times: Infinity });
    while (here.rig.queue.waiting.length > 0) await here.next();
    here.rig.faults.clear();
    expect(here.texts()).toContain(ada.address);

    here.clock.pass(30 * 60_000);
    await here.sweep();
    await here.until(run);
    expect(await here.get('run', { run })).toMatchObject({ at: 'finished' });
  });

  it('and a queue that takes nothing lose no run either', async () => {
    here = await scene(load);
    here.rig.faults.set({ kind: 'refused', on: 'queue', times: Infinity });
    const run = await here.begun();
    here.rig.faults.clear();
    expect(here.rig.queue.waiting).toEqual([]);
    here.clock.pass(30 * 60_000);
    await here.sweep();
    await here.until(run);
    expect(await here.get('run', { run })).toMatchObject({ at: 'finished' });
  });
});
