import { afterEach, describe, expect, it } from '@jest/globals';
import { hunterFor } from '@lethe/core/testing';
import { readableStorage } from '../../src/forge/store/readable-storage.suite.ts';
import { waysIn } from './app-doors.ts';
import { ada, scene } from './scene.ts';
import type { Scene } from './scene.ts';

const DAY = 24 * 60 * 60 * 1000;
const load = waysIn[0]![1];

describe('what the app keeps in Forge', () => {
  let here: Scene;
  afterEach(async () => here.close());

  it('names nobody, by no address, no account and no text, from the review to the report; what is sealed goes with the run', async () => {
    here = await scene(load);
    const stages: string[] = [];
    const look = (): void => {
      const queued = JSON.stringify(here.rig.queue.waiting);
      stages.push(readableStorage(here.rig.kvs.dump().filter(({ place }) => place !== 'secret')) + queued);
    };
    const { review, digest, phrase } = await here.reviewed();
    look();
    const confirmed = await here.get('confirm', { review, digest, typed: phrase });
    if (confirmed.at !== 'begun') throw new Error('not begun');
    const { run } = confirmed;
    look();
    let calls = 0;
    here.onCall = () => {
      calls += 1;
      if (calls % 4 === 0) look();
    };
    await here.until(run);
    here.onCall = () => undefined;
    look();
    await here.get('report', { run });
    await here.drain();
    look();

    const people: Readonly<Record<string, string>> = { ...here.people };
    const secrets = [
      { label: 'name', text: ada.name, in: [] },
      { label: 'address', text: ada.address, in: [] },
      { label: 'phone', text: '+44 20 7946 0011', in: [] },
      ...Object.entries(people).map(([who, account]) => ({
        label: `account of ${who}`,
        text: account,
        in: [],
      })),
    ];
    const hunt = hunterFor([...secrets, { label: 'control', text: 'person.email', in: [] }]);
    const { hits } = await hunt(stages);
    expect(new Set(hits.map(({ secret }) => secret))).toEqual(new Set(['control']));
    expect(stages.length).toBeGreaterThan(6);
    const left = here.rig.kvs.dump().filter(({ place }) => place === 'secret');
    expect(left.map(({ key }) => key)).toEqual(['installation-key']);
    expect(here.rig.kvs.dump().filter(({ key }) => key.startsWith('sealed:'))).toEqual([]);
  });

  it('recognizes erased people by keyed hashes, as long as reports are kept and no longer', async () => {
    here = await scene(load);
    const run = await here.begun();
    await here.until(run);
    const hashes = (): readonly string[] =>
      here.rig.kvs.dump().flatMap(({ key }) => (key.startsWith('erased:') ? [key] : []));
    // An address, and an account by its id.
    const byLength = hashes().toSorted((one, other) => one.length - other.length);
    expect(byLength).toEqual([expect.stringMatching(/:[0-9a-f]{32}$/), expect.stringMatching(/:[0-9a-f]{64}$/)]);
    const sweep = async (): Promise<void> => here.rig.invoke({ remainingMs: 900_000 }, here.app.sweep);
    here.clock.pass(399 * DAY);
    await sweep();
    expect(hashes()).toHaveLength(2);
    here.clock.pass(2 * DAY);
    await sweep();
    expect(hashes()).toEqual([]);
  });
});
