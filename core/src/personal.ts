import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

const SHOWN = '‹personal›';

/**
 * Text about a person as a host gave it. It prints as `‹personal›` in templates, JSON, errors and inspectors, so that
 * it reaches a log or a file only where code says `reveal()`, which a lint rule allows in few places.
 */
export class Personal {
  static readonly blank: Personal = new Personal('');
  readonly #text: string;

  private constructor(text: string) {
    this.#text = text;
  }

  /** Wraps a text. `undefined` and `null` become the blank one, as hosts send all three for "nothing". */
  static of(text: string | null | undefined): Personal {
    return text ? new Personal(text) : Personal.blank;
  }

  /** The text itself. */
  reveal(): string {
    return this.#text;
  }

  /** Whether there is nothing to read: empty, or white space only. */
  get isBlank(): boolean {
    return this.#text.trim() === '';
  }

  /** Whether both hold the same text, unit by unit. */
  equals(other: Personal): boolean {
    return this.#text === other.#text;
  }

  /** HMAC-SHA-256 of the text under a key of 32 bytes, 32 hex digits: recognizes the text again without holding it. */
  fingerprint(key: Uint8Array): string {
    return bytesToHex(keyed(key).clone().update(utf8ToBytes(this.#text)).digest()).slice(0, 32);
  }

  toString(): string {
    return SHOWN;
  }

  toJSON(): string {
    return SHOWN;
  }

  [Symbol.toPrimitive](): string {
    return SHOWN;
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return SHOWN;
  }
}

type Keyed = ReturnType<typeof hmac.create>;
const keyedBy = new WeakMap<Uint8Array, Keyed>();

/** The hash with its key taken in, which is half the work of a short text: once for each key, and gone with it. */
function keyed(key: Uint8Array): Keyed {
  const known = keyedBy.get(key) ?? hmac.create(sha256, key);
  keyedBy.set(key, known);
  return known;
}
