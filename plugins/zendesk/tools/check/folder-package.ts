import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { AppPackage } from './app-package.ts';

/** Reads a folder as the package it would become; links are named, not followed. */
export async function packageInFolder(folder: string): Promise<AppPackage> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const pathOf = (entry: (typeof entries)[number]) =>
    relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/');
  const links = entries.filter((entry) => entry.isSymbolicLink()).map(pathOf);
  const paths = entries.filter((entry) => entry.isFile()).map(pathOf);
  const files = new Map<string, Uint8Array>();
  for (const path of paths.filter((path) => !path.startsWith('tmp/')).sort())
    files.set(path, await readFile(join(folder, path)));
  return { files, links };
}
