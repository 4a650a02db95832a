import { describe, expect, it } from '@jest/globals';
import { kvs } from '@forge/kvs';
import { StoreError } from '@lethe/core';
import { startForgeRig } from '../../../test/forge-rig/forge-rig.ts';
import { ForgeAccountBook } from './forge-account-book.ts';
import { installationKeys } from './installation-key.ts';

const account = 'qm:6c1a:0b6f2f4e';

async function rigged(): ReturnType<typeof startForgeRig> {
  return startForgeRig('http://127.0.0.1:1');
}

describe("the installation's key", () => {
  it('is made once, whoever comes first, and is the same ever after', async () => {
    const rig = await rigged();
    const keys = await Promise.all(Array.from({ length: 5 }, installationKeys));
    const seals = new Set([...keys, await installationKeys()].map((one) => one.for('seal').toString('hex')));
    expect(seals.size).toBe(1);
    expect(rig.kvs.dump()).toMatchObject([{ place: 'secret', value: expect.stringMatching(/^[0-9a-f]{64}$/) }]);
  });

  it('gives each purpose a key of its own, none of which is the secret itself', async () => {
    const rig = await rigged();
    const keys = await installationKeys();
    const hex = (['alias', 'seal', 'erased'] as const).map((purpose) => keys.for(purpose).toString('hex'));
    const [secret] = rig.kvs.dump();
    expect(new Set([...hex, secret?.value]).size).toBe(4);
  });

  it('is another one in another installation', async () => {
    await rigged();
    const one = await installationKeys();
    await rigged();
    expect((await installationKeys()).for('alias')).not.toEqual(one.for('alias'));
  });

  it('is the first one also for an invocation that was slower to make its own', async () => {
    const rig = await rigged();
    const made: Promise<unknown>[] = [];
    const fetched = rig.fetch.bind(rig);
    const held: typeof fetched = async (target, path, init) => {
      const isFirst = path.endsWith('secret/set') && made.length === 0;
      if (isFirst) {
        made.push(installationKeys().then((keys) => keys.for('seal')));
        await made[0];
      }
      return fetched(target, path, init);
    };
    Object.defineProperty(globalThis, '__forge_fetch__', { value: held, configurable: true, writable: true });
    const slower = await installationKeys();
    expect([slower.for('seal')]).toEqual(await Promise.all(made));
  });

  it.each(['unsent', 'unanswered', 'took-effect', 'late'] as const)(
    'is not made a second time when the answer to making it is %s',
    async (kind) => {
      const rig = await rigged();
      rig.faults.set({ kind, on: 'kvs', writesOnly: true });
      const made = await installationKeys();
      expect((await installationKeys()).for('seal')).toEqual(made.for('seal'));
    },
  );

  it('is not replaced when it cannot be read, nor when something else stands in its place', async () => {
    const rig = await rigged();
    await installationKeys();
    const before = rig.kvs.dump();
    rig.faults.set({ kind: 'refused', on: 'kvs', times: Infinity });
    await expect(installationKeys()).rejects.toThrow(StoreError);
    rig.faults.clear();
    expect(rig.kvs.dump()).toEqual(before);
    await kvs.setSecret('installation-key', 'short');
    await expect(installationKeys()).rejects.toThrow('cannot be read');
  });
});

describe('the account book of Forge', () => {
  it('calls an account the same in every invocation, and says nothing about it', async () => {
    await rigged();
    const [one, other] = [
      new ForgeAccountBook(await installationKeys()),
      new ForgeAccountBook(await installationKeys()),
    ];
    const alias = one.idOf(account);
    expect(alias).toMatch(/^[0-9a-f]{32}$/);
    expect(other.idOf(account)).toBe(alias);
    expect(other.idOf(`${account}1`)).not.toBe(alias);
  });

  it('knows the accounts it has met in this invocation alone', async () => {
    const rig = await rigged();
    const keys = await installationKeys();
    const book = new ForgeAccountBook(keys);
    const alias = book.idOf(account);
    expect(book.accountOf(alias)).toBe(account);
    expect(new ForgeAccountBook(keys).accountOf(alias)).toBeUndefined();
    expect(JSON.stringify(rig.kvs.dump())).not.toContain(account);
  });

  it('gives other aliases in another installation', async () => {
    await rigged();
    const here = new ForgeAccountBook(await installationKeys()).idOf(account);
    await rigged();
    expect(new ForgeAccountBook(await installationKeys()).idOf(account)).not.toBe(here);
  });
});
