import { describe, expect, it } from '@jest/globals';
import { toldLimits } from './told-limits.ts';

describe('what an answer tells about limits', () => {
  it.each([
    ['nothing', {}, {}, {}],
    [
      'calls a second, in the plain headers',
      { 'x-ratelimit-limit': '350', 'x-ratelimit-remaining': '349' },
      {},
      { total: 350, left: 349 },
    ],
    [
      'points an hour, in the same headers',
      { 'x-ratelimit-limit': '65000', 'x-ratelimit-remaining': '0' },
      { total: 65_000, left: 0 },
      {},
    ],
    [
      'the older beta headers',
      { 'x-beta-ratelimit-limit': '100', 'x-beta-ratelimit-remaining': '7' },
      {},
      { total: 100, left: 7 },
    ],
    [
      'points, of which there are plenty',
      { 'ratelimit-policy': '"global-app-quota";q=65000;w=3600', ratelimit: '"global-app-quota";t=3200' },
      { total: 65_000, windowSeconds: 3_600 },
      {},
    ],
    [
      'points of this customer alone',
      {
        'beta-ratelimit-policy': '"tenant-app-quota";q=100100;w=3600',
        'beta-ratelimit': '"tenant-app-quota";r=17842;t=2107',
      },
      { total: 100_100, left: 17_842, windowSeconds: 3_600 },
      {},
    ],
    [
      'both in one header, in either order, with spaces',
      { 'beta-ratelimit': ' "jira-burst-based"; r=90; t=1 , "global-app-quota";r=11000;t=200' },
      { left: 11_000 },
      { left: 90 },
    ],
    [
      'one that is enforced and one that is not yet',
      {
        ratelimit: '"global-app-quota";r=5000;t=200',
        'beta-ratelimit': '"jira-burst-based";r=3;t=1',
        'beta-ratelimit-policy': '"jira-burst-based";q=100;w=1',
      },
      { left: 5_000 },
      { total: 100, left: 3, windowSeconds: 1 },
    ],
    ['what nobody knows', { ratelimit: '"moon-phase";r=1;t=1', 'x-ratelimit-limit': 'many' }, {}, {}],
    ['half a header', { ratelimit: '"global-app-quota";r=;t', 'ratelimit-policy': ',;q=3,' }, {}, {}],
  ])('is read: %s', (...[, headers, quota, burst]) => {
    expect(toldLimits({ status: 200, headers, json: {} })).toEqual({ quota, burst, isNear: false });
  });

  it.each(['x-ratelimit-nearlimit', 'x-beta-ratelimit-nearlimit'])('is that points run short: %s', (name) => {
    expect(toldLimits({ status: 200, headers: { [name]: 'true' }, json: {} })).toMatchObject({ isNear: true });
  });
});
