import { expect, it } from '@jest/globals';
import { ledgerEvents } from '@lethe/core';
import { groupOf, ledgerGroups } from './groups.ts';

it('every event of the ledger is found in one part of it', () => {
  const groups = ledgerEvents.map((what) => groupOf({ fact: { what } }));
  expect(groups).toHaveLength(ledgerEvents.length);
  expect(new Set(groups)).toEqual(new Set(ledgerGroups.filter((group) => group !== 'all')));
});

it.each([
  ['run-ended', 'runs'],
  ['run-seconded', 'approvals'],
  ['host-keys-changed', 'settings'],
  ['rights-changed', 'settings'],
  ['runs-forbidden', 'operation'],
] as const)('%s is among %s', (what, group) => {
  expect(groupOf({ fact: { what } })).toBe(group);
});
