import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { mint } from '@lethe/core/testing';
import fc from 'fast-check';
import { StoreScene } from '../store/store-scene.suite.ts';
import { PersonLock } from './person-lock.ts';

const person = mint('person', 'a1b2');
const MINUTE = 60_000;

/** The lock as one invocation of the worker has it. */
function lockIn({ clock }: StoreScene): PersonLock {
  const end = new Date(clock.now().getTime() + 15 * MINUTE);
  return new PersonLock({ clock, uuid: randomUUID, livesUntil: () => end });
}

describe('a person locked for a run', () => {
  it('is had by one worker, even if the same event comes twice, until given back', async () => {
    const scene = await StoreScene.open();
    const taken = await lockIn(scene).take(person, 'plan-1');
    expect(taken.obstacle).toBeUndefined();
    const again = await lockIn(scene).take(person, 'plan-1');
    expect(again.obstacle).toMatchObject({ code: 'run-in-progress' });
    await again.release();
    expect((await lockIn(scene).take(person, 'plan-2')).obstacle).toBeDefined();
    expect((await lockIn(scene).take(mint('person', 'c3d4'), 'plan-3')).obstacle).toBeUndefined();
    await taken.release();
    expect((await lockIn(scene).take(person, 'plan-2')).obstacle).toBeUndefined();
  });

  it('is free again when the invocation that had them cannot live any more, and is not given back by it then', async () => {
    const scene = await StoreScene.open();
    const crashed = await lockIn(scene).take(person, 'plan-1');
    await scene.clock.wait(15 * MINUTE);
    expect((await lockIn(scene).take(person, 'plan-1')).obstacle).toBeDefined();
    await scene.clock.wait(5000);
    expect((await lockIn(scene).take(person, 'plan-1')).obstacle).toBeUndefined();
    await crashed.release();
    expect((await lockIn(scene).take(person, 'plan-1')).obstacle).toBeDefined();
  });

  it('leaves nothing behind once given back, and names neither account nor alias while held', async () => {
    const scene = await StoreScene.open();
    const taken = await lockIn(scene).take(person, 'plan-1');
    expect(JSON.stringify(scene.rig.kvs.dump())).not.toContain(person);
    await taken.release();
    expect(scene.keys()).toEqual([]);
  });

  it('is had by exactly one of several workers, whatever goes wrong with a request meanwhile', async () => {
    const fault = fc.record({
      kind: fc.constantFrom('refused', 'unsent', 'took-effect', 'unanswered', 'late'),
      after: fc.nat(8),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(fault, { maxLength: 3 }), fc.integer({ min: 2, max: 4 }), async (faults, workers) => {
        const scene = await StoreScene.open();
        scene.rig.faults.set(...faults.map((one) => ({ ...one, on: 'kvs' as const })));
        const taking = Array.from({ length: workers }, async () => lockIn(scene).take(person, 'plan-1'));
        const taken = await Promise.all(taking);
        expect(taken.filter(({ obstacle }) => obstacle === undefined)).toHaveLength(1);
      }),
      { numRuns: 40 },
    );
  });
});
