import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where everything of one embedded server lies. All paths are absolute and on one file system. */
export interface Layout {
  readonly home: string;
  /** The database itself; belongs to the user the server runs as. */
  readonly cluster: string;
  /** Copies of the server's programs, one directory a version. */
  readonly runtimes: string;
  readonly password: string;
  readonly lock: string;
  readonly leases: string;
  readonly log: string;
}

/** The layout of the embedded server inside a data directory. */
export function layoutOf(dataDirectory: string): Layout {
  const home = join(dataDirectory, 'postgres');
  const cluster = join(home, 'cluster');
  return {
    home,
    cluster,
    runtimes: join(home, 'runtime'),
    password: join(home, 'password'),
    lock: join(home, 'lock'),
    leases: join(home, 'leases'),
    log: join(cluster, 'server.log'),
  };
}

/** What decides where data goes when nobody says so. */
export interface Surroundings {
  readonly platform: NodeJS.Platform;
  readonly root: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/**
 * The data directory used when none is named: `/var/lib/lethe` for root, because the server then runs as another user who
 * may not enter root's home; otherwise the user's own data directory.
 */
export function defaultDataDirectory(where: Surroundings = surroundings()): string {
  if (where.platform === 'win32')
    return join(where.env['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local'), 'lethe');
  if (where.root) return '/var/lib/lethe';
  return join(where.env['XDG_DATA_HOME'] || join(homedir(), '.local', 'share'), 'lethe');
}

function surroundings(): Surroundings {
  return { platform: process.platform, root: process.getuid?.() === 0, env: process.env };
}
