import { cp, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

const plugin = join(import.meta.dirname, '..');
/** What the package takes over as it stands; the program itself is built. */
const parts = ['manifest.json', 'requirements.json', 'translations', 'assets'];

/** Builds the program into a folder's assets and puts everything else beside it: the folder is then the app. */
export async function assemble(folder: string, build: (assets: string) => Promise<void>): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(join(folder, 'assets'), { recursive: true });
  for (const part of parts) await cp(join(plugin, 'app', part), join(folder, part), { recursive: true });
  await build(join(folder, 'assets'));
}
