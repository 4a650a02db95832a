import { describe, expect, it } from '@jest/globals';
import type { SpotId } from '@lethe/core';
import { placeOf, spotAt } from './place.ts';

describe('ids of spots over REST', () => {
  it.each([
    [spotAt('ticket', '42', 'body:77'), { owner: 'ticket', key: '42', part: 'body', which: '77' }],
    [spotAt('ticket', '42', 'change:7:old'), { owner: 'ticket', key: '42', part: 'change', which: '7:old' }],
    [spotAt('ticket', '42', 'role:1:47'), { owner: 'ticket', key: '42', part: 'role', which: '1:47' }],
    [spotAt('user', '47', 'RealName'), { owner: 'user', key: '47', part: 'RealName', which: '' }],
  ])('%s', (id, place) => {
    expect(placeOf(id)).toEqual(place);
  });

  it.each([
    '',
    'ticket',
    'ticket:1',
    'ticket:../../x/body',
    'queue:1/x',
    'ticket:1/body:7?x=1',
    'user:ada@x.test/Name',
  ])('are no addresses: "%s" leads nowhere', (id) => {
    expect(placeOf(id as SpotId)).toBeUndefined();
  });
});
