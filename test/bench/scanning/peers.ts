/** Other programs that look for many literals in a file, where they are installed: MB a second of their own time. */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

/** A file to be searched, and where other files may be written. */
export interface Searched {
  readonly folder: string;
  readonly file: string;
  readonly bytes: number;
}

const LONGEST = 120_000;
const PASSES = 2;
const source = fileURLToPath(new URL('literals.c', import.meta.url));

/** The best of some passes; nothing where the program is not installed or takes too long. */
export function rateOf(
  peer: 'rg' | 'grep' | 'hyperscan',
  literals: readonly string[],
  searched: Searched,
): number | undefined {
  const list = join(searched.folder, `literals-${literals.length}.txt`);
  writeFileSync(list, `${literals.join('\n')}\n`);
  if (peer === 'hyperscan') return hyperscanRate(list, searched);
  const program = peer === 'rg' ? 'rg -j1 -a -F -i -c -f' : 'grep -a -F -i -c -f';
  const rates = Array.from({ length: PASSES }, () =>
    rateOfProgram(`${program} ${list} ${searched.file}`, searched.bytes),
  );
  return rates.reduce((best, rate) => (rate === undefined || (best ?? 0) > rate ? best : rate), undefined);
}

/** Bash says how long a program ran on the processor, however busy the machine is. */
function rateOfProgram(command: string, bytes: number): number | undefined {
  const { status, stderr } = spawnSync('bash', ['-c', `TIMEFORMAT='time %U %S'; time ${command} > /dev/null`], {
    env: { ...process.env, LC_ALL: 'C' },
    timeout: LONGEST,
    encoding: 'utf8',
  });
  const [, user, system] = /time ([\d.]+) ([\d.]+)/.exec(stderr) ?? [];
  const isDone = (status === 0 || status === 1) && user !== undefined && system !== undefined;
  return isDone && !stderr.includes('not found') ? bytes / (Number(user) + Number(system)) / 1e6 : undefined;
}

function hyperscanRate(list: string, { folder, file, bytes }: Searched): number | undefined {
  const program = join(folder, 'literals');
  const built = spawnSync('gcc', ['-O2', '-o', program, source, '-lhs']);
  if (built.status !== 0) return undefined;
  const { status, stdout } = spawnSync(program, [list, file], { timeout: LONGEST, encoding: 'utf8' });
  if (status !== 0) return undefined;
  const { seconds } = z.object({ seconds: z.number() }).parse(JSON.parse(stdout));
  return bytes / seconds / 1e6;
}
