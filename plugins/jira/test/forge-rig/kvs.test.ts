import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Filter, FilterConditions, kvs, MetadataField, Sort, WhereConditions } from '@forge/kvs';
import type { ForgeRig } from './forge-rig.ts';
import { startForgeRig } from './forge-rig.ts';

const entities = [
  {
    name: 'row',
    attributes: { version: { type: 'string' }, size: { type: 'integer' }, body: { type: 'any' } },
    indexes: ['size', { name: 'by-version', partition: ['version'], range: ['size'] }],
  },
] as const;

interface Row {
  readonly version: string;
  readonly size?: number;
  readonly body?: unknown;
}

const row = kvs.entity<Row>('row');
const loose = kvs.entity<Readonly<Record<string, unknown>>>('row');
const held: { rig?: ForgeRig } = {};

beforeEach(async () => {
  held.rig = await startForgeRig('http://127.0.0.1:1', { entities });
});
afterEach(() => held.rig?.close());

function rig(): ForgeRig {
  return held.rig!;
}

function versionIs(version: string): ReturnType<Filter<Row>['and']> {
  return new Filter<Row>().and('version', FilterConditions.equalTo(version));
}

describe('the fake key-value store', () => {
  it('keeps plain values, secrets and entities apart, and knows nothing of what is not there', async () => {
    await kvs.set('a', 1);
    await kvs.setSecret('a', 2);
    await row.set('a', { version: 'v' });
    expect([await kvs.get('a'), await kvs.getSecret('a'), await row.get('a')]).toEqual([1, 2, { version: 'v' }]);
    await kvs.delete('a');
    expect([await kvs.get('a'), await kvs.getSecret('a'), await row.get('b')]).toEqual([undefined, 2, undefined]);
    await kvs.delete('never there');
  });

  it.each([
    ['a key of 501 signs', 'KEY_TOO_LONG', async () => kvs.set('k'.repeat(501), 1)],
    ['a key with a slash', 'INVALID_KEY', async () => kvs.set('a/b', 1)],
    ['a value of more than 240 KiB', 'MAX_SIZE', async () => kvs.set('a', 'x'.repeat(240 * 1024))],
    ['a value 32 levels deep', 'MAX_DEPTH', async () => kvs.set('a', nested(32))],
    [
      'an attribute that was not declared',
      'INVALID_ENTITY_VALUE',
      async () => loose.set('a', { version: 'v', other: 1 }),
    ],
    ['an attribute of another type', 'INVALID_ENTITY_VALUE', async () => loose.set('a', { version: 1 })],
    ['a blank string in an entity', 'INVALID_ENTITY_VALUE', async () => row.set('a', { version: ' ' })],
    ['26 operations', 'TOO_MANY_OPERATIONS', async () => many(26).execute()],
    ['a key twice in a transaction', 'DUPLICATE_KEYS', async () => kvs.transact().set('a', 1).delete('a').execute()],
    [
      'a batch of 26',
      'INVALID_BATCH',
      async () => kvs.batchSet(Array.from({ length: 26 }, (_, n) => ({ key: `k${n}`, value: n }))),
    ],
  ])('refuses %s', async (_, code, attempt) => {
    await expect(attempt()).rejects.toMatchObject({ code });
    expect(rig().kvs.dump()).toEqual([]);
  });

  it('takes what is just within the limits', async () => {
    await kvs.set('k'.repeat(500), 'x'.repeat(240 * 1024 - 2));
    await kvs.set('deep', nested(31));
    await many(25).execute();
    expect(rig().kvs.dump()).toHaveLength(27);
  });

  it('carries a transaction out whole or not at all, by conditions on entities', async () => {
    await row.set('a', { version: 'one' });
    const at = { entityName: 'row', conditions: versionIs('one') };
    await kvs.transact().set<Row>('a', { version: 'two' }, at).set('plain', 1).execute();
    await expect(kvs.transact().set<Row>('a', { version: 'three' }, at).set('plain', 2).execute()).rejects.toThrow();
    expect([await row.get('a'), await kvs.get('plain')]).toEqual([{ version: 'two' }, 1]);
    const absent = new Filter<Row>().and('version', FilterConditions.notExists());
    await kvs.transact().set<Row>('b', { version: 'v' }, { entityName: 'row', conditions: absent }).execute();
    await expect(
      kvs.transact().set<Row>('b', { version: 'w' }, { entityName: 'row', conditions: absent }).execute(),
    ).rejects.toThrow();
    await expect(kvs.transact().check('a', at).delete('plain').execute()).rejects.toThrow();
    expect(await kvs.get('plain')).toBe(1);
  });

  it('sets what must be new once', async () => {
    await kvs.setSecret('a', 1, { keyPolicy: 'FAIL_IF_EXISTS' });
    await expect(kvs.setSecret('a', 2, { keyPolicy: 'FAIL_IF_EXISTS' })).rejects.toThrow();
    expect(await kvs.getSecret('a')).toBe(1);
    expect(await kvs.set('b', 1, { keyPolicy: 'OVERRIDE', returnValue: 'PREVIOUS' })).toBeUndefined();
    expect(await kvs.set('b', 2, { keyPolicy: 'OVERRIDE', returnValue: 'PREVIOUS' })).toMatchObject({ value: 1 });
  });

  it('pages plain keys by prefix, and never shows a secret or an entity in a query', async () => {
    for (const key of ['p:1', 'p:2', 'p:3', 'q:1']) await kvs.set(key, key);
    await kvs.setSecret('p:4', 'secret');
    await row.set('p:5', { version: 'v' });
    const first = await kvs.query().where('key', WhereConditions.beginsWith('p:')).limit(2).getMany();
    expect(first.results.map(({ key }) => key)).toEqual(['p:1', 'p:2']);
    const rest = await kvs.query().where('key', WhereConditions.beginsWith('p:')).cursor(first.nextCursor!).getMany();
    expect(rest).toEqual({ results: [{ key: 'p:3', value: 'p:3' }], nextCursor: undefined });
  });

  it('finds entities by an index, in its order', async () => {
    for (const size of [3, 1, 2]) await row.set(`k${size}`, { version: size === 2 ? 'even' : 'odd', size });
    const all = await row.query().index('size').where(WhereConditions.greaterThan(1)).sort(Sort.DESC).getMany();
    expect(all.results.map(({ key }) => key)).toEqual(['k3', 'k2']);
    const odd = await row
      .query()
      .index('by-version', { partition: ['odd'] })
      .getMany();
    expect(odd.results.map(({ key }) => key)).toEqual(['k1', 'k3']);
    await expect(row.query().index('undeclared').getMany()).rejects.toMatchObject({ code: 'INVALID_QUERY' });
  });

  it('lets queries lag behind, but never reading by key', async () => {
    await kvs.set('p:1', 1);
    rig().kvs.lagQueries(true);
    await kvs.set('p:2', 2);
    expect(await kvs.get('p:2')).toBe(2);
    expect((await kvs.query().getMany()).results).toHaveLength(1);
    rig().kvs.lagQueries(false);
    expect((await kvs.query().getMany()).results).toHaveLength(2);
  });

  it('keeps what has expired readable for up to two days more', async () => {
    await kvs.set('a', 1, { ttl: { value: 1, unit: 'DAYS' } });
    expect(await kvs.get('a', { metadataFields: [MetadataField.EXPIRE_TIME] })).toMatchObject({
      expireTime: '2026-04-02T08:00:00.000Z',
    });
    await rig().clock.wait(2 * 86_400_000);
    expect(await kvs.get('a')).toBe(1);
    await rig().clock.wait(86_400_000);
    expect(await kvs.get('a')).toBeUndefined();
  });

  it('answers a batch item by item', async () => {
    const set = await kvs.batchSet<unknown>([
      { key: 'a', value: 1 },
      { key: 'a/b', value: 2 },
      { key: 'r', value: { version: 'v' }, entityName: 'row' },
    ]);
    expect(set.successfulKeys).toEqual([{ key: 'a' }, { key: 'r', entityName: 'row' }]);
    expect(set.failedKeys).toMatchObject([{ key: 'a/b', error: { code: 'INVALID_KEY' } }]);
    const got = await kvs.batchGet([{ key: 'a' }, { key: 'none' }]);
    expect(got).toMatchObject({ successfulKeys: [{ key: 'a', value: 1 }], failedKeys: [{ key: 'none' }] });
    await kvs.batchDelete([{ key: 'a' }, { key: 'none' }]);
    expect(
      rig()
        .kvs.dump()
        .map(({ key }) => key),
    ).toEqual(['r']);
  });

  it('refuses more than 4,000 writes of 10 KB a minute with 429, where quotas are enforced', async () => {
    rig().close();
    held.rig = await startForgeRig('http://127.0.0.1:1', { enforcesQuota: true });
    const big = 'x'.repeat(200 * 1024);
    const fill = async (): Promise<number> => {
      for (let count = 0; ; count += 1) {
        try {
          await kvs.set('a', big);
        } catch (error) {
          expect(error).toMatchObject({ code: 'RATE_LIMIT_EXCEEDED', responseDetails: { status: 429 } });
          return count;
        }
      }
    };
    expect(await fill()).toBe(190);
    await rig().clock.wait(61_000);
    await kvs.set('a', big);
  });
});

function nested(depth: number): unknown {
  return depth === 0 ? 1 : { in: nested(depth - 1) };
}

function many(count: number): ReturnType<typeof kvs.transact> {
  const transaction = kvs.transact();
  for (let n = 0; n < count; n += 1) transaction.set(`k${n}`, n);
  return transaction;
}
