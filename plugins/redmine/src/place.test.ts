import { describe, expect, it } from '@jest/globals';
import type { SpotId } from '@lethe/core';
import { placeOf, spotAt } from './place.ts';

describe('ids of spots over REST', () => {
  it.each([
    [spotAt('issue', 42, 'note:77'), { owner: 'issue', key: '42', part: 'note', which: '77' }],
    [spotAt('issue', 42, 'change:7:0:old'), { owner: 'issue', key: '42', part: 'change', which: '7:0:old' }],
    [
      spotAt('wiki', '3@20260105080007.0', 'text'),
      { owner: 'wiki', key: '3@20260105080007.0', part: 'text', which: '' },
    ],
    [spotAt('time', '9@17', 'field:11'), { owner: 'time', key: '9@17', part: 'field', which: '11' }],
  ])('%s', (id, place) => {
    expect(placeOf(id)).toEqual(place);
  });

  it.each(['', 'issue', 'issue:1', 'issue:../../x/note', 'queue:1/x', 'issue:1/note:7?x=1', 'issue:1 /note'])(
    'are no addresses: "%s" leads nowhere',
    (id) => {
      expect(placeOf(id as SpotId)).toBeUndefined();
    },
  );
});
