/** Other programs that look for many literals in a file, where they are installed. */
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

const LONGEST = 90_000;
const PASSES = 3;
const source = fileURLToPath(new URL('literals.c', import.meta.url));

/** MB/s of a program, the best of three passes; nothing where it is not installed or takes too long. */
export function rateOf(
  peer: 'rg' | 'grep' | 'hyperscan',
  literals: readonly string[],
  searched: Searched,
): number | undefined {
  const list = join(searched.folder, `literals-${literals.length}.txt`);
  writeFileSync(list, `${literals.join('\n')}\n`);
  if (peer === 'hyperscan') return hyperscanRate(list, searched);
  const [program, args] =
    peer === 'rg'
      ? ['rg', ['-j1', '-a', '-F', '-i', '-c', '-f', list]]
      : ['grep', ['-a', '-F', '-i', '-c', '-f', list]];
  let best: number | undefined;
  for (let pass = 0; pass < PASSES; pass += 1) {
    const start = performance.now();
    const { status } = spawnSync(program, [...args, searched.file], {
      env: { ...process.env, LC_ALL: 'C' },
      timeout: LONGEST,
    });
    const took = performance.now() - start;
    if (status !== 0 && status !== 1) return best;
    best = Math.max(best ?? 0, searched.bytes / took / 1e3);
    if (took > LONGEST / PASSES) break;
  }
  return best;
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
