import { accessSync, constants } from 'node:fs';
import type { Host, Obstacle } from '@lethe/core';
import { profile } from './profile.ts';
import { findPeople, reread, spots } from './read.ts';
import type { Desk } from './store.ts';
import { apply, group } from './write.ts';

/** What a host on a desk needs besides the desk. */
export interface DeskSurroundings {
  readonly folder: string;
  /** For the dates of changes and of the mails about them. */
  readonly now: () => Date;
}

/** The port on a desk that is open. */
export function hostOn(desk: Desk, { folder, now }: DeskSurroundings): Host {
  const by = desk.facts.self ?? 'p1';
  return {
    profile,
    preflight: async () => obstaclesOf(folder),
    findPeople: (query) => findPeople(desk, query),
    spots: (scopes) => spots(desk, scopes),
    group,
    apply: async (calls) => apply(desk, calls, { by, at: now() }),
    reread: (ids) => reread(desk, ids),
  };
}

function obstaclesOf(folder: string): readonly Obstacle[] {
  try {
    accessSync(folder, constants.R_OK | constants.W_OK);
    return [];
  } catch {
    return [
      {
        code: 'host-right-missing',
        says: 'The folder of the sandbox may not be read or written.',
        remedy: 'Give this account the right to read and write it, or choose another folder.',
      },
    ];
  }
}
