import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import type { PersonId } from '@lethe/core';
import { hostIdentity } from '../sign-in/identity.ts';
import { collect } from '../testing/collect.ts';
import { TestStorage } from '../testing/test-storage.ts';

const ground = new TestStorage();
const by = 'op-of-ada';
const origin = 'https://desk.example.test';
const from = (milliseconds: number): Date => new Date(Date.now() + milliseconds);
const entries = () => ground.storage.api.entries;

describe('what a host signs with who comes in from its menu', () => {
  it('S9 is 256 random bits, told once, and stored in no form that can be read or used for another host', async () => {
    const secret = await entries().renew({ host: 'desk', origin, by });
    expect(Buffer.from(secret, 'base64url')).toHaveLength(32);
    expect(await entries().secretsOf('desk')).toEqual({ origin, secrets: [secret] });
    expect(JSON.stringify(await entries().all())).not.toContain(secret);
    const rows = await ground.database.ask('select e::text as row, sealed from lethe.host_entry e');
    const bytes = Buffer.concat(rows.map(({ sealed }) => Buffer.from(String(sealed))));
    expect([String(rows[0]?.['row']).includes(secret), bytes.includes(secret)]).toEqual([false, false]);
    await ground.database.ask("update lethe.host_entry set host = 'other' where host = 'desk'");
    await expect(entries().secretsOf('other')).rejects.toMatchObject({ code: 'key' });
    await ground.database.ask("update lethe.host_entry set host = 'desk' where host = 'other'");
  });

  it('counts beside the next one for a stated time, or not at all', async () => {
    const first = await entries().renew({ host: 'shift', origin, by });
    const second = await entries().renew({ host: 'shift', origin, by, olderUntil: from(60_000) });
    expect((await entries().secretsOf('shift'))?.secrets).toEqual([second, first]);
    await ground.database.ask(
      "update lethe.host_entry set older_until = now() - interval '1 second' where host = 'shift'",
    );
    expect((await entries().secretsOf('shift'))?.secrets).toEqual([second]);
    const third = await entries().renew({ host: 'shift', origin, by, olderUntil: from(60_000) });
    const fourth = await entries().renew({ host: 'shift', origin, by });
    expect((await entries().secretsOf('shift'))?.secrets).toEqual([fourth]);
    expect(third).not.toBe(fourth);
  });

  it('is gone when the way in is closed, and the ledger says who made and closed it', async () => {
    await entries().renew({ host: 'closed', origin, by });
    expect(await entries().remove('closed', by)).toBe(true);
    expect(await entries().remove('closed', by)).toBe(false);
    expect(await entries().secretsOf('closed')).toBeUndefined();
    const told = (await collect(ground.storage.ledger())).filter(({ fact }) => fact.host === 'closed');
    expect(told.map(({ fact }) => [fact.what, fact.actor])).toEqual([
      ['host-entry-changed', by],
      ['host-entry-removed', by],
    ]);
  });

  it('S9 is sealed anew under another key, the older one too', async () => {
    const older = await entries().renew({ host: 'again', origin, by });
    const newer = await entries().renew({ host: 'again', origin, by, olderUntil: from(60_000) });
    const key = randomBytes(32).toString('base64');
    const old = (await readFile(ground.keyFile, 'utf8')).trim();
    const both = await ground.open({ env: { LETHE_KEY: key, LETHE_OLD_KEYS: old } });
    await both.reseal();
    await both.close();
    const after = await ground.open({ env: { LETHE_KEY: key } });
    expect((await after.api.entries.secretsOf('again'))?.secrets).toEqual([newer, older]);
    await after.close();
    const back = await ground.open({ env: { LETHE_KEY: old, LETHE_OLD_KEYS: key } });
    await back.reseal();
    await back.close();
  });
});

describe('an operator who is an account of a host', () => {
  const identity = hostIdentity({ host: 'desk', account: '17' as PersonId });
  const given = { groups: [], administrator: false };

  it('is the same whenever they come, another one for another host, and has no group', async () => {
    const { signIn } = ground.storage;
    const first = await signIn.arrive({ identity, ...given });
    const again = await signIn.arrive({ identity, ...given });
    const elsewhere = hostIdentity({ host: 'other', account: '17' as PersonId });
    const other = await signIn.arrive({ identity: elsewhere, ...given });
    expect([again?.id === first?.id, other?.id === first?.id]).toEqual([true, false]);
    const account = { host: 'desk', account: '17' };
    expect(await signIn.operatorNow(first?.id ?? '')).toEqual({ id: first?.id, ...given, from: account });
    const secret = await signIn.beginSession({
      operator: first?.id ?? '',
      signedInAt: new Date(),
      endsAt: from(60_000),
    });
    const session = await signIn.session(secret ?? '', 60_000);
    expect(session).toMatchObject({ kind: 'host', operator: { from: account } });
    await expect(signIn.arrive({ identity, groups: ['desk'], administrator: false })).rejects.toThrow();
    await expect(signIn.arrive({ identity, groups: [], administrator: true })).rejects.toThrow();
  });
});
