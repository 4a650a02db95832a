import { describe, expect, it } from '@jest/globals';
import type { Transport } from './call.ts';
import { preflight } from './preflight.ts';

function rt(body: unknown, status = 200): Transport {
  return async () => ({ status, type: 'application/json', text: JSON.stringify(body) });
}

describe('before anything is done', () => {
  it('nothing stands in the way of a SuperUser in RT 5', async () => {
    expect(await preflight(rt({ Version: '5.0.3+dfsg-3', Plugins: [] }))).toEqual([]);
  });

  it('names every obstacle: an account that is no SuperUser, and an RT too old', async () => {
    const obstacles = await preflight(rt({ Version: '4.4.6' }));
    expect(obstacles.map(({ code }) => code)).toEqual(['host-right-missing', 'host-setting']);
    for (const { remedy } of obstacles) expect(remedy.length).toBeGreaterThan(10);
  });

  it('says that a token does not work', async () => {
    await expect(preflight(rt({ message: 'Unauthorized' }, 401))).rejects.toMatchObject({ code: 'signed-out' });
  });
});
