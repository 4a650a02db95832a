import { Fenced, HostError, RuleError } from '@lethe/core';
import type { HostErrorCode, Obstacle } from '@lethe/core';
import { SettingsError } from '@lethe/settings';
import { StorageError } from '@lethe/storage';
import type { ExitName } from '../exit-code.ts';
import { Stop } from '../stop.ts';

/** What went wrong, as it is told: one sentence, what to do, and the exit. */
export interface Trouble {
  readonly exit: ExitName;
  readonly says: string;
  readonly remedy?: string | undefined;
}

/** Turns anything thrown into what is told. Only messages of our own errors are shown: they hold no personal data. */
export function troubleOf(error: unknown): Trouble {
  if (error instanceof Stop) return { exit: error.exit, says: error.message, remedy: error.remedy };
  if (error instanceof SettingsError) return { exit: 'configuration', says: error.message, remedy: error.remedy };
  if (error instanceof HostError) return { exit: 'host', says: error.message, remedy: hostRemedies[error.code] };
  if (error instanceof RuleError) return { exit: 'configuration', says: error.message };
  if (error instanceof StorageError) return { exit: 'storage', says: error.message };
  if (error instanceof Fenced) return { exit: 'stopped', says: error.message };
  return {
    exit: 'bug',
    says: `lethe met a fault of its own (${error instanceof Error ? error.name : 'unknown'}).`,
    remedy: 'Run it again with LETHE_DEBUG=1 to see where, and report that.',
  };
}

const hostRemedies: Readonly<Partial<Record<HostErrorCode, string>>> = {
  'signed-out': 'Check the key in the environment variable the settings name; where one signs in, run lethe sign-in.',
  'not-permitted': 'See the README of the plugin for the rights it needs.',
  down: 'Check the address, and that the host is up.',
  'too-fast': 'Try again later.',
  unreadable: 'Check that the address is the one of the host itself, not of a sign-in page or a proxy.',
};

/** Obstacles as lines: what is in the way and the way out. */
export function obstacleLines(obstacles: readonly Obstacle[]): string {
  return obstacles
    .map(
      ({ code, says, remedy, acknowledgeable }) =>
        `  - ${says} ${remedy}${acknowledgeable === true ? ` (or acknowledge it: --acknowledge ${code})` : ''}`,
    )
    .join('\n');
}
