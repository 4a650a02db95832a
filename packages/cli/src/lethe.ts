import { CommanderError } from 'commander';
import type { Work } from './commands/command.ts';
import { exitCodes } from './exit-code.ts';
import type { ExitName } from './exit-code.ts';
import { framesOf, speakerFor } from './output/speaker.ts';
import { troubleOf } from './output/trouble.ts';
import { programFor } from './program.ts';
import type { CommonOptions } from './program.ts';
import { openSession } from './session.ts';
import type { Surroundings } from './surroundings.ts';

/** Runs one command line (without `node` and the program); answers the exit code. Throws nothing. */
export async function lethe(args: readonly string[], surroundings: Surroundings): Promise<number> {
  const codes: number[] = [];
  const perform = async (work: Work, options: CommonOptions): Promise<void> => {
    codes.push(exitCodes[await exitOf(work, options, surroundings)].code);
  };
  try {
    await programFor(perform, surroundings).parseAsync(args, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    codes.push(error.exitCode === 0 ? exitCodes.ok.code : exitCodes.usage.code);
  }
  return codes[0] ?? exitCodes.ok.code;
}

async function exitOf(work: Work, options: CommonOptions, surroundings: Surroundings): Promise<ExitName> {
  const { config, rules, json = false } = options;
  const { env, err } = surroundings;
  const output = speakerFor(surroundings, { json });
  try {
    const interrupted = surroundings.watchInterrupts((text) => output.note(text));
    const files = { config: config ?? env['LETHE_CONFIG'], rules };
    const session = await openSession(files, { env, output, interrupted, ask: surroundings.ask });
    try {
      return await work(session);
    } finally {
      await session.close();
    }
  } catch (error) {
    const trouble = troubleOf(error);
    output.trouble(trouble);
    if (env['LETHE_DEBUG'] !== undefined) err.write(framesOf(error));
    return trouble.exit;
  }
}
