import { expect, it } from '@jest/globals';
import { rights } from '@lethe/core';
import { activeFor, allRights, grantsOf, permissionsFrom } from './read-document.ts';

it('knows every right there is, in the order of core', () => {
  expect(allRights).toEqual(rights);
});

it.each([
  [{ activation: 'off', grants: {} }],
  [{ activation: ['@administrators', 'desk'], grants: { desk: ['preview', 'run'], auditors: ['read-ledger'] } }],
])('reads permissions and writes them as they were', (document) => {
  expect(permissionsFrom(activeFor(document), grantsOf(document))).toEqual(document);
});

it('HD-04 is off for everybody while no group is named', () => {
  expect(permissionsFrom([], new Map())).toEqual({ activation: 'off', grants: {} });
});
