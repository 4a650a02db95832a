import type { Obstacle } from '../errors.ts';
import type { GuardSettings } from './guard-settings.ts';

/** What it means that somebody works here by now, as the settings treat that; `says` tells from what it is known. */
export function hiredObstacles(says: string, { cases: { hired } }: GuardSettings): readonly Obstacle[] {
  if (hired === 'allowed') return [];
  return [{ code: 'hired', says, remedy, ...(hired === 'acknowledged' ? { acknowledgeable: true } : {}) }];
}

const remedy =
  'Keep the data of whoever works here. An administrator may allow it in the settings: `guards.cases.hired`.';
