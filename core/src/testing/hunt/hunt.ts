import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Secret } from '../worlds/world.ts';
import { disguisesOf } from './encodings.ts';
import type { Encoding } from './encodings.ts';
import { PatternSet } from './pattern-set.ts';
import type { Pattern } from './pattern-set.ts';
import { hasSeam, originOf, unwrapped } from './unwrapping.ts';

/** A secret found. Names it by its label: its text is not repeated. */
export interface Hit {
  readonly secret: string;
  readonly encoding: Encoding;
  /** Byte of the dump at which it starts. */
  readonly at: number;
}

/** What a hunt came back with. */
export interface Bag {
  readonly hits: readonly Hit[];
  /** How much was searched. */
  readonly bytes: number;
}

type Dump = AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>;
type Meaning = Pick<Hit, 'secret' | 'encoding'>;

const CHUNK = 1 << 18;
const SHORTEST = 5;

/**
 * Looks for secrets in anything a host or the product stored, in every disguise of `encodings`, also broken over lines.
 * Built once, used on many dumps. Throws `RangeError` for a secret so short that it would be found by chance.
 */
export function hunterFor(secrets: readonly Secret[]): (dump: Dump) => Promise<Bag> {
  const patterns = new PatternSet(secrets.flatMap(patternsOf));
  return async (dump) => {
    const hunt = new Hunt(patterns);
    for await (const part of dump) hunt.take(typeof part === 'string' ? utf8ToBytes(part) : part);
    return hunt.end();
  };
}

function patternsOf({ label, text }: Secret): readonly Pattern<Meaning>[] {
  if (Array.from(text).length < SHORTEST)
    throw new RangeError(`The secret "${label}" is shorter than ${SHORTEST} characters.`);
  const distinct = new Map<string, Pattern<Meaning>>();
  for (const { encoding, bytes, exactCase } of disguisesOf(text)) {
    const exact = exactCase || encoding === 'raw';
    const key = `${String(exact)} ${bytes.join()}`;
    if (!distinct.has(key)) distinct.set(key, { bytes, exactCase: exact, means: { secret: label, encoding } });
  }
  return [...distinct.values()];
}

/** One hunt through one dump: keeps the end of what it has seen, as a secret may lie across two parts. */
class Hunt {
  readonly #patterns: PatternSet<Meaning>;
  readonly #hits = new Map<string, Hit>();
  #waiting: Uint8Array[] = [];
  #waitingBytes = 0;
  #searched = 0;

  constructor(patterns: PatternSet<Meaning>) {
    this.#patterns = patterns;
  }

  take(part: Uint8Array): void {
    for (let at = 0; at < part.length; at += CHUNK) {
      const piece = part.subarray(at, at + CHUNK);
      this.#waiting.push(piece);
      this.#waitingBytes += piece.length;
      if (this.#waitingBytes >= CHUNK) this.#search(this.#patterns.longest * 2);
    }
  }

  end(): Bag {
    this.#search(0);
    return { hits: [...this.#hits.values()], bytes: this.#searched };
  }

  /** Searches what waits, and keeps its last bytes for the next search. */
  #search(keep: number): void {
    const bytes = concatBytes(...this.#waiting);
    for (const { pattern, start } of this.#patterns.matchesIn(bytes)) this.#note(pattern.means, this.#searched + start);
    const flat = unwrapped(bytes);
    if (flat.seams.length > 0)
      for (const { pattern, start, end } of this.#patterns.matchesIn(flat.bytes))
        if (hasSeam(flat.seams, start, end)) this.#note(pattern.means, this.#searched + originOf(flat.seams, start));
    const left = bytes.slice(Math.max(0, bytes.length - keep));
    this.#searched += bytes.length - left.length;
    this.#waiting = [left];
    this.#waitingBytes = left.length;
  }

  #note(means: Meaning, at: number): void {
    const key = `${means.secret} ${at}`;
    if (!this.#hits.has(key)) this.#hits.set(key, { ...means, at });
  }
}
