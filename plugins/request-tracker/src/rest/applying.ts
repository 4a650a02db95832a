import { HostError } from '@lethe/core';
import type { Receipt, StepGroup } from '@lethe/core';
import { unknownSpot } from '@lethe/inside';
import { peopleParts } from './grouping.ts';
import { peopleWithout, valuesFor } from './values.ts';
import type { PlacedStep } from './values.ts';
import * as api from '../api.ts';
import * as write from '../api-write.ts';
import type { Transport } from '../call.ts';
import { placeOf } from '../place.ts';

/** Makes the call of a group. What is gone counts as blanked; throws `HostError` for everything else that fails. */
export async function applyOverRest(transport: Transport, { steps }: StepGroup): Promise<readonly Receipt[]> {
  const placed = steps.flatMap((step): PlacedStep[] => {
    const place = placeOf(step.spot);
    return place === undefined ? [] : [{ step, place }];
  });
  if (placed.length === 0 || placed.length < steps.length) throw unknownSpot();
  const claim = await claimOf(callOf(transport, placed));
  return steps.map(({ id }) => ({ step: id, claim }));
}

async function claimOf(call: Promise<boolean>): Promise<'done' | 'absent'> {
  try {
    return (await call) ? 'done' : 'absent';
  } catch (error) {
    if (error instanceof HostError && error.code === 'gone') return 'absent';
    throw error;
  }
}

/** Answers whether there was anything to change. */
async function callOf(transport: Transport, steps: readonly PlacedStep[]): Promise<boolean> {
  const [first] = steps;
  if (first === undefined) return false;
  const { owner, key, part } = first.place;
  if (peopleParts.includes(part)) return removePeople(transport, key, steps);
  if (part === 'access') await write.updateUser(transport, key, { Disabled: 1 });
  else if (owner === 'user') await write.updateUser(transport, key, valuesFor(steps));
  else await write.updateTicket(transport, key, valuesFor(steps));
  return true;
}

/** RT takes lists of people whole: they are read right before, so that nobody who came since is dropped. */
async function removePeople(transport: Transport, key: string, steps: readonly PlacedStep[]): Promise<boolean> {
  const [ticket] = await api.tickets(transport, `id = ${key} AND Type != 'none'`);
  if (ticket === undefined) return false;
  await write.updateTicket(transport, key, peopleWithout(ticket, steps));
  return true;
}
