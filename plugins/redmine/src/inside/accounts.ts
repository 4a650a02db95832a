import type { Identifiers, Personal } from '@lethe/core';
import { termsFor } from '@lethe/inside';
import type { InsidePart, Quest, Trace } from '@lethe/inside';
import type { AccountSource } from '../people.ts';

/** Accounts through Lethe's part: by any identifier in one walk, with all addresses. */
export class InsideAccounts implements AccountSource {
  readonly #part: InsidePart;
  readonly #beside: AccountSource;

  /** `beside` knows names too short for Lethe's part. */
  constructor(part: InsidePart, beside: AccountSource) {
    this.#part = part;
    this.#beside = beside;
  }

  async numbersFor(who: Identifiers): Promise<readonly number[]> {
    const { terms, phones } = termsFor(who);
    const tables = ['users', 'email_addresses', 'custom_values'];
    const found = terms.length + phones.length === 0 ? [] : await this.#all({ terms, phones, tables });
    const accounts = found.filter(({ links, facts }) => links.person !== undefined && facts.type !== 'Group');
    // Names in two columns are no mention in either of them.
    const named = await this.#beside.numbersFor({ ...who, addresses: [], phones: [], externalIds: [] });
    return [...accounts.map(({ links }) => Number(links.person)), ...named];
  }

  async moreAddresses(account: number): Promise<readonly Personal[]> {
    const found = await this.#all({ person: String(account), tables: ['email_addresses'] });
    return found.flatMap(({ facts, text }) => (facts.default === 'true' || text === undefined ? [] : [text]));
  }

  async #all(quest: Quest): Promise<readonly Trace[]> {
    const found: Trace[] = [];
    for await (const page of this.#part.traces(quest)) found.push(...page);
    return found;
  }
}
