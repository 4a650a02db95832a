import { hash, verify } from '@node-rs/argon2';
import { Refusal } from '../http/refusal.ts';

/** As OWASP advises for argon2id, which is the default: 19 MiB, two rounds, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** So many passwords are worked on at once, and so many wait; whoever comes then is told to come back. */
const AT_ONCE = 2;
const WAITING = 32;

const SHORTEST = 15;
const LONGEST = 128;

/** What hashes are made and checked with. */
interface Argon {
  hash(password: string, options: typeof cost): Promise<string>;
  verify(kept: string, password: string): Promise<boolean>;
}

/** Hashes of passwords. */
export class Passwords {
  readonly #argon: Argon;
  #busy = 0;
  readonly #waiting: (() => void)[] = [];
  #nobodys: Promise<string> | undefined;

  constructor(argon: Argon = { hash, verify }) {
    this.#argon = argon;
  }

  /** The hash to keep. Throws `Refusal` for a password that is too short, too long or too easy to guess. */
  async hash(password: string, login: string): Promise<string> {
    if (isEasy(password, login)) throw new Refusal('password', { at: 'body.password' });
    return this.#inTurn(async () => this.#argon.hash(normal(password), cost));
  }

  /** Whether the password belongs to the hash. Without a hash the same work is done for nothing, so that time does not tell. */
  async verify(kept: string | undefined, password: string): Promise<boolean> {
    this.#nobodys ??= this.#argon.hash('a password nobody has', cost);
    const against = kept ?? (await this.#nobodys);
    const fits = await this.#inTurn(async () => this.#argon.verify(against, normal(password)));
    return kept !== undefined && fits;
  }

  async #inTurn<T>(work: () => Promise<T>): Promise<T> {
    await this.#takeTurn();
    try {
      return await work();
    } finally {
      this.#busy -= 1;
      this.#waiting.shift()?.();
    }
  }

  async #takeTurn(): Promise<void> {
    if (this.#busy >= AT_ONCE) {
      if (this.#waiting.length >= WAITING) throw new Refusal('too-many', { retryAfter: 2 });
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
    this.#busy += 1;
  }
}

/** One password however its letters are composed. */
function normal(password: string): string {
  return password.normalize('NFKC');
}

/** Length is what counts (NIST SP 800-63B); besides, it is not the name again and not one letter over and over. */
function isEasy(password: string, login: string): boolean {
  const letters = [...normal(password)];
  if (letters.length < SHORTEST || letters.length > LONGEST) return true;
  if (new Set(letters).size < 6) return true;
  const name = normal(login).trim().toLowerCase();
  const rest = name === '' ? normal(password) : normal(password).toLowerCase().replaceAll(name, '');
  return [...rest].length < SHORTEST / 2;
}
