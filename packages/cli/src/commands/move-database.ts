import { storageOptionsOf } from '@lethe/settings';
import type { Settings } from '@lethe/settings';
import { defaultDataDirectory, moveDatabase } from '@lethe/storage';
import type { StorageOptions } from '@lethe/storage';
import { requireRight } from '../flow/require-right.ts';
import { Stop } from '../stop.ts';
import type { Work } from './command.ts';

/** Options of `lethe move-database`: one of them. */
export interface MoveOptions {
  /** The environment variable that holds the address of the PostgreSQL server. */
  readonly toServer?: string;
  /** The data directory of an embedded one; `true` for the usual. */
  readonly toEmbedded?: string | true;
}

type Env = Readonly<Record<string, string | undefined>>;

/** `lethe move-database`: everything from the embedded database to a PostgreSQL server, or back. */
export function moveTo(asked: MoveOptions, env: Env): Work {
  return async (session) => {
    requireRight(session, 'configure');
    const { settings } = session;
    const place = placeOf(asked, settings, env);
    const from = storageOptionsOf(settings, env);
    const { rows } = await moveDatabase({ from, to: place.options, toward: place.name, by: settings.operator.id });
    const counted = Object.values(rows).reduce((sum, count) => sum + count, 0);
    session.output.result(
      () =>
        [
          `Moved ${counted} rows to ${place.name}; their numbers and the ledger were checked there.`,
          `Now ${place.set} for every server, worker and command. Until then the old place refuses to be opened.`,
        ].join('\n'),
      { rows, to: place.name, set: place.set },
    );
    return 'ok';
  };
}

interface Place {
  readonly options: StorageOptions;
  readonly name: string;
  /** What to do in the settings. */
  readonly set: string;
}

function placeOf({ toServer, toEmbedded }: MoveOptions, settings: Settings, env: Env): Place {
  if ((toServer === undefined) === (toEmbedded === undefined)) {
    throw new Stop('usage', 'Say where to: --to-server VARIABLE or --to-embedded [DIRECTORY].');
  }
  const { keyFile, erasureLog, dataDirectory } = settings.storage;
  const around = { keyFile, erasureLog, env: { ...env, DATABASE_URL: undefined, LETHE_DATA_DIR: undefined } };
  if (toServer !== undefined) {
    const databaseUrl = env[toServer];
    if (databaseUrl === undefined) {
      throw new Stop('configuration', `The environment variable ${toServer} is not set.`, 'Set it to the address.');
    }
    const set = `set DATABASE_URL to what ${toServer} holds, or write \`databaseUrlFrom: ${toServer}\` under \`storage\``;
    return { options: { ...around, databaseUrl }, name: 'the PostgreSQL server', set };
  }
  const usual = dataDirectory ?? env['LETHE_DATA_DIR'] ?? defaultDataDirectory();
  const directory = toEmbedded === true || toEmbedded === undefined ? usual : toEmbedded;
  const set = `take DATABASE_URL and \`databaseUrlFrom\` out, and set LETHE_DATA_DIR to ${directory}`;
  return { options: { ...around, dataDirectory: directory }, name: `the embedded database in ${directory}`, set };
}
