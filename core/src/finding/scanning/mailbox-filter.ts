import { SOLO, WORD } from '../reading/kinds.ts';
import type { Readable } from './readable.ts';

const PLUS = 0x2b;
const LONGEST = 200;
/** Signs that stand in local parts, besides letters, digits and those most have. */
const usual = new Set(Array.from("'+-._", (sign) => sign.charCodeAt(0)));
const unusual = new Set(Array.from('!#$%&*/=?^`{|}~"', (sign) => sign.charCodeAt(0)));

/**
 * Tells most addresses that are nobody's from those that may be somebody's by the letters and digits before the tag, as other
 * signs are read in more than one way. Never says no to one that is somebody's.
 */
export class MailboxFilter {
  readonly #known = new Set<number>();
  #isPlain = true;

  /** Adds the local part of somebody's address, in lower case. */
  add(local: string): void {
    if (!/^[!-~]*$/.test(local)) this.#isPlain = false;
    const letters = /^[^a-z\d]*[^+]*/.exec(local)?.[0].replace(/[^a-z\d]/g, '') ?? '';
    this.#known.add(Array.from(letters, (letter) => letter.charCodeAt(0)).reduce(hashOn, 0));
  }

  /** Whether what stands before an `@` may be somebody's. */
  mayKnow(text: Readable, at: number): boolean {
    if (!this.#isPlain) return true;
    const near = startOf(text, at, false);
    const far = startOf(text, near, true);
    return this.#has(text, near, at) || (far < near && this.#has(text, far, at));
  }

  #has(text: Readable, from: number, to: number): boolean {
    let hash = 0;
    let letters = 0;
    for (let at = from; at < to; at += 1) {
      if (text.is(WORD, at)) {
        hash = hashOn(hash, text.code(at));
        letters += 1;
      } else if (letters > 0 && text.code(at) === PLUS) break;
    }
    return this.#known.has(hash);
  }
}

function startOf(text: Readable, end: number, all: boolean): number {
  let at = end;
  while (at > 0 && end - at < LONGEST && isLocal(text, at - 1, all)) at -= 1;
  return at;
}

function isLocal(text: Readable, at: number, all: boolean): boolean {
  if (text.is(WORD, at)) return all || !text.is(SOLO, at);
  const code = text.code(at);
  return usual.has(code) || (all && unusual.has(code));
}

function hashOn(hash: number, code: number): number {
  return (Math.imul(hash, 31) + code) | 0;
}
