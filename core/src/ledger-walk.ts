import { digestOf } from './canonical.ts';
import type { LedgerEntry, LedgerPosition } from './ledger-entry.ts';
import { emptyLedger, headText } from './ledger-position.ts';
import { ledgerEntrySchema } from './ledger-schema.ts';

/** What is wrong with a ledger. `missing` and `truncated`: entries were taken out, inside or at the end. */
export type LedgerFault = 'changed' | 'missing' | 'reordered' | 'truncated';

/** `at` is the number of the first entry that is not as it was written, or not where it belongs; in the own chain of `run`, if it says one. */
export type LedgerVerdict =
  { readonly ok: true; readonly entries: number; readonly head: string } | ({ readonly ok: false } & LedgerBreach);

/** Where a ledger is not whole, and how. */
export interface LedgerBreach {
  readonly at: number;
  readonly because: LedgerFault;
  readonly run?: string;
}

interface Fault {
  readonly at: number;
  readonly because: LedgerFault;
}

/** States after which a run writes nothing more. */
const final = ['done', 'done-with-gaps', 'superseded', 'called-off'];

/** Walks along a ledger: the main chain, and those of its runs. */
export class LedgerWalk {
  readonly #main: Chain;
  readonly #runs = new Map<string, Chain>();
  readonly #over = new Set<string>();
  #entries = 0;

  constructor(noted: LedgerPosition) {
    this.#main = new Chain(noted);
  }

  /** What shows at the next entry that the ledger is not whole. */
  breachAt(raw: unknown): LedgerBreach | undefined {
    this.#entries += 1;
    const entry = asWritten(raw);
    const run = entry === undefined ? namedIn(raw) : entry.chain;
    if (run !== undefined) return this.#inRun(run, entry);
    return this.#main.faultAt(entry) ?? (entry === undefined ? undefined : this.#atAnchor(entry));
  }

  verdict(): LedgerVerdict {
    for (const [run, chain] of this.#runs) {
      const fault = chain.end;
      if (fault !== undefined) return { ok: false, ...fault, run };
    }
    const fault = this.#main.end;
    if (fault !== undefined) return { ok: false, ...fault };
    return { ok: true, entries: this.#entries, head: headText(this.#main.last) };
  }

  #inRun(run: string, entry: LedgerEntry | undefined): LedgerBreach | undefined {
    const chain = this.#chainOf(run);
    const fault = this.#over.has(run)
      ? ({ at: chain.last.seq + 1, because: 'changed' } as const)
      : chain.faultAt(entry);
    return fault === undefined ? undefined : { ...fault, run };
  }

  /** An anchor says what the run's chain had come to. */
  #atAnchor({ fact }: LedgerEntry): LedgerBreach | undefined {
    const { run, state = '', chain: anchor } = fact;
    if (run === undefined) return undefined;
    if (final.includes(state)) this.#over.add(run);
    if (anchor === undefined) return undefined;
    const fault = this.#chainOf(run).faultAgainst(anchor);
    return fault === undefined ? undefined : { ...fault, run };
  }

  #chainOf(run: string): Chain {
    const chain = this.#runs.get(run) ?? new Chain(emptyLedger);
    this.#runs.set(run, chain);
    return chain;
  }
}

/** Walks along one chain. */
class Chain {
  readonly #noted: LedgerPosition;
  #last = emptyLedger;
  /** An entry that did not come when its turn was: it may come later. */
  #awaited: number | undefined;

  constructor(noted: LedgerPosition) {
    this.#noted = noted;
  }

  get last(): LedgerPosition {
    return this.#last;
  }

  faultAt(entry: LedgerEntry | undefined): Fault | undefined {
    const turn = this.#last.seq + 1;
    if (this.#awaited !== undefined) return entry?.seq === turn ? { at: turn, because: 'reordered' } : undefined;
    if (entry === undefined) return { at: turn, because: 'changed' };
    if (entry.seq < turn) return { at: entry.seq, because: 'reordered' };
    if (entry.seq > turn) {
      this.#awaited = turn;
      return undefined;
    }
    if (entry.prev !== this.#last.hash || contradicts(entry, this.#noted)) return { at: turn, because: 'changed' };
    this.#last = { seq: entry.seq, hash: entry.hash };
    return undefined;
  }

  /** What shows against an anchor that was written when this was all of the chain. */
  faultAgainst(anchor: LedgerPosition): Fault | undefined {
    if (this.#awaited !== undefined) return { at: this.#awaited, because: 'missing' };
    const { seq } = this.#last;
    if (seq < anchor.seq) return { at: seq + 1, because: 'truncated' };
    if (seq > anchor.seq) return { at: anchor.seq + 1, because: 'changed' };
    return contradicts(this.#last, anchor) ? { at: seq, because: 'changed' } : undefined;
  }

  /** What shows when nothing follows. */
  get end(): Fault | undefined {
    if (this.#awaited !== undefined) return { at: this.#awaited, because: 'missing' };
    return this.#last.seq < this.#noted.seq ? { at: this.#last.seq + 1, because: 'truncated' } : undefined;
  }
}

/** Whether an entry stands where the noted one stood and is another. */
function contradicts({ seq, hash }: LedgerPosition, noted: LedgerPosition): boolean {
  return seq === noted.seq && hash !== noted.hash;
}

/** The entry, if it is one and its own hash holds. */
function asWritten(raw: unknown): LedgerEntry | undefined {
  const result = ledgerEntrySchema.safeParse(raw);
  if (!result.success) return undefined;
  const { hash, ...covered } = result.data;
  return digestOf(covered) === hash ? result.data : undefined;
}

/** The run whose chain something that is no entry says it belongs to. */
function namedIn(raw: unknown): string | undefined {
  if (typeof raw !== 'object' || raw === null || !('chain' in raw)) return undefined;
  return typeof raw.chain === 'string' ? raw.chain : undefined;
}
