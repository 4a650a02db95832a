import { describe, expect, it } from '@jest/globals';
import { plainIdentifiers } from '@lethe/core';
import { identifiersTyped } from './identify.ts';

describe('what somebody types is sorted by how it looks', () => {
  it.each([
    ['jane@d.test', 'addresses'],
    ['+44 20 7946 0958', 'phones'],
    ['(020) 7946-0958', 'phones'],
    ['12 Oak Street, Fernhill', 'postalAddresses'],
    ['Lindenstraße 7a', 'postalAddresses'],
    ['Jane Doe', 'names'],
    ['Halvorsen', 'names'],
    ['jdoe42', 'logins'],
  ] as const)('%s is one of the %s', (text, kind) => {
    expect(plainIdentifiers(identifiersTyped([text]))[kind]).toEqual([text]);
  });
});
