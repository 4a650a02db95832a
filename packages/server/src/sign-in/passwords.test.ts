import { describe, expect, it } from '@jest/globals';
import { Passwords } from './passwords.ts';

const password = 'correct horse battery';

describe('a password', () => {
  it('is kept as argon2id with the cost OWASP advises, and belongs to its own hash alone', async () => {
    const passwords = new Passwords();
    const kept = await passwords.hash(password, 'ada');
    expect(kept).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await passwords.hash(password, 'ada')).not.toBe(kept);
    expect(await passwords.verify(kept, password)).toBe(true);
    expect(await passwords.verify(kept, `${password} `)).toBe(false);
  });

  it('is the same however its letters are composed', async () => {
    const passwords = new Passwords();
    const kept = await passwords.hash('Größenverhältnisse'.normalize('NFC'), '');
    expect(await passwords.verify(kept, 'Größenverhältnisse'.normalize('NFD'))).toBe(true);
  });

  it.each([
    ['too short', 'fourteen chars', ''],
    ['too long', 'abcdefgh'.repeat(17), ''],
    ['one letter', 'a'.repeat(20), ''],
    ['three letters', 'abcabcabcabcabcabc', ''],
    ['the name and a little', 'Ada@Example.test1', 'ada@example.test'],
    ['the name again and again', 'adaking adaking adaking', 'AdaKing'],
  ])('is refused when it is %s', async (_what, given, login) => {
    await expect(new Passwords().hash(given, login)).rejects.toMatchObject({ code: 'password' });
  });

  it.each([
    'fifteen letters',
    '123456 789 123 xyz',
    '密码应该很长并且容易记住的一句话',
    'no digits and no signs at all',
  ])('needs no digits, signs or capitals: %s', async (given) => {
    await expect(new Passwords().hash(given, 'ada')).resolves.toContain('$argon2id$');
  });
});

describe('S19 a name nobody has', () => {
  it('costs as much work as one that somebody has, and no password fits it', async () => {
    const checked: string[] = [];
    const passwords = new Passwords({
      hash: async (text) => `hash of ${text}`,
      verify: async (kept) => checked.push(kept) > 0,
    });
    expect(await passwords.verify('hash of somebody', password)).toBe(true);
    expect(await passwords.verify(undefined, password)).toBe(false);
    expect(checked).toHaveLength(2);
  });
});

describe('many passwords at once', () => {
  it('are worked on two at a time, some wait, and the rest is told to come back', async () => {
    const doors: (() => void)[] = [];
    const seen = { now: 0, most: 0 };
    const passwords = new Passwords({
      hash: async () => 'hash',
      verify: async () => {
        seen.now += 1;
        seen.most = Math.max(seen.most, seen.now);
        await new Promise<void>((resolve) => doors.push(resolve));
        seen.now -= 1;
        return true;
      },
    });
    const asked = Array.from({ length: 40 }, async () => passwords.verify('hash', password));
    const answers = Promise.allSettled(asked);
    const done = { yes: false };
    void answers.then(() => (done.yes = true));
    while (!done.yes) {
      doors.shift()?.();
      await new Promise(setImmediate);
    }
    const settled = await answers;
    expect(seen.most).toBe(2);
    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(34);
    expect(settled.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'too-many' } });
  });
});
