import { z } from 'zod';
import { runInside } from './inside.ts';

/** How much to make. */
export interface Bulk {
  /** Whose it is. */
  readonly person: number;
  readonly project: number;
  readonly issues: number;
  /** On each issue. */
  readonly notes: number;
}

/** Makes many issues and notes of one person, for measuring; gives the numbers of the issues. */
export async function makeBulk(bulk: Bulk): Promise<readonly number[]> {
  return z.object({ issues: z.array(z.number()) }).parse(await runInside('bulk.rb', bulk)).issues;
}
