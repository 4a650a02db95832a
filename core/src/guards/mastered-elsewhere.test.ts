import { describe, expect, it } from '@jest/globals';
import { endUser, harmlessFacts } from '../testing/guard-facts.ts';
import { masteredElsewhere } from './mastered-elsewhere.ts';

describe('masteredElsewhere', () => {
  it('has nothing against an account the host itself is the master of', () => {
    expect(masteredElsewhere(harmlessFacts())).toEqual([]);
  });

  it.each([
    ['sso', 'single sign-on'],
    ['ldap', 'an LDAP directory'],
    ['scim', 'SCIM provisioning'],
    ['import', 'an import'],
  ] as const)('warns of an account that %s would put back', (masteredBy, master) => {
    expect(masteredElsewhere(harmlessFacts({ person: endUser({ masteredBy }) }))).toEqual([
      {
        code: 'mastered-elsewhere',
        says: `This account's data comes from ${master} and would be put back from there.`,
        remedy: 'Remove the person there first; acknowledge this once they are gone there or no longer synchronized.',
        acknowledgeable: true,
      },
    ]);
  });
});
