import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { verifyLedger } from '@lethe/core';

import { collect } from '../testing/collect.ts';
import { TestStorage } from '../testing/test-storage.ts';
import type { SignInStorage } from './sign-in-storage.ts';

const ground = new TestStorage();
const inAnHour = (): Date => new Date(Date.now() + 3_600_000);
const ago = (): Date => new Date(Date.now() - 1000);
const ada = { login: 'ada@example.test', password: 'hash-of-ada' };

function signIn(): SignInStorage {
  return ground.storage.signIn;
}

async function everythingStored(): Promise<string> {
  const tables = ['operator', 'session', 'sign_in_code', 'sign_in_try', 'sign_in_used', 'ledger', 'setting'];
  const texts = await Promise.all(
    tables.map(async (table) => ground.database.ask(`select t::text as row from lethe.${table} t`)),
  );
  return texts
    .flat()
    .map(({ row }) => String(row))
    .join('\n');
}

describe('the first administrator', () => {
  it('is made once, with the newest code, however it is typed; then setting up is closed for good', async () => {
    expect(await signIn().isSetUp()).toBe(false);
    const older = (await signIn().setupCode(inAnHour())) ?? '';
    const code = (await signIn().setupCode(inAnHour())) ?? '';
    expect(await signIn().codeIsGood(older, 'setup')).toBe(false);
    expect(await signIn().codeIsGood(code, 'password')).toBe(false);
    expect(await signIn().setUp(older, ada)).toBeUndefined();
    const typed = code.toUpperCase().replaceAll('-', ' ').replaceAll('0', 'O').replaceAll('1', 'l');
    const tries = await Promise.all(
      [1, 2, 3].map(async () =>
        signIn()
          .setUp(typed, ada)
          .catch(() => undefined),
      ),
    );
    const made = tries.filter((id) => id !== undefined);
    expect(made).toEqual([expect.stringMatching(/^op-[0-9a-z]{26}$/)]);
    expect(await signIn().operatorNow(made[0] ?? '')).toEqual({ id: made[0], groups: [], administrator: true });
    expect(await signIn().isSetUp()).toBe(true);
    expect(await signIn().setupCode(inAnHour())).toBeUndefined();
    expect(await signIn().setUp(code, { ...ada, login: 'eve@example.test' })).toBeUndefined();
    const left = "insert into lethe.sign_in_code values (sha256($1), 'setup', null, now() + interval '1 hour')";
    await ground.database.ask(left, [code]);
    expect(await signIn().setUp(code, { ...ada, login: 'eve@example.test' })).toBeUndefined();
    await ground.database.ask('delete from lethe.sign_in_code');
  });

  it('cannot be taken from the installation while there is no other who can sign in', async () => {
    const [first] = await signIn().operators();
    const id = first?.id ?? '';
    await expect(signIn().revoke(id, id)).rejects.toThrow('only administrator');
    await expect(signIn().give(id, { groups: [], administrator: false, by: id })).rejects.toThrow('only administrator');
    await signIn().invite({ login: 'bob', groups: [], administrator: true, by: id, expiresAt: inAnHour() });
    await expect(signIn().revoke(id, id)).rejects.toThrow('only administrator');
  });
});

describe('a local account', () => {
  it('chooses its password with a code that is good once and in time', async () => {
    const asked = { login: ' Carl@Example.TEST', groups: ['desk'], administrator: false, by: 'op-of-ada' };
    const { id, code } = await signIn().invite({ ...asked, expiresAt: inAnHour() });
    expect(await signIn().passwordFor('carl@example.test')).toBeUndefined();
    expect(await signIn().codeIsGood(code, 'password')).toBe(true);
    expect(await Promise.all([1, 2].map(async () => signIn().usePasswordCode(code, 'hash-of-carl')))).toEqual(
      expect.arrayContaining([id, undefined]),
    );
    expect(await signIn().passwordFor('CARL@example.test ')).toEqual({ id, password: 'hash-of-carl' });
    const late = await signIn().passwordCode(id, ago());
    expect(await signIn().codeIsGood(late, 'password')).toBe(false);
    expect(await signIn().usePasswordCode(late, 'other')).toBeUndefined();
  });

  it('is one of its name, and the name is stored in no form that can be read', async () => {
    const again = {
      login: 'Ada@Example.test',
      groups: [],
      administrator: false,
      by: 'op-of-ada',
      expiresAt: inAnHour(),
    };
    await expect(signIn().invite(again)).rejects.toMatchObject({ code: 'conflict' });
    const stored = await everythingStored();
    expect(stored).toMatch(/op-[0-9a-z]{26}/);
    expect(stored).not.toMatch(/ada@|carl@|example\.test/i);
    expect((await signIn().operators()).map(({ name }) => name)).toEqual([
      'ada@example.test',
      'bob',
      'Carl@Example.TEST',
    ]);
  });

  it('is found and opened under a new key, and then needs the old one no more', async () => {
    const key = randomBytes(32).toString('base64');
    const oldKeys = (await readFile(ground.keyFile, 'utf8')).trim();
    const both = await ground.open({ env: { LETHE_KEY: key, LETHE_OLD_KEYS: oldKeys } });
    const before = await both.signIn.passwordFor('carl@example.test');
    expect(before?.password).toBe('hash-of-carl');
    expect(await both.reseal()).toBeGreaterThanOrEqual(3);
    const after = await ground.open({ env: { LETHE_KEY: key } });
    expect(await after.signIn.passwordFor('carl@example.test')).toEqual(before);
    expect((await after.signIn.operators()).map(({ name }) => name)).toContain('bob');
    await Promise.all([both.close(), after.close()]);
    const back = await ground.open({ env: { LETHE_KEY: oldKeys, LETHE_OLD_KEYS: key } });
    await back.reseal();
    await back.close();
  });
});

describe('somebody an OpenID provider vouches for', () => {
  const identity = { kind: 'open-id', issuer: 'https://id.example.test', subject: 'dora', name: 'Dora King' } as const;

  it('keeps an id and has what the provider said last', async () => {
    const first = await signIn().arrive({ identity, groups: ['desk'], administrator: false });
    const again = await signIn().arrive({ identity, groups: ['desk', 'dpo'], administrator: true });
    expect(again?.id).toBe(first?.id);
    expect(await signIn().operatorNow(first?.id ?? '')).toEqual(again);
    const elsewhere = { ...identity, issuer: 'https://other.example.test' };
    const namesake = await signIn().arrive({ identity: elsewhere, groups: [], administrator: false });
    expect(namesake?.id).not.toBe(first?.id);
    const local = await signIn().passwordFor('dora');
    expect(local).toBeUndefined();
    await expect(
      signIn().give(first?.id ?? '', { groups: ['more'], administrator: true, by: 'op-of-ada' }),
    ).rejects.toMatchObject({ code: 'conflict' });
  });

  it('is nobody at once when revoked, whoever vouches, until somebody lets them back', async () => {
    const dora = await signIn().arrive({ identity, groups: [], administrator: true });
    const id = dora?.id ?? '';
    const secret = await signIn().beginSession({ operator: id, signedInAt: new Date(), endsAt: inAnHour() });
    expect(await signIn().session(secret ?? '', 60_000)).toMatchObject({ operator: { id } });
    await signIn().revoke(id, 'op-of-ada');
    expect(await signIn().session(secret ?? '', 60_000)).toBeUndefined();
    expect(await signIn().operatorNow(id)).toBeUndefined();
    expect(await signIn().arrive({ identity, groups: ['desk'], administrator: true })).toBeUndefined();
    expect(await signIn().beginSession({ operator: id, signedInAt: new Date(), endsAt: inAnHour() })).toBeUndefined();
    await signIn().restore(id, 'op-of-ada');
    expect(await signIn().arrive({ identity, groups: [], administrator: false })).toMatchObject({ id });
    expect(await signIn().session(secret ?? '', 60_000)).toBeUndefined();
  });

  it('has no session either, should one have been left', async () => {
    const left = { ...identity, subject: 'left' };
    const id = (await signIn().arrive({ identity: left, groups: [], administrator: false }))?.id ?? '';
    const secret = await signIn().beginSession({ operator: id, signedInAt: new Date(), endsAt: inAnHour() });
    await ground.database.ask('update lethe.operator set revoked_at = now() where id = $1', [id]);
    expect(await signIn().session(secret ?? '', 60_000)).toBeUndefined();
  });

  it('leaves a line in the ledger for every change of rights, and the chain holds', async () => {
    const entries = await collect(ground.storage.ledger());
    expect(entries.map(({ fact }) => fact.what)).toContain('rights-changed');
    expect(entries.every(({ fact }) => fact.actor !== undefined && fact.digest !== undefined)).toBe(true);
    await expect(verifyLedger(ground.storage.ledger())).resolves.toMatchObject({ ok: true });
  });
});
