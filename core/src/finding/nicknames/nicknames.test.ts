import { expect, it } from '@jest/globals';
import { isGivenName, nicknamesOf } from './nicknames.ts';

it('knows the short forms of a given name, and the long ones of a short one', () => {
  expect(nicknamesOf('william')).toEqual(expect.arrayContaining(['bill', 'will', 'billy']));
  expect(nicknamesOf('bill')).toContain('william');
});

it('takes two short forms of one name for two people', () => {
  expect(nicknamesOf('billy')).not.toContain('willie');
});

it('knows nothing of other words', () => {
  expect(nicknamesOf('printer')).toEqual([]);
  expect(isGivenName('printer')).toBe(false);
  expect(isGivenName('bill')).toBe(true);
});
