import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Rows } from './rows.ts';
import type { Change, Row } from './rows.ts';
import type { ForgeRig } from '../../../test/forge-rig/forge-rig.ts';
import { startForgeRig } from '../../../test/forge-rig/forge-rig.ts';
import type { RigFaultKind } from '../../../test/forge-rig/rig-faults.ts';
import { storageEntities } from './entities.ts';

const held: { rig?: ForgeRig; marks: number } = { marks: 0 };

beforeEach(async () => {
  held.rig = await startForgeRig('http://127.0.0.1:1', { entities: storageEntities });
});
afterEach(() => held.rig?.close());

function rows(): Rows {
  const uuid = (): string => `mark-${String((held.marks += 1))}`;
  return new Rows({ clock: held.rig!.clock, uuid });
}

function setting(was: Row | undefined, body: unknown): Change {
  return { rows: [{ key: 'a', was, body }], values: [] };
}

const kinds: readonly RigFaultKind[] = ['refused', 'too-fast', 'unsent', 'took-effect', 'unanswered', 'late'];

describe('a change of rows', () => {
  it('holds only while the rows are as they were read', async () => {
    expect(await rows().commit(setting(undefined, { n: 1 }))).toBe(true);
    expect(await rows().commit(setting(undefined, { n: 2 }))).toBe(false);
    const read = await rows().get('a');
    expect(await rows().commit(setting(read, { n: 3 }))).toBe(true);
    expect(await rows().commit(setting(read, { n: 4 }))).toBe(false);
    expect((await rows().get('a'))?.body).toEqual({ n: 3 });
    const now = await rows().get('a');
    expect(await rows().commit({ rows: [{ key: 'a', was: now }], values: [] })).toBe(true);
    expect(await rows().get('a')).toBeUndefined();
  });

  it.each(kinds)('is made once when its request is %s', async (kind) => {
    await rows().commit(setting(undefined, { n: 1 }));
    const was = await rows().get('a');
    held.rig!.faults.set({ kind, on: 'kvs', writesOnly: true });
    expect(await rows().commit({ ...setting(was, { n: 2 }), values: [{ key: 'v', value: 'x' }] })).toBe(true);
    const now = await rows().get('a');
    expect(now).toMatchObject({ body: { n: 2 }, earlier: [was?.version] });
    expect(await rows().value('v')).toBe('x');
  });

  it('is known to be made although somebody else has changed the row again since', async () => {
    await rows().commit(setting(undefined, { n: 1 }));
    const was = await rows().get('a');
    held.rig!.faults.set({ kind: 'unanswered', on: 'kvs', writesOnly: true });
    const fetched = held.rig!.fetch.bind(held.rig);
    const meddling = { done: false };
    held.rig!.clock.wait = async () => Promise.resolve();
    Object.defineProperty(globalThis, '__forge_fetch__', {
      configurable: true,
      writable: true,
      value: async (target: { readonly type: string }, path: string, init: RequestInit): Promise<Response> => {
        if (path.endsWith('entity/get') && !meddling.done) {
          meddling.done = true;
          const mine = await rows().get('a');
          await rows().commit(setting(mine, { n: 3 }));
        }
        return fetched(target, path, init);
      },
    });
    expect(await rows().commit(setting(was, { n: 2 }))).toBe(true);
    expect((await rows().get('a'))?.body).toEqual({ n: 3 });
  });

  it('says so in fixed words when the storage stays away, or refuses what is stored', async () => {
    held.rig!.faults.set({ kind: 'unsent', on: 'kvs', times: Infinity });
    await expect(rows().get('a')).rejects.toMatchObject({ code: 'unreached' });
    held.rig!.faults.set({ kind: 'refused', on: 'kvs', writesOnly: true, times: Infinity });
    await expect(rows().commit(setting(undefined, { n: 1 }))).rejects.toMatchObject({ code: 'unreached' });
    held.rig!.faults.clear();
    await expect(rows().commit(setting(undefined, 'x'.repeat(300_000)))).rejects.toMatchObject({ code: 'refused' });
    await expect(rows().get('a/b')).rejects.toMatchObject({ code: 'refused' });
  });

  it('also makes new rows where Forge refuses every condition on a row that is not there', async () => {
    held.rig!.kvs.refuseConditionsOnMissing();
    expect(await rows().commit(setting(undefined, { n: 1 }))).toBe(true);
    expect((await rows().get('a'))?.body).toEqual({ n: 1 });
    const rivals = [1, 2, 3].map(async (n) =>
      rows().commit({ rows: [{ key: 'b', was: undefined, body: { n } }], values: [] }),
    );
    expect((await Promise.all(rivals)).filter(Boolean)).toHaveLength(1);
  });
});
