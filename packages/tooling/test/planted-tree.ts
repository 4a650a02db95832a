import { mkdtempSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A small monorepo in a temporary directory, laid out like this one, for planting faults in. */
export interface PlantedTree {
  readonly root: string;
  remove(): void;
}

/** Writes `files` (path to text) and links every `package.json` of ours under `node_modules/@lethe`. */
export function plantTree(files: Readonly<Record<string, string>>): PlantedTree {
  const root = mkdtempSync(join(tmpdir(), 'lethe-planted-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(root, dirname(path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  mkdirSync(join(root, 'node_modules/@lethe'), { recursive: true });
  for (const folder of Object.keys(files).flatMap(workspaceOf)) {
    symlinkSync(join(root, folder), join(root, 'node_modules/@lethe', folder.split('/').at(-1) ?? ''));
  }
  return { root, remove: () => rmSync(root, { recursive: true }) };
}

function workspaceOf(path: string): string[] {
  const found = /^((?:core|plugins\/[^/]+|packages\/[^/]+))\/package\.json$/u.exec(path);
  return found?.[1] === undefined ? [] : [found[1]];
}
