import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Host } from '@lethe/core';
import { HostError } from '@lethe/core';
import { onDisk } from './disk-error.ts';
import { hostOn } from './host.ts';
import type { DeskFacts } from './schema.ts';
import { Desk, deskFolders } from './store.ts';
import { worldFiles } from './world/world.ts';
import type { DeskFile, WorldSize } from './world/world.ts';

/** Which sandbox to open, and what it is made of if it is not there yet. */
export interface SandboxOptions {
  /** A folder of its own; made if it is missing. */
  readonly folder: string;
  /** Any text; another one gives another desk. An existing desk of another seed is not opened. */
  readonly seed?: string;
  /** 300 people and 1,500 tickets unless said otherwise. */
  readonly size?: WorldSize;
  /** The time, for the dates of changes. */
  readonly now?: () => Date;
}

const DESK = 'desk';
const MAKING = `${DESK}.making-`;
const ABANDONED_AFTER_MS = 60_000;
const usual: WorldSize = { people: 300, tickets: 1_500 };

/**
 * The embedded help desk in a folder: what is there is opened, else it is made, whole or not at all.
 * Throws `HostError` if the folder holds something else, or another sandbox than the one asked for.
 */
export async function sandboxHost(options: SandboxOptions): Promise<Host> {
  const { folder, seed, size, now = () => new Date() } = options;
  if (!existsSync(join(folder, DESK))) makeDesk(folder, worldFiles(seed ?? 'lethe', size ?? usual));
  onDisk(() => clearHalfMade(folder));
  const desk = new Desk(join(folder, DESK));
  if (!isAskedFor(desk.facts, options)) {
    throw new HostError(
      'rejected',
      'The folder holds a sandbox of another seed or size: choose another folder, or delete it to begin anew.',
    );
  }
  return hostOn(desk, { folder, now });
}

/** Puts a desk of these files into the folder. Whoever looks sees all of it or nothing. Throws `HostError`. */
export function makeDesk(folder: string, files: Iterable<DeskFile>): void {
  onDisk(() => {
    mkdirSync(folder, { recursive: true });
    refuseForeign(folder);
    const making = join(folder, `${MAKING}${randomUUID()}`);
    for (const name of deskFolders) mkdirSync(join(making, name), { recursive: true });
    for (const { name, text } of files) writeFileSync(join(making, name), text, { mode: 0o600 });
    moveInto(making, join(folder, DESK));
  });
}

/** What a killed process had begun to make may go; anything else in the folder is not ours to mix with. */
function refuseForeign(folder: string): void {
  const names = readdirSync(folder);
  if (names.every((name) => name.startsWith(MAKING))) return;
  throw new HostError('rejected', 'The folder for the sandbox holds other things: choose an empty one.');
}

/** If another process was faster, its desk is as good as ours. */
function moveInto(making: string, desk: string): void {
  try {
    renameSync(making, desk);
  } catch (error) {
    rmSync(making, { recursive: true, force: true });
    if (!existsSync(desk)) throw error;
  }
}

/** What a process killed while making a desk left behind would keep texts that are erased from the desk later. */
function clearHalfMade(folder: string): void {
  for (const name of readdirSync(folder).filter((one) => one.startsWith(MAKING))) {
    const path = join(folder, name);
    const made = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
    if (Date.now() - made > ABANDONED_AFTER_MS) rmSync(path, { recursive: true, force: true });
  }
}

function isAskedFor(facts: DeskFacts, { seed, size }: SandboxOptions): boolean {
  if (seed !== undefined && seed !== facts.seed) return false;
  return (
    size === undefined ||
    (size.people === facts.people && size.tickets === facts.tickets && size.bigPerson?.spots === facts.bigSpots)
  );
}
