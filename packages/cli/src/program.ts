import { Command } from 'commander';
import { anonymize } from './commands/anonymize.ts';
import type { AnonymizeOptions } from './commands/anonymize.ts';
import type { PeopleOptions, Work } from './commands/command.ts';
import { callOff } from './commands/call-off.ts';
import { due } from './commands/due.ts';
import type { DueOptions } from './commands/due.ts';
import { find } from './commands/find.ts';
import { listHosts } from './commands/hosts.ts';
import { exportLedger, verifyLedgerChain } from './commands/ledger.ts';
import { plan } from './commands/plan.ts';
import { listRuns, report } from './commands/report.ts';
import { addCertificateCommands } from './certificate-commands.ts';
import { addServerCommands } from './server-commands.ts';
import { tryIt } from './commands/try.ts';
import { resume } from './commands/resume.ts';
import type { ResumeOptions } from './commands/resume.ts';
import { signIn } from './commands/sign-in.ts';
import { verify } from './commands/verify.ts';
import type { Surroundings } from './surroundings.ts';

/** Options every command takes. */
export interface CommonOptions {
  readonly config?: string;
  readonly rules?: string;
  readonly json?: boolean;
}

/** Does a command's work: opens a session, reports trouble, sets the exit code. */
export type Perform = (work: Work, options: CommonOptions) => Promise<void>;

const waiting = ['--wait <minutes>', 'how long to wait for what somebody has to do in the host by hand'] as const;
const whom = 'addresses, phone numbers, logins, or names in quotes';

/** The command line `lethe` understands. */
export function programFor(perform: Perform, surroundings: Omit<Surroundings, 'ask' | 'watchInterrupts'>): Command {
  const { out, err } = surroundings;
  const program = new Command('lethe')
    .exitOverride()
    .configureOutput({ writeOut: (text) => out.write(text), writeErr: (text) => err.write(text) })
    .description(
      'Anonymize a person in your help desk: keep the tickets and the numbers, lose the person, and prove it.',
    )
    .option('--config <file>', 'settings: hosts, storage, operator (default: LETHE_CONFIG, else the sandbox alone)')
    .option('--rules <file>', 'rules instead of those in the settings')
    .option('--json', 'one JSON document on standard output');
  const run = (work: Work): Promise<void> => perform(work, program.opts<CommonOptions>());
  addPeopleCommands(program, run);
  addDueCommand(program, run);
  addRunCommands(program, run);
  addLedgerCommands(program, run);
  addCertificateCommands(program, run);
  addServerCommands(program, run, surroundings);
  return program;
}

type Start = (work: Work) => Promise<void>;

function addPeopleCommands(program: Command, start: Start): void {
  program
    .command('try')
    .description('the whole way on the sandbox, in one go')
    .action(() => start(tryIt()));
  program
    .command('hosts')
    .description('which hosts there are, whether they can be used, what they cannot blank')
    .action(() => start(listHosts()));
  program
    .command('sign-in')
    .description('sign in to a host in your browser, where its settings ask for that')
    .argument('[host]', 'the host, if there are several')
    .action((host: string | undefined) => start(signIn(host)));
  program
    .command('find')
    .description('which accounts go by these')
    .argument('<whom...>', whom)
    .option('--host <name>', 'the host, if there are several')
    .action((texts: string[], options: PeopleOptions) => start(find(texts, options)));
  peopleCommand(
    program,
    'plan',
    'dry run: shows what would be blanked, kept and cannot be; changes nothing in the host',
  ).action((texts: string[], options: PeopleOptions) => start(plan(texts, options)));
  peopleCommand(program, 'anonymize', 'blanks the person and proves it; asks for a typed confirmation first')
    .option('--confirm <phrase>', "the phrase of the plan reviewed before, e.g. 'ANONYMIZE 17'")
    .option(...waiting)
    .action((texts: string[], options: AnonymizeOptions) => start(anonymize(texts, options)));
}

function addDueCommand(program: Command, start: Start): void {
  program
    .command('due')
    .description('whose time has come, of everybody the host lists; changes nothing')
    .requiredOption('--kinds <kinds>', 'which kinds of people, parted by commas: candidate,employee')
    .requiredOption('--older-than <days>', 'for how many days nothing happened to them, or all')
    .option('--host <name>', 'the host, if there are several')
    .action((options: DueOptions) => start(due(options)));
}

function peopleCommand(program: Command, name: string, description: string): Command {
  return program
    .command(name)
    .description(description)
    .argument('[whom...]', whom)
    .option('--host <name>', 'the host, if there are several')
    .option('--id <id>', 'the id of the account in the host')
    .option('--also <text...>', 'what else the person goes by: an old name, a private address')
    .option('--acknowledge <code...>', 'obstacles to go on in spite of')
    .option('--only <case>', 'the id of the one case it is about: the account and its other cases stay');
}

function addRunCommands(program: Command, start: Start): void {
  program
    .command('resume')
    .description('goes on with a run that stopped or was killed')
    .argument('[run]', 'the run, if several are open')
    .option('--accept-refused', 'finish the person although the host refused some steps; they are reported as gaps')
    .option(...waiting)
    .action((run: string | undefined, options: ResumeOptions) => start(resume(run, options)));
  program
    .command('call-off')
    .description('gives a stopped run up: its secrets are destroyed, and it cannot be resumed')
    .argument('<run>', 'the run')
    .action((run: string) => start(callOff(run)));
  program
    .command('runs')
    .description('all runs')
    .action(() => start(listRuns()));
  program
    .command('verify')
    .description('reads everything a run blanked again; hunts for the person again if told whom')
    .argument('[whom...]', `${whom} to hunt for`)
    .option('--run <id>', 'the run (default: the newest)')
    .action((texts: string[], { run }: { run?: string }) => start(verify(run, texts)));
  program
    .command('report')
    .description('what a run did and could not do, to file away')
    .argument('[run]', 'the run (default: the newest)')
    .option('--out <file>', 'also write it: .json as JSON, anything else as Markdown')
    .action((run: string | undefined, options: { out?: string }) => start(report(run, options)));
}

function addLedgerCommands(program: Command, start: Start): void {
  const ledger = program.command('ledger').description('the ledger of everything that was done');
  ledger
    .command('verify')
    .description('whether it is whole and in order')
    .option('--head <hash>', 'a head noted earlier')
    .action((options: { head?: string }) => start(verifyLedgerChain(options)));
  ledger
    .command('export')
    .description('all of it, an entry a line: what certificates are verified with elsewhere')
    .argument('<file>', 'a new file')
    .action((file: string) => start(exportLedger(file)));
}
