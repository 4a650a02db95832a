import { verifyLedger } from '@lethe/core';
import { requireRight } from '../flow/require-right.ts';
import type { Work } from './command.ts';

/** `lethe ledger verify`: whether the ledger is whole and in order; with a head noted earlier, also that nothing was cut off. */
export function verifyLedgerChain(options: { readonly head?: string }): Work {
  return async (session) => {
    requireRight(session, 'read-ledger');
    const store = await session.store();
    const verdict = await verifyLedger(store.ledger(), options.head);
    session.output.result(
      () =>
        verdict.ok
          ? `The ledger is whole: ${String(verdict.entries)} entries. Note this head to check later that none was cut off: ${verdict.head}`
          : `The ledger is not whole: entry ${String(verdict.at)}${inRun(verdict.run)} was ${verdict.because}.`,
      verdict,
    );
    return verdict.ok ? 'ok' : 'not-clean';
  };
}

function inRun(run: string | undefined): string {
  return run === undefined ? '' : ` of what run ${run} wrote`;
}
