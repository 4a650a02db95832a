import { createHmac } from 'node:crypto';
import type { PersonId } from '@lethe/core';
import type { AccountBook } from '../../account-book.ts';
import { personIdOf } from '../../ids.ts';
import type { InstallationKeys } from './installation-key.ts';

/** Hex digits of an alias: 128 bits. */
const DIGITS = 32;

/**
 * Calls accounts by aliases that nobody can trace back without this installation's key, and knows those it has met in this
 * invocation. It writes nothing down: whoever goes on in another invocation lets it meet the account again.
 */
export class ForgeAccountBook implements AccountBook {
  readonly #key: Buffer;
  readonly #accounts = new Map<PersonId, string>();

  constructor(keys: InstallationKeys) {
    this.#key = keys.for('alias');
  }

  idOf(account: string): PersonId {
    const alias = personIdOf(createHmac('sha256', this.#key).update(account).digest('hex').slice(0, DIGITS));
    this.#accounts.set(alias, account);
    return alias;
  }

  accountOf(person: PersonId): string | undefined {
    return this.#accounts.get(person);
  }
}
