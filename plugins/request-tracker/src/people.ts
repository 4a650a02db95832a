import type { Identifiers, Person, PersonQuery } from '@lethe/core';
import { ifThere, Remembered } from '@lethe/http';
import pMap from 'p-map';
import { personOf } from './account.ts';
import * as api from './api.ts';
import type { Transport } from './call.ts';
import { isCalled, isOfSystem } from './form.ts';
import type { RequestTrackerOptions } from './options.ts';
import type { User } from './schema.ts';

/** How many calls may be under way at once. */
export const AT_ONCE = 4;

/** What only one of the two ways into RT knows about accounts. */
export interface AccountSource {
  /** Numbers of accounts that may go by one of the identifiers, disabled ones too. */
  numbersFor(who: Identifiers): Promise<readonly string[]>;
  /** The number of the account of the token, as far as it can be seen. */
  ownNumber(): Promise<string | undefined>;
  /** Whether an account holds the right SuperUser; nothing where that cannot be seen. */
  isAdministrator(user: User): Promise<boolean | undefined>;
}

/** What is known of an account beforehand, and what is wanted. */
interface Known {
  /** Whether it holds the right SuperUser. */
  readonly isAdministrator?: boolean;
  /** Whether its tickets are to be counted. */
  readonly counted?: boolean;
}

/** Looks accounts up; each is read anew each time. Accounts of RT itself, and root, are nobody. */
export class People {
  readonly #transport: Transport;
  readonly #options: RequestTrackerOptions;
  readonly #source: AccountSource;
  readonly #self = new Remembered<'self', string | undefined>();

  constructor(transport: Transport, options: RequestTrackerOptions, source: AccountSource) {
    this.#transport = transport;
    this.#options = options;
    this.#source = source;
  }

  /** Accounts in the order of their numbers, each once; too many rather than too few. */
  async *find(query: PersonQuery): AsyncGenerator<Person> {
    if (query.by === 'everybody') {
      yield* this.#everybody();
      return;
    }
    if (query.by === 'id') {
      const one = await this.#byNumber(query.person);
      if (one !== undefined) yield one;
      return;
    }
    const numbers = await this.#source.numbersFor(query.who);
    const sorted = [...new Set(numbers)].sort((one, other) => Number(one) - Number(other));
    const people = await pMap(sorted, (number) => this.#byNumber(number, true), { concurrency: AT_ONCE });
    yield* people.filter((person) => person !== undefined);
  }

  /** The facts about an account that was just read. */
  async personOf(user: User, { counted = false, isAdministrator: told }: Known = {}): Promise<Person> {
    const [self, isSuper, dossiers] = await Promise.all([
      this.#numberOfToken(),
      told ?? this.#source.isAdministrator(user),
      counted ? api.countTickets(this.#transport, `Requestor.id = ${user.id}`) : undefined,
    ]);
    const isAdministrator = isSuper ?? isCalled(user.Name, this.#options.administrators);
    const around = { options: this.#options, self, isAdministrator };
    return personOf(user, { ...around, ...(dossiers === undefined ? {} : { dossiers }) });
  }

  /** Lists do not hold all there is to know of an account: each is read. */
  async *#everybody(): AsyncGenerator<Person> {
    for await (const page of api.everybody(this.#transport)) {
      const people = await pMap(page, ({ id }) => this.#byNumber(id), { concurrency: AT_ONCE });
      yield* people.filter((person) => person !== undefined);
    }
  }

  async #byNumber(number: string, counted = false): Promise<Person | undefined> {
    const user = await userIfThere(this.#transport, number);
    return user === undefined ? undefined : this.personOf(user, { counted });
  }

  async #numberOfToken(): Promise<string | undefined> {
    return this.#self.get('self', () => this.#source.ownNumber());
  }
}

/** An account of a person, or nothing where the number leads nowhere, to a group, or to an account of RT itself. */
export async function userIfThere(transport: Transport, number: string): Promise<User | undefined> {
  const user = /^\d+$/.test(number) ? await ifThere(api.userById(transport, number)) : undefined;
  return user === undefined || isOfSystem(user.Name) ? undefined : user;
}
