import type { Identifiers, Person, PersonQuery, Personal } from '@lethe/core';
import pMap from 'p-map';
import { isAgentRole, personOf, rolesIn, statuses } from './account.ts';
import * as api from './api.ts';
import { ifThere } from '@lethe/http';
import type { RedmineOptions } from './options.ts';
import { Remembered } from '@lethe/http';
import type { User } from './schema.ts';
import { holdsNumber, nameFiltersFor } from './search-words.ts';
import type { Transport } from './call.ts';

/** How many calls may be under way at once. */
export const AT_ONCE = 4;

/** What only one of the two ways into Redmine knows about accounts. */
export interface AccountSource {
  /** Numbers of accounts that may go by one of the identifiers. */
  numbersFor(who: Identifiers): Promise<readonly number[]>;
  /** Addresses besides the first. */
  moreAddresses(account: number): Promise<readonly Personal[]>;
}

/** Looks accounts up. Roles and the account of the key are asked for once; accounts are read anew each time. */
export class People {
  readonly #transport: Transport;
  readonly #options: RedmineOptions;
  readonly #source: AccountSource;
  readonly #agentRoles = new Remembered<number, boolean>();
  readonly #self = new Remembered<'self', number>();

  constructor(transport: Transport, options: RedmineOptions, source: AccountSource) {
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
    const sorted = [...new Set(numbers)].sort((one, other) => one - other);
    const people = await pMap(sorted, (number) => this.#byNumber(String(number), true), { concurrency: AT_ONCE });
    yield* people.filter((person) => person !== undefined);
  }

  /** The facts about an account that was just read. */
  async personOf(user: User, counted = false): Promise<Person> {
    const [self, isAgent, lastAdministrator, moreAddresses, dossiers] = await Promise.all([
      this.#numberOfKey(),
      this.#isAgent(user),
      this.#isLastAdministrator(user),
      this.#source.moreAddresses(user.id),
      counted ? api.countIssues(this.#transport, { author_id: String(user.id) }) : undefined,
    ]);
    const around = { options: this.#options, self, isAgent, lastAdministrator, moreAddresses };
    return personOf(user, { ...around, ...(dossiers === undefined ? {} : { dossiers }) });
  }

  /** Lists do not say who is an agent: each account is read. */
  async *#everybody(): AsyncGenerator<Person> {
    for (const status of Object.values(statuses)) {
      for await (const page of api.users(this.#transport, { status: String(status) })) {
        const people = await pMap(page, ({ id }) => this.#byNumber(String(id)), { concurrency: AT_ONCE });
        yield* people.filter((person) => person !== undefined);
      }
    }
  }

  async #byNumber(number: string, counted = false): Promise<Person | undefined> {
    const user = await userIfThere(this.#transport, number);
    return user === undefined ? undefined : this.personOf(user, counted);
  }

  async #numberOfKey(): Promise<number> {
    return this.#self.get('self', async () => (await api.currentUser(this.#transport)).id);
  }

  async #isAgent(user: User): Promise<boolean> {
    const roles = await Promise.all(rolesIn(user.memberships).map((role) => this.#isAgentRole(role)));
    return roles.includes(true);
  }

  async #isAgentRole(role: number): Promise<boolean> {
    return this.#agentRoles.get(role, async () =>
      isAgentRole(await api.roleById(this.#transport, role), this.#options),
    );
  }

  async #isLastAdministrator(user: User): Promise<boolean> {
    if (!user.admin) return false;
    const active = String(statuses.active);
    for await (const page of api.users(this.#transport, { status: active, sort: 'admin:desc' })) {
      if (page.some((other) => other.admin && other.id !== user.id)) return false;
    }
    return true;
  }
}

/** An account, or nothing where the number leads nowhere: groups share the numbers of accounts. */
export async function userIfThere(transport: Transport, number: string): Promise<User | undefined> {
  return ifThere(api.userById(transport, number));
}

/** Accounts over REST: by name, login and any address; by telephone and other numbers only by reading all accounts. */
export class RestAccounts implements AccountSource {
  readonly #transport: Transport;

  constructor(transport: Transport) {
    this.#transport = transport;
  }

  async numbersFor(who: Identifiers): Promise<readonly number[]> {
    const filters = nameFiltersFor(who).map((name) => ({ name }));
    const everybody = who.phones.length + who.externalIds.length > 0 ? [{}] : [];
    // Lists show one status at a time: locked and registered accounts have to be asked for.
    const wanted = Object.values(statuses).map(String);
    const listings = wanted.flatMap((status) => [...filters, ...everybody].map((where) => ({ ...where, status })));
    const found = await pMap(listings, (where) => this.#numbersIn(where, who), { concurrency: AT_ONCE });
    return found.flat();
  }

  async #numbersIn(where: api.Where & { readonly status: string }, who: Identifiers): Promise<readonly number[]> {
    const numbers: number[] = [];
    for await (const page of api.users(this.#transport, where)) {
      const some = 'name' in where ? page : page.filter((user) => holdsNumber(valuesOf(user), who));
      numbers.push(...some.map((user) => user.id));
    }
    return numbers;
  }

  /** The REST API does not show them. */
  async moreAddresses(): Promise<readonly Personal[]> {
    return [];
  }
}

function valuesOf(user: User): readonly Personal[] {
  return user.custom_fields.flatMap((field) => field.value);
}
