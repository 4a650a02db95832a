import { finderFor, HostError, identifiersFrom, peopleWith, weakIdentifiers } from '@lethe/core';
import type { Host, Identifiers, Person, PersonId } from '@lethe/core';
import { identifiersTyped, separated } from './identify.ts';

/** One thing that was asked for, by its place (from 1), and who goes by it. */
export interface Answer {
  readonly asked: number;
  readonly people: readonly Person[];
  /** Why it was not looked for, where it says too little. */
  readonly refused?: string;
}

/** Answers to all that was asked for, and how much of it was asked twice. */
export interface Answers {
  readonly answers: readonly Answer[];
  readonly repeated: number;
}

/** Looks everything up that was typed; no answers where nothing was. */
export async function lookUp(host: Host, texts: readonly string[]): Promise<Answers> {
  const { asked, repeated } = separated(texts);
  const answers: Answer[] = [];
  for (const [index, text] of asked.entries()) {
    const who = identifiersTyped([text]);
    const [weak] = weakIdentifiers(who);
    answers.push({
      asked: index + 1,
      people: weak === undefined ? await peopleWith(host, { who, finder: finderFor(who) }) : [],
      ...(weak === undefined ? {} : { refused: weak.reason }),
    });
  }
  return { answers, repeated };
}

/** The account of that id, if there is one. */
export async function personOf(host: Host, id: PersonId): Promise<Person | undefined> {
  for await (const person of host.findPeople({ by: 'id', person: id })) if (person.id === id) return person;
  return undefined;
}

/** The account of that id. Throws `HostError` (`gone`) if there is none. */
export async function existingPerson(host: Host, id: PersonId): Promise<Person> {
  const person = await personOf(host, id);
  if (person === undefined) throw accountGone();
  return person;
}

/** What it means that an account a run or review is about is not there. */
export function accountGone(): HostError {
  return new HostError('gone', 'The host has no account of that id: it was deleted or merged.');
}

/** The person's other accounts: those that share an address, a phone or a login. */
export async function otherAccountsOf(host: Host, { id, identifiers }: Person): Promise<readonly Person[]> {
  const who: Identifiers = {
    ...identifiersFrom({}),
    addresses: identifiers.addresses,
    phones: identifiers.phones,
    logins: identifiers.logins,
  };
  const people = await peopleWith(host, { who, finder: finderFor(who) });
  return people.filter((person) => person.id !== id);
}

/** Whether any of these goes by one of the person's addresses, in whatever writing. */
export function sharesAddress(accounts: readonly Person[], { identifiers: { addresses } }: Person): boolean {
  const finder = finderFor({ ...identifiersFrom({}), addresses });
  return accounts.some(({ identifiers }) => identifiers.addresses.some((address) => finder.isTheirs(address)));
}
