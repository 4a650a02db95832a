import { storageOptionsOf } from '@lethe/settings';
import { makeBackup, restoreBackup } from '@lethe/storage';
import type { RowCounts } from '@lethe/storage';
import { requireRight } from '../flow/require-right.ts';
import type { Work } from './command.ts';

/** Options of `lethe backup`. */
export interface BackupOptions {
  /** Seals the file with the sealing key. */
  readonly seal?: boolean;
}

/** `lethe backup`: everything that is stored, as it is at one moment, in one new file. Whoever is at work goes on. */
export function backup(file: string, { seal = false }: BackupOptions, env: Env): Work {
  return async (session) => {
    requireRight(session, 'configure');
    const made = await makeBackup(storageOptionsOf(session.settings, env), { file, sealed: seal });
    const { ledger, madeAt } = made.header;
    const head = `${ledger.seq}:${ledger.hash}`;
    session.output.result(
      () =>
        [
          `${file} holds ${total(made.rows)} rows in ${made.bytes} bytes, as of ${madeAt}. Ledger head: ${head}.`,
          'Keep the sealing key and the erasure log elsewhere: a restore needs both, and neither is in it.',
        ].join('\n'),
      { file, bytes: made.bytes, rows: made.rows, madeAt, head, sealed: seal },
    );
    return 'ok';
  };
}

/** `lethe restore`: puts a backup into an empty database, whole or not at all, and says what to do next. */
export function restore(file: string, env: Env): Work {
  return async (session) => {
    requireRight(session, 'configure');
    const options = storageOptionsOf(session.settings, env);
    const by = session.settings.operator.id;
    const { header, rows, missingKeys } = await restoreBackup(options, { file, by });
    session.output.result(
      () =>
        [
          `Restored ${total(rows)} rows as of ${header.madeAt}.`,
          ...missingKeys.map(
            (id) => `Secrets in it are sealed with the key ${id}, which is not here: name it in LETHE_OLD_KEYS.`,
          ),
          'Nobody is signed in, open approvals are withdrawn, open runs wait for somebody, and on a server no run starts until an administrator allows it.',
          'Next: lethe replay, which repeats what was erased after the backup was made. Look through the operators, too: who was shut out since is back.',
        ].join('\n'),
      { rows, madeAt: header.madeAt, missingKeys },
    );
    return missingKeys.length === 0 ? 'ok' : 'not-clean';
  };
}

type Env = Readonly<Record<string, string | undefined>>;

function total(rows: RowCounts): number {
  return Object.values(rows).reduce((sum, count) => sum + count, 0);
}
