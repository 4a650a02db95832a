import { describe, expect, it } from '@jest/globals';
import { Fenced } from '@lethe/core';
import fc from 'fast-check';
import { FakeBrowser } from '../store/fake-browser.suite.ts';
import { AccountScene } from './account-scene.suite.ts';
import type { Meddling } from './account-scene.suite.ts';
import { AccountLock } from './account-lock.ts';

const MINUTE = 60_000;

/** The role may read records and not write them. */
const mayNotWrite: Meddling = (call) =>
  call.path.includes('/custom_objects/') && call.method !== 'GET'
    ? Promise.resolve({ status: 403, headers: {}, json: { error: 'Forbidden' } })
    : undefined;

const ways = [
  { way: 'records, whose external ids Zendesk keeps unique', open: async () => new AccountScene().open() },
  {
    way: 'records, whose external ids may be there twice',
    open: async () => new AccountScene({ uniqueExternalIds: false }).open(),
  },
  { way: 'a user field', open: async () => new AccountScene({ customObjects: [] }).open() },
];

describe.each(ways)('a person locked by $way', ({ open }) => {
  it('is had by one agent, until they give the person back', async () => {
    const scene = await open();
    const [one, other] = [scene.lock(), scene.lock()];
    const taken = await scene.during(one.take(scene.person, 'plan-1'));
    expect(taken.obstacle).toBeUndefined();
    const refused = await scene.during(other.take(scene.person, 'plan-2'));
    expect(refused.obstacle).toMatchObject({ code: 'run-in-progress' });
    await refused.release();
    expect((await scene.during(scene.lock().take(scene.person, 'plan-3'))).obstacle).toBeDefined();
    await scene.during(taken.release());
    expect((await scene.during(other.take(scene.person, 'plan-2'))).obstacle).toBeUndefined();
  });

  it('leaves nothing behind once given back', async () => {
    const scene = await open();
    const taken = await scene.during(scene.lock().take(scene.person, 'plan-1'));
    await scene.during(taken.release());
    expect(scene.records).toEqual([]);
    expect([null, '', undefined]).toContain(scene.userFields['anonymization_lock']);
  });

  it('stays with an agent who is at work for a quarter of an hour', async () => {
    const scene = await open();
    const lock = scene.lock();
    await scene.during(lock.take(scene.person, 'plan-1'));
    await scene.pass(15 * MINUTE);
    expect(lock.standing()).toBe('sure');
    const { obstacle } = await scene.during(scene.lock().take(scene.person, 'plan-2'));
    expect(obstacle).toMatchObject({ code: 'run-in-progress' });
  });

  it('goes to another agent after five minutes without a sign of life, and the first may write nothing more', async () => {
    const scene = await open();
    const [asleep, other] = [scene.lock(), scene.lock()];
    await scene.during(asleep.take(scene.person, 'plan-1'));
    scene.clock.sleep(5 * MINUTE);
    const taken = await scene.during(other.take(scene.person, 'plan-2'));
    expect(taken.obstacle).toBeUndefined();
    expect(asleep.standing()).not.toBe('sure');
    await expect(scene.during(asleep.assure())).rejects.toThrow(Fenced);
    expect(asleep.standing()).toBe('lost');
    await expect(scene.during(other.assure())).resolves.toBeUndefined();
  });

  it('is still there for an agent whose machine slept and whom nobody replaced: Zendesk is asked before the next write', async () => {
    const scene = await open();
    const lock = scene.lock();
    await scene.during(lock.take(scene.person, 'plan-1'));
    scene.clock.sleep(60 * MINUTE);
    expect(lock.standing()).toBe('unsure');
    await scene.during(lock.assure());
    expect(lock.standing()).toBe('sure');
  });

  it('is had again at once by whoever resumes the run, and not a second time by the tab that crashed', async () => {
    const scene = await open();
    const crashed = scene.lock({ agent: '7' });
    await scene.during(crashed.take(scene.person, 'plan-1'));
    const resumed = scene.lock({ agent: '7' });
    expect((await scene.during(resumed.take(scene.person, 'plan-1'))).obstacle).toBeUndefined();
    expect((await scene.during(scene.lock().take(scene.person, 'plan-2'))).obstacle).toBeDefined();
  });

  it('is not taken by a second tab of the browser, which asks nobody', async () => {
    const scene = await open();
    const browser = new FakeBrowser('shared');
    await scene.during(scene.lock({ browser }).take(scene.person, 'plan-1'));
    const before = scene.calls.length;
    const { obstacle } = await scene.lock({ browser }).take(scene.person, 'plan-1');
    expect(obstacle).toMatchObject({ code: 'run-in-progress', says: expect.stringContaining('Another tab') });
    expect(scene.calls).toHaveLength(before);
  });

  it('is given back by nobody but its owner', async () => {
    const scene = await open();
    const asleep = await scene.during(scene.lock().take(scene.person, 'plan-1'));
    scene.clock.sleep(5 * MINUTE);
    const other = scene.lock();
    await scene.during(other.take(scene.person, 'plan-2'));
    await scene.during(asleep.release());
    expect((await scene.during(scene.lock().take(scene.person, 'plan-3'))).obstacle).toBeDefined();
    await expect(scene.during(other.assure())).resolves.toBeUndefined();
  });
});

describe('a person locked by a record', () => {
  it.each([true, false])(
    'is had by exactly one of two agents, however their calls cross (external ids unique: %j)',
    async (uniqueExternalIds) => {
      await fc.assert(
        fc.asyncProperty(fc.scheduler(), async (scheduler) => {
          const scene = await new AccountScene({ uniqueExternalIds }).open();
          const crossing: Meddling = (call, port) =>
            scheduler.schedule(Promise.resolve(), call.method).then(async () => port(call));
          const locks = [scene.lock({ meddling: crossing }), scene.lock({ meddling: crossing })];
          const taking = Promise.all(locks.map(async (lock, at) => lock.take(scene.person, `plan-${at}`)));
          const taken = await scheduler.waitFor(taking);
          expect(taken.filter(({ obstacle }) => obstacle === undefined)).toHaveLength(1);
          expect(scene.records.filter(({ kind }) => kind === 'lock')).toHaveLength(1);
          await scene.close();
        }),
        { numRuns: 25 },
      );
    },
    60_000,
  );

  it.each([true, false])(
    'is not taken from an agent by one whose clock is an hour ahead (external ids unique: %j)',
    async (uniqueExternalIds) => {
      const scene = await new AccountScene({ uniqueExternalIds }).open();
      await scene.during(scene.lock().take(scene.person, 'plan-1'));
      const { obstacle } = await scene.during(scene.lock({ ahead: 60 * MINUTE }).take(scene.person, 'plan-2'));
      expect(obstacle).toMatchObject({ code: 'run-in-progress' });
      expect(scene.records.filter(({ kind }) => kind !== 'lock')).toEqual([]);
    },
  );

  it('names the agent by number and says since when', async () => {
    const scene = await new AccountScene().open();
    await scene.during(scene.lock({ agent: '4711' }).take(scene.person, 'plan-1'));
    const { obstacle } = await scene.during(scene.lock().take(scene.person, 'plan-2'));
    expect(obstacle?.says).toBe('Agent 4711 has been anonymizing this person since 2026-04-01T08:00:00.000Z.');
  });

  it('is found out within a minute to be taken twice, where what was read back at first was late', async () => {
    const scene = await new AccountScene({ uniqueExternalIds: false }).open();
    const first = scene.lock();
    await scene.during(first.take(scene.person, 'plan-1'));
    let late = true;
    const meddling: Meddling = (call) => {
      const isReadBack = call.method === 'GET' && call.path.includes('/records');
      if (!isReadBack || !late) return undefined;
      late = false;
      return Promise.resolve({ status: 200, headers: {}, json: { custom_object_records: [] } });
    };
    const second = scene.lock({ meddling });
    expect((await scene.during(second.take(scene.person, 'plan-2'))).obstacle).toBeUndefined();
    await scene.pass(MINUTE);
    expect([first.standing(), second.standing()]).toEqual(['sure', 'lost']);
  });

  it('holds ids and times alone', async () => {
    const scene = await new AccountScene().open();
    await scene.during(scene.lock({ agent: '7' }).take(scene.person, 'plan-1'));
    const lock = { kind: 'lock', run: 'plan-1', person: `${scene.user}`, agent: '7' };
    expect(scene.records).toEqual([
      { external_id: `lock-${scene.user}`, ...lock, heartbeat_at: '2026-04-01T08:00:00.000Z' },
    ]);
  });

  it('is not given up when the network fails: the error is told, and nothing is held', async () => {
    const scene = await new AccountScene().open();
    const browser = new FakeBrowser('down');
    const down: Meddling = () => Promise.resolve({ status: 503, headers: {}, json: undefined });
    await expect(scene.lock({ meddling: down, browser }).take(scene.person, 'plan-1')).rejects.toMatchObject({
      code: 'down',
    });
    expect((await scene.during(scene.lock({ browser }).take(scene.person, 'plan-1'))).obstacle).toBeUndefined();
  });
});

describe('an agent who may not write records', () => {
  it('locks by the user field', async () => {
    const scene = await new AccountScene().open();
    const lock: AccountLock = scene.lock({ meddling: mayNotWrite });
    expect((await scene.during(lock.take(scene.person, 'plan-1'))).obstacle).toBeUndefined();
    expect(scene.userFields['anonymization_lock']).toEqual(expect.any(Number));
    const { obstacle } = await scene.during(scene.lock({ meddling: mayNotWrite }).take(scene.person, 'plan-2'));
    expect(obstacle).toMatchObject({ code: 'run-in-progress' });
  });

  it('is told so where that field is not there either, and may go on only by saying so', async () => {
    const scene = await new AccountScene({}, []).open();
    const { obstacle } = await scene.during(scene.lock({ meddling: mayNotWrite }).take(scene.person, 'plan-1'));
    expect(obstacle).toMatchObject({ code: 'host-right-missing', acknowledgeable: true });
    expect(obstacle?.remedy).toContain('lethe_anonymization');
  });
});
