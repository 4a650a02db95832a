import { rightsOf } from '@lethe/core';
import type { Actor } from '@lethe/core';
import { rightObstacles } from '@lethe/review';
import type { Desk } from '@lethe/review';
import { Refusal } from '../http/refusal.ts';
import type { Desks } from './desk.ts';

/** A desk to look people up at, and whether names are shortened there for whoever looks. */
export interface LookingDesk {
  readonly desk: Desk;
  readonly masked: boolean;
}

/** The desk of somebody who may look at a host; only those who may run see names in full. Throws `Refusal` for everybody else. */
export async function lookingDesk(desks: Desks, actor: Actor, host: string): Promise<LookingDesk> {
  const desk = await desks.deskFor(host, actor);
  if ((await rightObstacles(desk, 'preview')).length > 0) throw new Refusal('right-missing');
  return { desk, masked: !rightsOf(await desk.actor(), await desk.permissions()).includes('run') };
}
