import { digestOf } from './canonical.ts';
import { RuleError } from './errors.ts';
import type { LedgerEntry, LedgerFact, LedgerPosition } from './ledger-entry.ts';
import { ledgerEntrySchema, ledgerFactSchema } from './ledger-schema.ts';

/** Where a ledger begins. */
export const emptyLedger: LedgerPosition = { seq: 0, hash: '0'.repeat(64) };

/**
 * The entry that follows `last` and says `fact`. Throws `TypeError` for a fact in which something else than ids, codes
 * and counts was put; the message names the field and never its value.
 */
export function linkedEntry(last: LedgerPosition, fact: LedgerFact, at: Date): LedgerEntry {
  const entry = { seq: last.seq + 1, at: at.toISOString(), fact: checkedFact(fact), prev: last.hash };
  return { ...entry, hash: digestOf(entry) };
}

function checkedFact(fact: LedgerFact): LedgerFact {
  const result = ledgerFactSchema.safeParse(fact);
  if (result.success) return result.data;
  const field = result.error.issues[0]?.path[0] ?? 'a field of its own';
  throw new TypeError(`The ledger takes ids, codes and counts only: ${String(field)} does not fit.`);
}

/** What is wrong with a ledger. `missing` and `truncated`: entries were taken out, inside or at the end. */
export type LedgerFault = 'changed' | 'missing' | 'reordered' | 'truncated';

/** `at` is the number of the first entry that is not as it was written, or not where it belongs. */
export type LedgerVerdict =
  | { readonly ok: true; readonly entries: number; readonly head: string }
  | { readonly ok: false; readonly at: number; readonly because: LedgerFault };

/** A position as people note it down: `17:` and the hash. */
export function headText({ seq, hash }: LedgerPosition): string {
  return `${String(seq)}:${hash}`;
}

/** A position that was noted down. Throws `RuleError` if it is none. */
export function positionFrom(head: string): LedgerPosition {
  const [, seq, hash] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(head.trim()) ?? [];
  if (seq === undefined || hash === undefined) {
    throw new RuleError('head', 'give it as it was shown: a number, a colon and 64 hex digits');
  }
  return { seq: Number(seq), hash };
}

/**
 * Whether a ledger is whole, from its entries in the order in which they are stored; each is held only while it is looked at.
 * That its end was cut off, or all of it written anew, shows only against a head noted earlier, outside (every report has one).
 */
export async function verifyLedger(
  entries: AsyncIterable<unknown> | Iterable<unknown>,
  notedHead?: string,
): Promise<LedgerVerdict> {
  const chain = new Chain(notedHead === undefined ? emptyLedger : positionFrom(notedHead));
  for await (const raw of entries) {
    const fault = chain.faultAt(raw);
    if (fault !== undefined) return { ok: false, ...fault };
  }
  return chain.verdict();
}

interface Fault {
  readonly at: number;
  readonly because: LedgerFault;
}

/** Walks along a ledger. */
class Chain {
  readonly #noted: LedgerPosition;
  #last = emptyLedger;
  /** An entry that did not come when its turn was: it may come later. */
  #awaited: number | undefined;

  constructor(noted: LedgerPosition) {
    this.#noted = noted;
  }

  faultAt(raw: unknown): Fault | undefined {
    const turn = this.#last.seq + 1;
    const entry = asWritten(raw);
    if (this.#awaited !== undefined) return entry?.seq === turn ? { at: turn, because: 'reordered' } : undefined;
    if (entry === undefined) return { at: turn, because: 'changed' };
    if (entry.seq < turn) return { at: entry.seq, because: 'reordered' };
    if (entry.seq > turn) {
      this.#awaited = turn;
      return undefined;
    }
    if (entry.prev !== this.#last.hash || this.#contradicts(entry)) return { at: turn, because: 'changed' };
    this.#last = entry;
    return undefined;
  }

  /** Whether an entry stands where the noted one stood and is another. */
  #contradicts({ seq, hash }: LedgerPosition): boolean {
    return seq === this.#noted.seq && hash !== this.#noted.hash;
  }

  verdict(): LedgerVerdict {
    const { seq } = this.#last;
    if (this.#awaited !== undefined) return { ok: false, at: this.#awaited, because: 'missing' };
    if (seq < this.#noted.seq) return { ok: false, at: seq + 1, because: 'truncated' };
    return { ok: true, entries: seq, head: headText(this.#last) };
  }
}

/** The entry, if it is one and its own hash holds. */
function asWritten(raw: unknown): LedgerEntry | undefined {
  const result = ledgerEntrySchema.safeParse(raw);
  if (!result.success) return undefined;
  const { hash, ...covered } = result.data;
  return digestOf(covered) === hash ? result.data : undefined;
}
