import type { Identifiers } from '@lethe/core';
import { termsFor } from '@lethe/inside';
import type { InsidePart, Quest, Trace } from '@lethe/inside';
import type { AccountSource } from '../people.ts';
import type { User } from '../schema.ts';

/** Accounts through Lethe's part: by any identifier in one walk, with their right. */
export class InsideAccounts implements AccountSource {
  readonly #part: InsidePart;
  readonly #self: string | undefined;
  readonly #beside: AccountSource;

  /** `self` is the number of the account of the token; `beside` knows names too short for Lethe's part. */
  constructor(part: InsidePart, self: string | undefined, beside: AccountSource) {
    this.#part = part;
    this.#self = self;
    this.#beside = beside;
  }

  async ownNumber(): Promise<string | undefined> {
    return this.#self ?? this.#beside.ownNumber();
  }

  async isAdministrator({ id }: User): Promise<boolean> {
    const rows = await this.#all({ person: id, tables: ['Users'] });
    return rows.some(({ table, facts }) => table === 'Users' && facts.admin === 'true');
  }

  async numbersFor(who: Identifiers): Promise<readonly string[]> {
    const { terms, phones } = termsFor(who);
    const tables = ['Users', 'ObjectCustomFieldValues'];
    const found = terms.length + phones.length === 0 ? [] : await this.#all({ terms, phones, tables });
    const accounts = found.filter(({ table, facts }) => table === 'Users' || facts.of === 'User');
    const named = await this.#beside.numbersFor({ ...who, phones: [], externalIds: [] });
    return [...accounts.flatMap(({ links }) => links.user ?? []), ...named];
  }

  async #all(quest: Quest): Promise<readonly Trace[]> {
    const found: Trace[] = [];
    for await (const page of this.#part.traces(quest)) found.push(...page);
    return found;
  }
}
