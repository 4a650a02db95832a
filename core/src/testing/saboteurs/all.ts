import { gossips } from './gossips.ts';
import { groupers } from './groupers.ts';
import { hiders } from './hiders.ts';
import { liars } from './liars.ts';
import { meddlers } from './meddlers.ts';
import type { Saboteur } from './saboteur.ts';

/** Every saboteur there is. */
export const saboteurs: readonly Saboteur[] = [...liars, ...hiders, ...meddlers, ...groupers, ...gossips];
