import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { verifyLedger } from '@lethe/core';
import type { LedgerEntry } from '@lethe/core';
import { requireRight } from '../flow/require-right.ts';
import { Stop } from '../stop.ts';
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

/** `lethe ledger export`: every entry as a line of JSON, in the order in which it is verified. Never writes over a file. */
export function exportLedger(file: string): Work {
  return async (session) => {
    requireRight(session, 'read-ledger');
    const counted = { entries: 0 };
    const lines = linesOf((await session.store()).ledger(), counted);
    await pipeline(Readable.from(lines), createWriteStream(file, { flags: 'wx', mode: 0o600 })).catch(unlessThere);
    session.output.result(() => `${file} holds ${String(counted.entries)} entries.`, { file, ...counted });
    return 'ok';
  };
}

function unlessThere(error: unknown): never {
  if (typeof error !== 'object' || error === null || !('code' in error) || error.code !== 'EEXIST') throw error;
  throw new Stop('usage', 'There is a file of that name already.', 'Name a new one.');
}

async function* linesOf(ledger: AsyncIterable<LedgerEntry>, counted: { entries: number }): AsyncGenerator<string> {
  for await (const entry of ledger) {
    counted.entries += 1;
    yield `${JSON.stringify(entry)}\n`;
  }
}

function inRun(run: string | undefined): string {
  return run === undefined ? '' : ` of what run ${run} wrote`;
}
