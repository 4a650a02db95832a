import { identifiersFrom } from '@lethe/core';
import type { Identifiers, Person, PersonQuery } from '@lethe/core';
import pMap from 'p-map';
import { personOf } from './account.ts';
import * as api from './api.ts';
import type { WholeUser } from './api.ts';
import { ifThere } from './ask.ts';
import type { Line } from './ask.ts';
import { isPlaceholder, plainTexts } from './form.ts';
import { personIdOf, userNumberOf } from './ids.ts';
import type { Known } from './known.ts';
import type { ZendeskOptions } from './options.ts';
import type { DeletedUser } from './user-schema.ts';
import { externalIdsIn, userQueriesFor } from './search-terms.ts';

/** How many calls may be under way at once. */
export const AT_ONCE = 4;

/** Looks users up. */
export class People {
  readonly #line: Line;
  readonly #known: Known;
  readonly #options: ZendeskOptions;

  constructor(line: Line, known: Known, options: ZendeskOptions) {
    this.#line = line;
    this.#known = known;
    this.#options = options;
  }

  /** Users in the order of their numbers, each once; suspended and deleted ones too; too many rather than too few. */
  async *find(query: PersonQuery): AsyncGenerator<Person> {
    if (query.by === 'everybody') {
      yield* this.#everybody();
      return;
    }
    if (query.by === 'id') {
      const one = await this.#byNumber(userNumberOf(query.person) ?? '0');
      if (one !== undefined) yield one;
      return;
    }
    const deleted = this.#options.deletedUsers
      ? ((await ifThere(api.deletedUsers(this.#line), 'not-permitted')) ?? [])
      : [];
    const numbers = (await this.#numbersFor(query.who)).filter((number) => !deleted.some(({ id }) => id === number));
    const people = await pMap(numbers, (number) => this.#byNumber(String(number)), { concurrency: AT_ONCE });
    yield* people.filter((person) => person !== undefined);
    for (const user of deleted) yield deletedPerson(user);
  }

  /** The facts about a user who was just read. */
  async personOf(whole: WholeUser): Promise<Person> {
    const self = (await this.#known.self()) === whole.user.id;
    return personOf(whole, { self, lastAdministrator: await this.#isLastAdministrator(whole) }, this.#options);
  }

  /** From the list alone: without further identities, and without asking who else could administer. */
  async *#everybody(): AsyncGenerator<Person> {
    const self = await this.#known.self();
    for await (const page of api.allUsers(this.#line)) {
      for (const user of page) {
        const whole = { user, identities: [], organization: undefined };
        yield personOf(whole, { self: self === user.id, lastAdministrator: false }, this.#options);
      }
    }
  }

  async #byNumber(number: string): Promise<Person | undefined> {
    const whole = await ifThere(api.userById(this.#line, number));
    return whole === undefined ? undefined : this.personOf(whole);
  }

  async #numbersFor(who: Identifiers): Promise<readonly number[]> {
    const searches = [...userQueriesFor(who), ...externalIdsIn(who)];
    const found = await pMap(searches, (search) => api.userNumbersWith(this.#line, search), { concurrency: AT_ONCE });
    return [...new Set(found.flat())].sort((one, other) => one - other);
  }

  async #isLastAdministrator({ user }: WholeUser): Promise<boolean> {
    if (user.role !== 'admin') return false;
    for await (const page of api.administrators(this.#line)) {
      if (page.some((other) => other.id !== user.id && other.active && !other.suspended)) return false;
    }
    return true;
  }
}

/** A user among the deleted ones: Zendesk shows less of them, and they can be deleted for good only. */
function deletedPerson({ id, name, email, phone, role }: DeletedUser): Person {
  const address = isPlaceholder(email) ? [] : [email];
  return {
    type: 'person',
    id: personIdOf(id),
    name,
    identifiers: identifiersFrom({
      addresses: plainTexts(address),
      phones: plainTexts([phone]),
      names: plainTexts([name]),
    }),
    kind: role === 'end-user' ? 'end-user' : role === 'admin' ? 'administrator' : 'agent',
    active: false,
    self: false,
    lastAdministrator: false,
  };
}
