import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { identifiersFrom } from '@lethe/core';
import type { PersonId, PlainIdentifiers } from '@lethe/core';
import { endingIn } from '@lethe/core/testing';

import { collect } from '../testing/collect.ts';
import { begun, TestStorage } from '../testing/test-storage.ts';
import type { Recognizable } from './suppression.ts';

const clock = { now: new Date('2026-11-29T01:00:00Z') };
const ground = new TestStorage(() => clock.now);
const later = new Date('2028-11-29T01:00:00Z');
const plain = { addresses: ['ada.king@lovelace.test'], logins: ['aking-1815'], names: ['Ada King'] };
const who = identifiersFrom(plain);

function somebody(id: string, known: PlainIdentifiers): Recognizable {
  return { id: id as PersonId, identifiers: identifiersFrom(known) };
}

/** A run on a new person that has ended; what they went by is kept. */
async function erased(): Promise<{ readonly run: string; readonly person: PersonId }> {
  const { storage } = ground;
  const owned = await begun(storage);
  const { id: run, plan } = owned.record;
  await storage.suppression.add({ run, host: 'helpdesk', who, expiresAt: later });
  await owned.end(endingIn('done'));
  return { run, person: plan.person };
}

async function forgetAll(): Promise<void> {
  await ground.database.ask('delete from lethe.suppression');
}

describe('what erased people are recognized by', () => {
  it('finds them by whatever they go by again, in this host and in others, and nobody by a name', async () => {
    await forgetAll();
    const { run } = await erased();
    const { suppression } = ground.storage;
    const people = [
      somebody('again', { addresses: ['Ada.King+new@Lovelace.test'], logins: ['AKING-1815'] }),
      somebody('namesake', { names: ['Ada King'], addresses: ['ada@others.test'] }),
    ];
    expect(await suppression.hits('helpdesk', people)).toEqual([
      { person: 'again', run, place: 'same-host', kinds: ['addresses', 'logins'] },
    ]);
    expect(await suppression.hits('jobs', people)).toEqual([
      { person: 'again', run, place: 'other-host', kinds: ['addresses'] },
    ]);
  });

  it('is no return while the run goes on in that account, and is one when a sync fills it again', async () => {
    await forgetAll();
    const { storage } = ground;
    const owned = await begun(storage);
    const { id: run, plan } = owned.record;
    await storage.suppression.add({ run, host: 'helpdesk', who, expiresAt: later });
    const account = somebody(plan.person, plain);
    expect(await storage.suppression.hits('helpdesk', [account])).toEqual([]);
    const mailedMeanwhile = somebody('new-account', plain);
    expect(await storage.suppression.hits('helpdesk', [mailedMeanwhile])).toMatchObject([{ run, place: 'same-host' }]);
    await owned.end(endingIn('done'));
    expect(await storage.suppression.hits('helpdesk', [account])).toMatchObject([{ run, place: 'same-account' }]);
  });

  it('S19 stands in the database neither in clear nor with its key, and has no listing', async () => {
    await forgetAll();
    await erased();
    const tables = ['suppression', 'suppression_key', 'returned', 'look'];
    const dumped = await Promise.all(
      tables.map((table) => ground.database.ask(`select t::text from lethe.${table} t`)),
    );
    const text = JSON.stringify(dumped);
    for (const secret of [...plain.addresses, ...plain.logins, ...plain.names]) expect(text).not.toContain(secret);
    expect(Object.getOwnPropertyNames(Object.getPrototypeOf(ground.storage.suppression)).sort()).toEqual(
      ['constructor', 'add', 'any', 'hits', 'forget', 'destroyExpired', 'changeKey'].sort(),
    );
  });

  it('L25 is destroyed when its time is over, with the ledger’s word and no key left over', async () => {
    await forgetAll();
    const { run } = await erased();
    clock.now = new Date(later.getTime() + 1);
    const back = [somebody('again', plain)];
    expect(await ground.storage.suppression.hits('helpdesk', back)).toEqual([]);
    expect(await ground.storage.suppression.any()).toBe(false);
    expect(await ground.storage.suppression.destroyExpired()).toBe(2);
    expect(await ground.database.ask('select 1 from lethe.suppression where run = $1', [run])).toEqual([]);
    const facts = (await collect(ground.storage.ledger())).map(({ fact }) => fact);
    expect(facts.at(-1)).toEqual({ what: 'suppressions-destroyed', counts: { found: 2 } });
    clock.now = new Date('2026-11-29T01:00:00Z');
  });

  it('is recognized under every key it was made with; a key that makes none any more goes', async () => {
    await forgetAll();
    await erased();
    clock.now = new Date(clock.now.getTime() + 1000);
    await ground.storage.suppression.changeKey('administrator-1');
    await erased();
    const found = await ground.storage.suppression.hits('helpdesk', [somebody('again', plain)]);
    expect(found).toHaveLength(2);
    expect((await ground.database.ask('select id from lethe.suppression_key')).length).toBeGreaterThanOrEqual(2);
    await ground.database.ask('delete from lethe.suppression');
    await ground.storage.suppression.destroyExpired();
    expect(await ground.database.ask('select id from lethe.suppression_key')).toHaveLength(1);
  });

  it('S9 survives a new sealing key, and is nothing without any', async () => {
    await forgetAll();
    await erased();
    const oldKey = (await readFile(ground.keyFile, 'utf8')).trim();
    const key = randomBytes(32).toString('base64');
    const both = await ground.open({ env: { LETHE_KEY: key, LETHE_OLD_KEYS: oldKey } });
    await both.reseal();
    await both.close();
    const onlyNew = await ground.open({ env: { LETHE_KEY: key } });
    expect(await onlyNew.suppression.hits('helpdesk', [somebody('again', plain)])).toHaveLength(1);
    await onlyNew.close();
    await expect(ground.storage.suppression.hits('helpdesk', [somebody('again', plain)])).rejects.toMatchObject({
      code: 'key',
    });
  });
});

describe('people who came back', () => {
  it('are noted once an account and run, and wait for one decision, with the ledger’s word for both', async () => {
    const { returns } = ground.storage;
    const run = crypto.randomUUID();
    const hit = { person: 'p-7' as PersonId, run, place: 'same-host', kinds: ['addresses'] } as const;
    const both = await Promise.all([returns.flag('helpdesk', hit), returns.flag('helpdesk', hit)]);
    expect(both.filter(Boolean)).toHaveLength(1);
    const [flag] = await returns.ofRun(run);
    expect(flag).toMatchObject({ host: 'helpdesk', person: 'p-7', state: 'open', kinds: ['addresses'] });
    const word = { decision: 'another-person', by: 'op-1' } as const;
    const answers = await Promise.all([returns.decide(flag?.id ?? '', word), returns.decide(flag?.id ?? '', word)]);
    expect(answers.filter(Boolean)).toHaveLength(1);
    expect(await returns.flag('helpdesk', hit)).toBe(false);
    expect(await returns.newest(10, 'open')).toEqual([]);
    const facts = (await collect(ground.storage.ledger())).filter(({ fact }) => fact.run === run);
    expect(facts.map(({ fact }) => fact)).toEqual([
      { what: 'person-returned', run, host: 'helpdesk' },
      { what: 'return-another-person', run, host: 'helpdesk', actor: 'op-1' },
    ]);
  });

  it('are looked for by one worker at a time, and by the next when that died', async () => {
    const { looks } = ground.storage;
    await looks.ask(['helpdesk'], clock.now);
    const taken = await Promise.all([looks.take(), looks.take(), looks.take()]);
    expect(taken.filter((host) => host !== undefined)).toEqual(['helpdesk']);
    await ground.database.ask("update lethe.look set alive_at = now() - interval '6 minutes'");
    expect(await looks.take()).toBe('helpdesk');
    await looks.note('helpdesk', { people: 40, found: 1 });
    await looks.end('helpdesk', 'looked');
    expect(await looks.all()).toMatchObject([{ host: 'helpdesk', people: 40, found: 1, ending: 'looked' }]);
    expect(await looks.take()).toBeUndefined();
  });
});
