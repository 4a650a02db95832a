import { RuleError } from './errors.ts';
import type { LedgerPosition } from './ledger-entry.ts';

/** Where a ledger begins. */
export const emptyLedger: LedgerPosition = { seq: 0, hash: '0'.repeat(64) };

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
