import { describe, expect, it } from '@jest/globals';
import { TestGround } from '../testing/index.ts';
import { countTry } from './throttle.ts';

const test = new TestGround();

describe('tries to sign in', () => {
  it('of one IPv6 network of 64 bits are those of one address', async () => {
    const ground = test.ground();
    const tries = Array.from({ length: 8 }, async (_, at) =>
      countTry(ground, { address: `2001:db8:0:1::${String(at + 1)}`, login: 'ada' }).then(
        () => 'let through',
        () => 'refused',
      ),
    );
    const answers = await Promise.all(tries);
    expect(answers.filter((answer) => answer === 'let through')).toHaveLength(6);
    await expect(countTry(ground, { address: '2001:db8:0:2::1', login: 'ada' })).resolves.toBeUndefined();
  });
});
