import { CommanderError } from 'commander';
import type { Work } from './commands/command.ts';
import { exitCodes } from './exit-code.ts';
import type { ExitName } from './exit-code.ts';
import { watchInterrupts } from './interrupt.ts';
import { showFrames, terminalOutput } from './output/terminal.ts';
import { troubleOf } from './output/trouble.ts';
import { programFor } from './program.ts';
import type { CommonOptions } from './program.ts';
import { openSession } from './session.ts';

async function perform(work: Work, options: CommonOptions): Promise<void> {
  process.exitCode = exitCodes[await exitOf(work, options)].code;
}

async function exitOf(work: Work, { config, rules, json = false }: CommonOptions): Promise<ExitName> {
  const output = terminalOutput({ json });
  try {
    const files = { config: config ?? process.env['LETHE_CONFIG'], rules };
    const session = await openSession(
      files,
      output,
      watchInterrupts((text) => output.note(text)),
    );
    try {
      return await work(session);
    } finally {
      await session.close();
    }
  } catch (error) {
    const trouble = troubleOf(error);
    output.trouble(trouble);
    if (process.env['LETHE_DEBUG'] !== undefined) showFrames(error);
    return trouble.exit;
  }
}

try {
  await programFor(perform).parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  process.exitCode = error.exitCode === 0 ? 0 : exitCodes.usage.code;
}
