import type { Obstacle } from '../errors.ts';
import type { Person } from '../host.ts';
import type { GuardFacts } from './guard-facts.ts';

const masters: Readonly<Record<NonNullable<Person['masteredBy']>, string>> = {
  sso: 'single sign-on',
  ldap: 'an LDAP directory',
  scim: 'SCIM provisioning',
  import: 'an import',
};

/** What comes from elsewhere comes back from there, unless it goes there first; the reviewer may know better. */
export function masteredElsewhere({ person: { masteredBy } }: GuardFacts): readonly Obstacle[] {
  if (masteredBy === undefined) return [];
  return [
    {
      code: 'mastered-elsewhere',
      says: `This account's data comes from ${masters[masteredBy]} and would be put back from there.`,
      remedy: 'Remove the person there first; acknowledge this once they are gone there or no longer synchronized.',
      acknowledgeable: true,
    },
  ];
}
