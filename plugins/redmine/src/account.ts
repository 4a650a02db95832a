import type { Identifiers, Person, PersonKind, Personal } from '@lethe/core';
import { companyName, fullName } from './form.ts';
import { personIdOf } from './ids.ts';
import { isOneOf, meaningOf } from './options.ts';
import type { FieldMeaning, RedmineOptions } from './options.ts';
import type { Membership, User } from './schema.ts';

/** Account statuses of Redmine; locked ones are missing from lists unless asked for. */
export const statuses = { active: 1, registered: 2, locked: 3 } as const;

/** What is known about an account besides its own row. */
export interface Surroundings {
  readonly options: RedmineOptions;
  /** Number of the account of the key. */
  readonly self: number;
  /** Whether the roles an account holds are those of an agent. */
  readonly isAgent: boolean;
  readonly lastAdministrator: boolean;
  /** Additional addresses, where they can be read. */
  readonly moreAddresses: readonly Personal[];
  readonly dossiers?: number;
}

/** The facts core judges an account by. */
export function personOf(user: User, around: Surroundings): Person {
  const company = fieldsMeaning('company', user, around.options)[0];
  const lastActivity = user.last_login_on ?? user.updated_on;
  return {
    type: 'person',
    id: personIdOf(user.id),
    name: fullName(user.firstname, user.lastname),
    identifiers: identifiersOf(user, around),
    kind: kindOf(user, around.isAgent),
    active: user.status === statuses.active,
    self: user.id === around.self,
    lastAdministrator: around.lastAdministrator,
    ...(company === undefined ? {} : { company: companyName(company) }),
    ...(isMasteredElsewhere(user) ? { masteredBy: 'ldap' as const } : {}),
    ...(lastActivity === undefined ? {} : { lastActivity }),
    ...(around.dossiers === undefined ? {} : { dossiers: around.dossiers }),
  };
}

function identifiersOf(user: User, { options, moreAddresses }: Surroundings): Identifiers {
  const some = (...texts: readonly Personal[]): readonly Personal[] => texts.filter((text) => !text.isBlank);
  return {
    addresses: some(user.mail, ...moreAddresses),
    phones: fieldsMeaning('phone', user, options),
    logins: some(user.login),
    externalIds: fieldsMeaning('external-id', user, options),
    postalAddresses: fieldsMeaning('postal-address', user, options),
    names: some(fullName(user.firstname, user.lastname)),
  };
}

function fieldsMeaning(meaning: FieldMeaning, user: User, options: RedmineOptions): readonly Personal[] {
  return user.custom_fields
    .filter((field) => meaningOf(field.name, options) === meaning)
    .flatMap((field) => field.value)
    .filter((value) => !value.isBlank);
}

function kindOf(user: User, isAgent: boolean): PersonKind {
  if (user.admin) return 'administrator';
  return isAgent ? 'agent' : 'end-user';
}

/** Redmine shows where an account comes from since 5.1 only. */
function isMasteredElsewhere({ auth_source, auth_source_id }: User): boolean {
  return (auth_source ?? auth_source_id) !== undefined;
}

/** Whether one of these roles makes its holder an agent: one the options name, else one that may edit issues. */
export function isAgentRole(
  role: { readonly name: string; readonly permissions: readonly string[] },
  { agentRoles }: RedmineOptions,
): boolean {
  return agentRoles === undefined ? role.permissions.includes('edit_issues') : isOneOf(role.name, agentRoles);
}

/** Numbers of the roles somebody holds anywhere, each once. */
export function rolesIn(memberships: readonly Membership[]): readonly number[] {
  return [...new Set(memberships.flatMap(({ roles }) => roles.map(({ id }) => id)))];
}
