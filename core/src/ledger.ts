import { digestOf } from './canonical.ts';
import type { LedgerEntry, LedgerFact, LedgerPosition } from './ledger-entry.ts';
import { emptyLedger, positionFrom } from './ledger-position.ts';
import { ledgerFactSchema } from './ledger-schema.ts';
import { LedgerWalk } from './ledger-walk.ts';
import type { LedgerVerdict } from './ledger-walk.ts';

export { emptyLedger, headText, positionFrom } from './ledger-position.ts';
export type { LedgerBreach, LedgerFault, LedgerVerdict } from './ledger-walk.ts';

/** What a chain ends with; `chain` names the run whose own chain it is. */
export interface ChainEnd extends LedgerPosition {
  readonly chain?: string;
}

/**
 * The entry that follows `last` in its chain and says `fact`. Throws `TypeError` for a fact in which something else than ids, codes
 * and counts was put; the message names the field and never its value.
 */
export function linkedEntry({ seq, hash: prev, chain }: ChainEnd, fact: LedgerFact, at: Date): LedgerEntry {
  const own = chain === undefined ? {} : { chain };
  const entry = { seq: seq + 1, at: at.toISOString(), fact: checkedFact(fact), prev, ...own };
  return { ...entry, hash: digestOf(entry) };
}

function checkedFact(fact: LedgerFact): LedgerFact {
  const result = ledgerFactSchema.safeParse(fact);
  if (result.success) return result.data;
  const field = result.error.issues[0]?.path[0] ?? 'a field of its own';
  throw new TypeError(`The ledger takes ids, codes and counts only: ${String(field)} does not fit.`);
}

/**
 * Whether a ledger is whole, from its entries in the order in which they are stored, those of a run's own chain before the entry that
 * anchors it; each is held only while it is looked at. That its end was cut off, or all of it written anew, shows only against a head
 * noted earlier, outside (every report has one).
 */
export async function verifyLedger(
  entries: AsyncIterable<unknown> | Iterable<unknown>,
  notedHead?: string,
): Promise<LedgerVerdict> {
  const walk = new LedgerWalk(notedHead === undefined ? emptyLedger : positionFrom(notedHead));
  for await (const raw of entries) {
    const breach = walk.breachAt(raw);
    if (breach !== undefined) return { ok: false, ...breach };
  }
  return walk.verdict();
}
