import { describe, expect, it } from '@jest/globals';
import type { SpotId } from '@lethe/core';
import { rowSpotId, rowSpotOf } from './row-spot.ts';

describe("ids of spots through Lethe's part", () => {
  it.each([
    [
      rowSpotId({ table: 'journals', id: '12' }, '42', 'notes'),
      { table: 'journals', id: '12', column: 'notes', inCase: '42' },
    ],
    [
      rowSpotId({ table: 'Attachments', id: '5' }, '3', 'Headers'),
      { table: 'Attachments', id: '5', column: 'Headers', inCase: '3' },
    ],
    [
      rowSpotId({ table: 'attachments', id: '5' }, undefined),
      { table: 'attachments', id: '5', column: undefined, inCase: undefined },
    ],
  ])('%s', (spot, row) => {
    expect(rowSpotOf(spot)).toEqual(row);
  });

  it.each(['', 'journals', 'journals:x/notes', 'journals:1/notes; drop', 'issue:1/note:7'])(
    '"%s" leads nowhere',
    (id) => {
      expect(rowSpotOf(id as SpotId)).toBeUndefined();
    },
  );
});
