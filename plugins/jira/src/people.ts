import type { Person, PersonQuery, Personal } from '@lethe/core';
import { HostError, Personal as Text } from '@lethe/core';
import pMap from 'p-map';
import { addressOf, isCustomer, personOf } from './account.ts';
import type { WholeAccount } from './account.ts';
import type { AccountBook } from './account-book.ts';
import { ifThere } from './ask.ts';
import type { Line } from './ask.ts';
import { holds, wordsIn } from './form.ts';
import type { Known } from './known.ts';
import type { JiraOptions } from './options.ts';
import * as api from './people-api.ts';
import type { Account, User } from './schema.ts';

/** How many calls may be under way at once. */
export const AT_ONCE = 4;
/** For how long an account that was looked up need not be read again to be listed. */
const FRESH = 60_000;

/** What accounts are looked up with. */
export interface PeopleWith {
  readonly line: Line;
  readonly known: Known;
  readonly accounts: AccountBook;
  readonly options: JiraOptions;
}

/** Looks accounts up. */
export class People {
  readonly #with: PeopleWith;
  readonly #lookedUp = new Map<string, { readonly user: User; readonly at: number }>();

  constructor(given: PeopleWith) {
    this.#with = given;
  }

  /** Accounts by id, closed ones too; or those a search finds, too many rather than too few. Apps are nobody to look for. */
  async *find(query: PersonQuery): AsyncGenerator<Person> {
    if (query.by === 'everybody') throw new HostError('rejected', 'Jira does not list everybody it knows.');
    if (query.by === 'id') {
      const account = this.#with.accounts.accountOf(query.person);
      const whole = account === undefined ? undefined : await this.#lookUp(account);
      if (whole !== undefined) yield this.personOf(whole);
      return;
    }
    const found = await this.#foundBy(wordsIn(query.who));
    const people = await pMap(found, (hit) => this.#completed(hit), { concurrency: AT_ONCE });
    for (const whole of people) if (whole !== undefined) yield this.personOf(whole);
  }

  /** The facts about an account that was just read. */
  async personOf(whole: WholeAccount): Promise<Person> {
    const { accounts, options, known } = this.#with;
    const self = !isCustomer(whole.user) && (await known.self()) === whole.user.accountId;
    return personOf(whole, { accounts, options, self });
  }

  /** The account of a person with all the site keeps of it; nothing if it is gone. One looked up a moment ago is not read twice. */
  async listed(account: string): Promise<WholeAccount | undefined> {
    const last = this.#lookedUp.get(account);
    this.#lookedUp.delete(account);
    const isFresh = last !== undefined && this.#now() - last.at < FRESH;
    return this.#whole(isFresh ? last.user : await this.#read(account), true);
  }

  /** The same, past everything that is remembered. */
  async fresh(account: string): Promise<WholeAccount | undefined> {
    return this.#whole(await this.#read(account), true);
  }

  async #lookUp(account: string): Promise<WholeAccount | undefined> {
    const user = await this.#read(account);
    if (user !== undefined) this.#lookedUp.set(account, { user, at: this.#now() });
    return this.#whole(user, this.#needsDetails);
  }

  #now(): number {
    return this.#with.line.clock.now().getTime();
  }

  get #needsDetails(): boolean {
    return Object.values(this.#with.options.details).some((names) => names.length > 0);
  }

  async #read(account: string): Promise<User | undefined> {
    return ifThere(api.userById(this.#with.line, account));
  }

  /** Jira goes on showing who is deleted as a closed account; what the site keeps of customers tells them apart. */
  async #whole(user: User | undefined, withDetails: boolean): Promise<WholeAccount | undefined> {
    if (user === undefined || !isCustomer(user)) return user && { user };
    const { line } = this.#with;
    const isClosed = user.active === false;
    const customer = withDetails ? await ifThere(api.customerById(line, user.accountId)) : undefined;
    const isDoubtful = user.emailAddress.isBlank || (isClosed && customer === undefined);
    const kept = isDoubtful ? await ifThere(api.customerAccount(line, user.accountId)) : undefined;
    if (isClosed && customer === undefined && kept === undefined) return undefined;
    return { user, ...(customer && { customer }), ...(kept && { address: kept.email }) };
  }

  async #foundBy({ addresses, names, externalIds }: ReturnType<typeof wordsIn>): Promise<readonly Hit[]> {
    const { line } = this.#with;
    const searches = [...new Set([...addresses, ...names])];
    const rows = await pMap(searches, async (text) => hitsOf(await api.usersWith(line, text), text), {
      concurrency: AT_ONCE,
    });
    const byId = externalIds.filter((id) => looksLikeAccount.test(id)).map((account): Hit => ({ account }));
    const hits = [...rows.flat(), ...byId];
    return hits.filter(({ account }, at) => hits.findIndex((one) => one.account === account) === at);
  }

  async #completed({ account, address }: Hit): Promise<WholeAccount | undefined> {
    const whole = await this.#lookUp(account);
    if (whole === undefined || address === undefined || !addressOf(whole).isBlank) return whole;
    return { ...whole, address };
  }
}

/** An account a search found, and the address it was found by where Jira hides it. */
interface Hit {
  readonly account: string;
  readonly address?: Personal;
}

function hitsOf(rows: readonly Account[], text: string): readonly Hit[] {
  const people = rows.filter(({ accountType }) => accountType !== 'app');
  return people.map(({ accountId, displayName, emailAddress }) => {
    const isFoundByAddress = text.includes('@') && emailAddress.isBlank && !holds(displayName, text);
    return { account: accountId, ...(isFoundByAddress ? { address: Text.of(text) } : {}) };
  });
}

/** How Atlassian writes ids of accounts: https://developer.atlassian.com/cloud/jira/platform/user-privacy-developer-guide/ */
const looksLikeAccount = /^(?:qm:[\w:-]+|\d+:[\w-]+|[0-9a-f]{24})$/;
