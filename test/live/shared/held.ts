import { readFile } from 'node:fs/promises';
import { z } from 'zod';

/** One thing a host holds: a cell of its database (`journals/12/notes`) or a file (`files/2026/11/x.txt`). */
export interface Held {
  readonly at: string;
  readonly text: string;
}

const line = z.union([z.object({ at: z.string(), text: z.string() }), z.object({ at: z.string(), path: z.string() })]);

/** What a dump printed, as JSON lines: `{ at, text }` for a cell, `{ at, path }` for a file, which is read. */
export async function heldIn(printed: string): Promise<readonly Held[]> {
  const lines = printed.split('\n').filter((text) => text !== '');
  return Promise.all(lines.map(async (text) => held(line.parse(JSON.parse(text)))));
}

async function held(found: z.infer<typeof line>): Promise<Held> {
  if ('text' in found) return found;
  return { at: found.at, text: `${found.at}\n${await readFile(found.path, 'utf8')}` };
}

/** Where one of the secrets stands, case and composition of letters aside. Innocent texts are taken out first. */
export function hunt(
  dump: readonly Held[],
  secrets: readonly string[],
  innocent: readonly string[] = [],
): readonly string[] {
  const fold = (text: string): string => text.normalize('NFKC').toLowerCase();
  const wanted = secrets.map(fold);
  const spared = innocent.map(fold);
  return dump.flatMap(({ at, text }) => {
    const searched = spared.reduce((rest, one) => rest.replaceAll(one, ''), fold(text));
    const found = wanted.filter((secret) => searched.includes(secret));
    return found.map((secret) => `${at}: secret ${wanted.indexOf(secret)}`);
  });
}

/** The places that are not the same in both dumps. */
export function changedCells(before: readonly Held[], after: readonly Held[]): readonly string[] {
  const [old, now] = [before, after].map((dump) => new Map(dump.map(({ at: cell, text }) => [cell, text])));
  const cells = new Set([...(old?.keys() ?? []), ...(now?.keys() ?? [])]);
  return [...cells].filter((cell) => old?.get(cell) !== now?.get(cell));
}
