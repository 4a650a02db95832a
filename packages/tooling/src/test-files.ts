import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A file's path from the repository's root, with `/`, and its text. */
export interface TextFile {
  readonly path: string;
  readonly text: string;
}

const roots = ['core', 'plugins', 'packages', 'test'];
const notOurs = /(?:^|\/)(?:node_modules|dist|fixture|native)\//u;
const testFile = /\.(?:test|suite|e2e)\.tsx?$|^test\/(?:live|conformance)\/.*\.ts$/u;

/** Every file with tests: beside their sources, laws that every host is tried on, journeys in a browser, and the live ones. */
export function testFiles(repository: string): readonly TextFile[] {
  return roots
    .flatMap((root) => filesBelow(repository, root))
    .filter((path) => testFile.test(path))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(repository, path), 'utf8') }));
}

function filesBelow(repository: string, folder: string): string[] {
  return readdirSync(join(repository, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return notOurs.test(`${path}/`) ? [] : filesBelow(repository, path);
    return entry.isFile() ? [path] : [];
  });
}
