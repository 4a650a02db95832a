import type { Person, Personal, PersonKind } from '@lethe/core';

/** An account as it is shown to somebody who looks a person up: enough to tell two of the same name apart. */
export interface ShownPerson {
  readonly host: string;
  /** The id in the host: from here on the person is known by it, and by nothing somebody could mistype. */
  readonly id: string;
  readonly kind: PersonKind;
  readonly active: boolean;
  /** The day. */
  readonly lastActivity?: string;
  /** How many dossiers they opened, where the host says. */
  readonly dossiers?: number;
  /** The directory that masters the account. */
  readonly masteredBy?: string;
  readonly mailDomains: readonly string[];
  /** In full for whoever may run, else with all but the first letter of each word hidden. */
  readonly name: string;
  readonly addresses: readonly string[];
  /** An address several people read, by its name: whoever wrote from it may be anybody. */
  readonly sharedMailbox: boolean;
}

/** Shows an account. `masked` for those who may only look. */
export function shownPerson(host: string, person: Person, { masked }: { readonly masked: boolean }): ShownPerson {
  const addresses = person.identifiers.addresses.map((address) => address.reveal());
  const { lastActivity, dossiers, masteredBy } = person;
  return {
    ...{ host, id: person.id, kind: person.kind, active: person.active },
    ...(lastActivity === undefined ? {} : { lastActivity: lastActivity.toISOString().slice(0, 10) }),
    ...(dossiers === undefined ? {} : { dossiers }),
    ...(masteredBy === undefined ? {} : { masteredBy }),
    mailDomains: [...new Set(addresses.map(domainOf))],
    name: masked ? maskedWords(person.name) : person.name.reveal(),
    addresses: masked ? addresses.map(maskedAddress) : addresses,
    sharedMailbox: addresses.some(isShared),
  };
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase();
}

function maskedAddress(address: string): string {
  const at = address.lastIndexOf('@');
  return at <= 0 ? '…' : `${firstLetter(address)}…${address.slice(at)}`;
}

function maskedWords(name: Personal): string {
  return name
    .reveal()
    .split(/\s+/u)
    .filter((word) => word !== '')
    .map((word) => `${firstLetter(word)}…`)
    .join(' ');
}

function firstLetter(text: string): string {
  return [...text][0] ?? '';
}

/** Names of mailboxes that belong to a desk and not to a person. */
const shared =
  /^(?:info|office|kontakt|contact|mail|support|help|helpdesk|service|servicedesk|sales|vertrieb|team|admin|hello|hr|jobs|karriere|careers|bewerbung|recruiting|billing|rechnung|buchhaltung|accounting|noreply|no-reply|postmaster|webmaster|reception|empfang|zentrale)(?:[+._-].*)?$/iu;

function isShared(address: string): boolean {
  return shared.test(address.slice(0, Math.max(0, address.lastIndexOf('@'))));
}
