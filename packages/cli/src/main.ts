import { CommanderError } from 'commander';
import { exitCodes } from './exit-code.ts';
import type { ExitName } from './exit-code.ts';
import { watchInterrupts } from './interrupt.ts';
import { terminalOutput } from './output/terminal.ts';
import { troubleOf } from './output/trouble.ts';
import { programFor } from './program.ts';
import type { Perform } from './program.ts';
import { openSession } from './session.ts';
import type { Work } from './commands/command.ts';
import type { SettingsFiles } from './settings/settings.ts';

const perform: Perform = async (work, options) => {
  const files = { config: options.config ?? process.env['LETHE_CONFIG'], rules: options.rules };
  process.exitCode = exitCodes[await performed(work, files, options.json ?? false)].code;
};

async function performed(work: Work, files: SettingsFiles, json: boolean): Promise<ExitName> {
  const output = terminalOutput({ json });
  try {
    const session = await openSession(files, output, watchInterrupts());
    try {
      return await work(session);
    } finally {
      await session.close();
    }
  } catch (error) {
    output.settle();
    const { exit, says, remedy } = troubleOf(error);
    const text = remedy === undefined ? says : `${says} ${remedy}`;
    if (json) process.stdout.write(`${JSON.stringify({ error: exit, says, remedy: remedy ?? null }, undefined, 2)}\n`);
    else process.stderr.write(`${text}\n`);
    if (process.env['LETHE_DEBUG'] !== undefined) process.stderr.write(framesOf(error));
    return exit;
  }
}

/** Where it was thrown, without its message: that may hold what a host answered. */
function framesOf(error: unknown): string {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  return stack.split('\n').filter((line) => /^\s+at /.test(line)).concat('').join('\n');
}

try {
  await programFor(perform).parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  process.exitCode = error.exitCode === 0 ? 0 : exitCodes.usage.code;
}
