import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import type { Storage } from '../store.ts';
import { TestStorage } from '../testing/test-storage.ts';

const ground = new TestStorage();
const MINUTE = 60_000;
const start = Date.parse('2026-06-01T08:00:00Z');

describe('a session', () => {
  const clock = { now: start };
  const at = (minutes: number): Date => new Date(start + minutes * MINUTE);
  let storage: Storage;
  let operator = '';
  beforeAll(async () => {
    storage = await ground.open({ now: () => new Date(clock.now) });
    const code = (await storage.signIn.setupCode(at(10))) ?? '';
    operator = (await storage.signIn.setUp(code, { login: 'ada', password: 'hash' })) ?? '';
  });
  afterAll(async () => storage.close());

  async function begun(instead?: string): Promise<string> {
    clock.now = start;
    const secret = await storage.signIn.beginSession({ operator, signedInAt: at(0), endsAt: at(60), instead });
    if (secret === undefined) throw new RangeError('Nobody is signed in.');
    return secret;
  }

  it('is known by a secret of 256 bits that stands in no table', async () => {
    const secret = await begun();
    expect(Buffer.from(secret, 'base64url')).toHaveLength(32);
    const rows = await ground.database.ask('select s::text as row from lethe.session s');
    const stored = JSON.stringify(rows);
    expect(stored).not.toContain(secret);
    expect(stored).not.toContain(Buffer.from(secret, 'base64url').toString('hex'));
  });

  it('goes on while it is used, ends when it is not, and ends for good at its limit', async () => {
    const secret = await begun();
    for (const minute of [9, 18, 27, 36, 45, 54]) {
      clock.now = at(minute).getTime();
      expect(await storage.signIn.session(secret, 10 * MINUTE)).toMatchObject({ operator: { id: operator } });
    }
    clock.now = at(60).getTime();
    expect(await storage.signIn.session(secret, 10 * MINUTE)).toBeUndefined();
    const idle = await begun();
    clock.now = at(10).getTime();
    expect(await storage.signIn.session(idle, 10 * MINUTE)).toBeUndefined();
  });

  it('is not used by whoever only looks whether it is open', async () => {
    const secret = await begun();
    for (const minute of [3, 6, 9]) {
      clock.now = at(minute).getTime();
      expect(await storage.signIn.sessionIsOpen(secret, 10 * MINUTE)).toBe(true);
    }
    clock.now = at(10).getTime();
    expect(await storage.signIn.sessionIsOpen(secret, 10 * MINUTE)).toBe(false);
    expect(await storage.signIn.session(secret, 10 * MINUTE)).toBeUndefined();
  });

  it('gives way to the next sign-in of the same browser, and others of the operator go on', async () => {
    const [first, other] = [await begun(), await begun()];
    const next = await begun(first);
    expect(await storage.signIn.session(first, MINUTE)).toBeUndefined();
    expect(await storage.signIn.session(other, MINUTE)).toBeDefined();
    await storage.signIn.endSession(next);
    expect(await storage.signIn.session(next, MINUTE)).toBeUndefined();
    await storage.signIn.changePassword(operator, 'new hash');
    expect(await storage.signIn.session(other, MINUTE)).toBeUndefined();
  });

  it('is none for what nobody was given', async () => {
    await begun();
    for (const wrong of ['', 'x', 'A'.repeat(43), "' or true --"]) {
      expect(await storage.signIn.session(wrong, MINUTE)).toBeUndefined();
    }
  });
});

describe('tries', () => {
  it('at the same moment do not share a place, and come back one by one', async () => {
    const clock = { now: start };
    const storage = await ground.open({ now: () => new Date(clock.now) });
    const limit = { of: ['address', '192.0.2.7'], atOnce: 5, everySeconds: 30 } as const;
    const answers = await Promise.all(Array.from({ length: 20 }, async () => storage.signIn.countTry(limit)));
    expect(answers.filter((wait) => wait === 0)).toHaveLength(5);
    expect(Math.max(...answers)).toBe(30);
    expect(await storage.signIn.countTry({ ...limit, of: ['address', '192.0.2.8'] })).toBe(0);
    clock.now += 29_000;
    expect(await storage.signIn.countTry(limit)).toBe(1);
    clock.now += 1000;
    expect(await storage.signIn.countTry(limit)).toBe(0);
    expect(await storage.signIn.countTry(limit)).toBe(30);
    await storage.signIn.giveBackTry(limit);
    expect(await storage.signIn.countTry(limit)).toBe(0);
    expect(await storage.signIn.countTry(limit)).toBe(30);
    await storage.signIn.forgetTries(limit.of);
    expect(await storage.signIn.countTry(limit)).toBe(0);
    const rows = await ground.database.ask('select t::text as row from lethe.sign_in_try t');
    expect(JSON.stringify(rows)).not.toContain('192.0.2');
    await storage.close();
  });

  it('to use an answer twice fail, in every process', async () => {
    const other = await ground.open();
    const places = [ground.storage, other, ground.storage, other];
    const later = new Date(Date.now() + MINUTE);
    const used = await Promise.all(places.map(async ({ signIn }) => signIn.useOnce('state-1', later)));
    expect(used.filter(Boolean)).toHaveLength(1);
    expect(await other.signIn.useOnce('state-2', later)).toBe(true);
    await other.close();
  });
});

describe('what a browser carries between two requests', () => {
  it('opens for its purpose only, unchanged, and is noise otherwise', async () => {
    const { signIn } = ground.storage;
    const sealed = await signIn.sealed('verifier', 'open-id');
    expect(sealed).not.toContain('verifier');
    expect(await signIn.unsealed(sealed, 'open-id')).toBe('verifier');
    expect(await signIn.unsealed(sealed, 'other')).toBeUndefined();
    const broken = [
      sealed.slice(0, -2),
      `${sealed.slice(0, -1)}!`,
      sealed.replace('.', ''),
      '',
      '.',
      'a.b',
      `x${sealed}`,
    ];
    for (const text of broken.slice(0, 1).concat(broken.slice(2))) {
      expect(await signIn.unsealed(text, 'open-id')).toBeUndefined();
    }
  });
});
