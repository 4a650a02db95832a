import type { LedgerEntry } from '@lethe/core';

/** What may be shown of the ledger by itself. */
export const ledgerGroups = ['all', 'runs', 'approvals', 'settings', 'operation'] as const;
/** A part of the ledger. */
export type LedgerGroup = (typeof ledgerGroups)[number];

const approvals: ReadonlySet<string> = new Set([
  ...['run-requested', 'run-seconded', 'run-declined', 'run-withdrawn', 'run-request-expired', 'run-approved'],
]);
const operation: ReadonlySet<string> = new Set([
  ...['runs-forbidden', 'runs-allowed', 'operator-held', 'operator-released'],
  ...['backup-restored', 'erasure-replayed', 'database-moved'],
]);

/** The part of the ledger an entry belongs to. Every entry belongs to one, also of events nobody has sorted yet. */
export function groupOf({ fact: { what } }: Pick<LedgerEntry, 'fact'>): Exclude<LedgerGroup, 'all'> {
  if (approvals.has(what)) return 'approvals';
  if (operation.has(what)) return 'operation';
  if (what.endsWith('-changed') || what.startsWith('host-')) return 'settings';
  return 'runs';
}
