import type { Identifiers } from '@lethe/core';
import pMap from 'p-map';
import { phonesOf } from './account.ts';
import * as api from './api.ts';
import type { Transport } from './call.ts';
import { AT_ONCE } from './people.ts';
import type { AccountSource } from './people.ts';
import { accountSearchesFor, holdsNumber } from './search-words.ts';

/** Accounts over REST: by login, address and name; by telephone and other numbers only by reading all accounts. */
export class RestAccounts implements AccountSource {
  readonly #transport: Transport;

  constructor(transport: Transport) {
    this.#transport = transport;
  }

  async ownNumber(): Promise<string | undefined> {
    return api.ownNumber(this.#transport);
  }

  /** The REST API shows nobody's rights. */
  async isAdministrator(): Promise<undefined> {
    return undefined;
  }

  async numbersFor(who: Identifiers): Promise<readonly string[]> {
    const searches = accountSearchesFor(who);
    const found = await pMap(searches, (search) => api.userNumbers(this.#transport, search), { concurrency: AT_ONCE });
    const byNumber = who.phones.length + who.externalIds.length > 0 ? await this.#holding(who) : [];
    return [...found.flat(), ...byNumber];
  }

  async #holding(who: Identifiers): Promise<readonly string[]> {
    const numbers: string[] = [];
    for await (const page of api.everybody(this.#transport)) {
      const some = page.filter((user) =>
        holdsNumber([...phonesOf(user), ...user.CustomFields.flatMap(({ values }) => values)], who),
      );
      numbers.push(...some.map(({ id }) => id));
    }
    return numbers;
  }
}
