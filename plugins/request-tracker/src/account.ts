import { Personal } from '@lethe/core';
import type { Identifiers, Person } from '@lethe/core';
import { companyName, isAddress, postalAddress } from './form.ts';
import { personIdOf } from './ids.ts';
import { meaningOf } from './options.ts';
import type { FieldMeaning, RequestTrackerOptions } from './options.ts';
import type { User } from './schema.ts';

/** What is known about an account besides its own row. */
export interface Surroundings {
  readonly options: RequestTrackerOptions;
  /** Number of the account of the token, as far as it can be seen. */
  readonly self: string | undefined;
  readonly isAdministrator: boolean;
  readonly dossiers?: number;
}

/**
 * The facts core judges an account by. When somebody was active last is not among them: RT keeps when an account was changed.
 * Nobody is ever the last administrator, as the account of the token is another one.
 */
export function personOf(user: User, around: Surroundings): Person {
  const company = [user.Organization, ...fieldsMeaning('company', user, around.options)].find((one) => !one.isBlank);
  return {
    type: 'person',
    id: personIdOf(user.id),
    name: user.RealName.isBlank ? user.Name : user.RealName,
    identifiers: identifiersOf(user, around.options),
    kind: kindOf(user, around.isAdministrator),
    active: !user.Disabled,
    self: user.id === around.self,
    lastAdministrator: false,
    ...(company === undefined ? {} : { company: companyName(company) }),
    ...(around.dossiers === undefined ? {} : { dossiers: around.dossiers }),
  };
}

/** What an account is known by. One that a mail made is called by its address. */
function identifiersOf(user: User, options: RequestTrackerOptions): Identifiers {
  const isMade = isAddress(user.Name);
  return {
    addresses: some(user.EmailAddress, ...(isMade && !user.Name.equals(user.EmailAddress) ? [user.Name] : [])),
    phones: some(...phonesOf(user), ...fieldsMeaning('phone', user, options)),
    logins: some(...(isMade ? [] : [user.Name]), user.Gecos),
    externalIds: fieldsMeaning('external-id', user, options),
    postalAddresses: some(
      postalAddress(user.Address1, user.Address2, user.Zip, user.City),
      ...fieldsMeaning('postal-address', user, options),
    ),
    names: some(user.RealName),
  };
}

/** RT's own four telephone numbers. */
export function phonesOf(user: User): readonly Personal[] {
  return [user.HomePhone, user.WorkPhone, user.MobilePhone, user.PagerPhone];
}

function some(...texts: readonly Personal[]): readonly Personal[] {
  return texts.filter((text) => !text.isBlank);
}

function fieldsMeaning(meaning: FieldMeaning, user: User, options: RequestTrackerOptions): readonly Personal[] {
  return user.CustomFields.filter((field) => meaningOf(field.name, options) === meaning)
    .flatMap((field) => field.values)
    .filter((value) => !value.isBlank);
}

function kindOf({ Privileged }: User, isAdministrator: boolean): Person['kind'] {
  if (isAdministrator) return 'administrator';
  return Privileged ? 'agent' : 'end-user';
}
