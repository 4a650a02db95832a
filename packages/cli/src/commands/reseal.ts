import { requireRight } from '../flow/require-right.ts';
import type { Work } from './command.ts';

/** `lethe reseal`: every secret under the key of now, so that the keys before it can be thrown away. */
export function reseal(): Work {
  return async (session) => {
    requireRight(session, 'configure');
    const sealed = await (await session.store()).reseal();
    session.output.result(
      () =>
        [
          `Sealed ${String(sealed)} secrets and records anew.`,
          'Run it again until there are none; then LETHE_OLD_KEYS can go, everywhere. Backups that were sealed before still need their key.',
        ].join('\n'),
      { sealed },
    );
    return 'ok';
  };
}
