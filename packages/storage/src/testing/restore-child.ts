// A process that restores a backup and stops for a word after every so many lines of it, so that a test can kill it there.
import { restoreInto } from '../operations/restore.ts';
import { readBackupFile } from '../operations/backup-file.ts';
import { withDatabase } from '../operations/operations.ts';
import { hearParent, tellParent } from './parent.ts';

const [databaseUrl, keyFile, file = ''] = process.argv.slice(2);

async function* slowly(lines: AsyncIterable<string>): AsyncGenerator<string> {
  let number = 0;
  for await (const line of lines) {
    tellParent(`line ${number}`);
    await hearParent();
    number += 1;
    yield line;
  }
}

await withDatabase({ databaseUrl, keyFile, env: {} }, async (database, keys) => {
  const restored = restoreInto(database, slowly(readBackupFile(file, keys)), {
    now: () => new Date(),
    by: 'operator-1',
  });
  await restored;
});
tellParent('restored');
process.disconnect();
