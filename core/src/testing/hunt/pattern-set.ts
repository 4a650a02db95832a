/** A byte pattern that stands for something. */
export interface Pattern<Meaning> {
  readonly bytes: Uint8Array;
  readonly exactCase: boolean;
  readonly means: Meaning;
}

/** A pattern seen at a place of the bytes. */
export interface Match<Meaning> {
  readonly pattern: Pattern<Meaning>;
  readonly start: number;
  readonly end: number;
}

const WINDOW = 4;
const BITS = 20;
const SHIFT = 32 - BITS;
const SPREAD = 0x9e3779b1;
const fold = Uint8Array.from({ length: 256 }, (_, byte) => (byte >= 65 && byte < 91 ? byte + 32 : byte));

/**
 * Many byte patterns looked for at once, ASCII capitals and small letters alike: each window of four bytes is looked up
 * in a bit map, and only where that answers are patterns compared.
 */
export class PatternSet<Meaning> {
  /** Length of the longest pattern. */
  readonly longest: number;
  readonly #seen = new Uint8Array(1 << BITS);
  readonly #starting = new Map<number, Pattern<Meaning>[]>();

  constructor(patterns: readonly Pattern<Meaning>[]) {
    this.longest = Math.max(WINDOW, ...patterns.map((pattern) => pattern.bytes.length));
    for (const pattern of patterns) this.#add(pattern);
  }

  /** Every match that starts in the bytes. */
  matchesIn(bytes: Uint8Array): readonly Match<Meaning>[] {
    return windowsIn(bytes, this.#seen).flatMap((start) =>
      (this.#starting.get(windowAt(bytes, start)) ?? [])
        .filter((pattern) => standsAt(bytes, start, pattern))
        .map((pattern) => ({ pattern, start, end: start + pattern.bytes.length })),
    );
  }

  #add(pattern: Pattern<Meaning>): void {
    if (pattern.bytes.length < WINDOW) throw new RangeError(`A pattern has at least ${WINDOW} bytes.`);
    const window = windowAt(pattern.bytes, 0);
    this.#seen[slotOf(window)] = 1;
    this.#starting.set(window, [...(this.#starting.get(window) ?? []), pattern]);
  }
}

/** Where windows begin that some pattern may begin with. The one loop that sees every byte: nothing else is in it. */
function windowsIn(bytes: Uint8Array, seen: Uint8Array): readonly number[] {
  const found: number[] = [];
  const { imul } = Math;
  const small = fold;
  const { length } = bytes;
  let window = 0;
  for (let at = 0; at < length; at += 1) {
    window = (window << 8) | (small[bytes[at] ?? 0] ?? 0);
    if (seen[imul(window, SPREAD) >>> SHIFT] === 1 && at >= WINDOW - 1) found.push(at - WINDOW + 1);
  }
  return found;
}

function windowAt(bytes: Uint8Array, start: number): number {
  let window = 0;
  for (let at = start; at < start + WINDOW; at += 1) window = (window << 8) | (fold[bytes[at] ?? 0] ?? 0);
  return window;
}

function slotOf(window: number): number {
  return Math.imul(window, SPREAD) >>> SHIFT;
}

function standsAt<Meaning>(bytes: Uint8Array, start: number, { bytes: wanted, exactCase }: Pattern<Meaning>): boolean {
  if (start + wanted.length > bytes.length) return false;
  for (let at = 0; at < wanted.length; at += 1) {
    const [here, there] = [bytes[start + at] ?? 0, wanted[at] ?? 0];
    if (exactCase ? here !== there : fold[here] !== fold[there]) return false;
  }
  return true;
}
