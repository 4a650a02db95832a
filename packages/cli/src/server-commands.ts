import type { Command } from 'commander';
import { backup, restore } from './commands/backup.ts';
import type { BackupOptions } from './commands/backup.ts';
import type { Work } from './commands/command.ts';
import { openConsole } from './commands/console.ts';
import type { ConsoleFlags } from './commands/console.ts';
import { moveTo } from './commands/move-database.ts';
import type { MoveOptions } from './commands/move-database.ts';
import { replay } from './commands/replay.ts';
import type { ReplayOptions } from './commands/replay.ts';
import { reseal } from './commands/reseal.ts';
import { serve, work } from './commands/serve.ts';
import type { ServeFlags } from './commands/serve.ts';
import { tryIt } from './commands/try.ts';
import type { Surroundings } from './surroundings.ts';

type Start = (work: Work) => Promise<void>;
/** Where a server runs: its environment, and where its log goes. */
type ServerSurroundings = Pick<Surroundings, 'env' | 'err' | 'open'>;

/** What whoever runs an installation needs: its server, its backups, its move to a larger database. */
export function addServerCommands(program: Command, start: Start, surroundings: ServerSurroundings): void {
  const { env } = surroundings;
  addServe(program, start, surroundings);
  addConsole(program, start, surroundings);
  program
    .command('backup')
    .description('everything that is stored, in one file; whoever is at work goes on')
    .argument('<file>', 'a new file')
    .option('--seal', 'seals the file with the sealing key')
    .action((file: string, options: BackupOptions) => start(backup(file, options, env)));
  program
    .command('restore')
    .description('puts a backup into an empty database; then run lethe replay')
    .argument('<file>', 'the backup')
    .action((file: string) => start(restore(file, env)));
  addReplay(program, start);
  program
    .command('reseal')
    .description('every secret under the sealing key of now; then those in LETHE_OLD_KEYS can go')
    .action(() => start(reseal()));
  program
    .command('move-database')
    .description('from the embedded database to a PostgreSQL server, or back')
    .option('--to-server <variable>', 'the environment variable that holds its address')
    .option('--to-embedded [directory]', 'the data directory (default: the usual one)')
    .action((options: MoveOptions) => start(moveTo(options, env)));
}

function addServe(program: Command, start: Start, surroundings: ServerSurroundings): void {
  program
    .command('serve')
    .description('the server: its API, and a worker that carries out runs')
    .option('--no-worker', 'the API alone; start lethe worker beside it')
    .option('--listen <address>', 'instead of the settings: 127.0.0.1:8484')
    .action((flags: ServeFlags) => start(serve(flags, surroundings)));
  program
    .command('worker')
    .description('carries out runs; as many as there are machines, on one PostgreSQL server')
    .action(() => start(work(surroundings)));
}

/** `npm start` is `lethe start`: whoever sits at a terminal wants the console, whatever reads a pipe wants an end. */
function addConsole(program: Command, start: Start, surroundings: ServerSurroundings): void {
  program
    .command('console')
    .description('the console in your browser, on this machine: its server, the sandbox and a worker')
    .option('--no-open', 'print the link alone')
    .action((flags: ConsoleFlags) => start(openConsole(flags, surroundings)));
  program
    .command('start')
    .description('lethe console at a terminal, lethe try anywhere else')
    .action(() => start(surroundings.open === undefined ? tryIt() : openConsole({ open: true }, surroundings)));
}

function addReplay(program: Command, start: Start): void {
  program
    .command('replay')
    .description('after a restore: whom it brought back, by the erasure log; erases them again once confirmed')
    .option('--since <moment>', 'the host was restored too: when the backup it was restored from was made')
    .option('--run <id>', 'only what that run erased')
    .option('--also <text...>', 'with --run: what else the person goes by')
    .option('--installation <id>', 'records of that installation: its database is lost and this one is new')
    .option('--confirm <phrase>', "the phrase shown before, e.g. 'ANONYMIZE 17'")
    .action((options: ReplayOptions) => start(replay(options)));
}
