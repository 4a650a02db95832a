import type { Plan, SpotId } from '@lethe/core';
import { timeNeeded } from '../../governor/time-needed.ts';
import type { WorkCounts } from '../../governor/time-needed.ts';
import type { Limit } from '../../governor/limits.ts';
import { groupSteps } from '../../group.ts';
import { placeOf } from '../../place.ts';
import type { Place } from '../../place.ts';

/** Seconds a plan needs at these limits: everything read again, changed, and read once more. */
export function estimateFor(plan: Plan, limits: readonly Limit[]): number {
  return Math.ceil(timeNeeded(workOf(plan), limits));
}

/** A run finds what there is before it begins, and reads it again afterwards. */
const READINGS = 2;
/** Settings, the sign-in, the person, their lists and queues: as many for a small plan as for a large one. */
const AROUND = 15;

/** Calls a plan takes, counted from its spots as the host would group them. */
export function workOf({ steps, kept, gaps }: Plan): WorkCounts {
  const tickets = ticketsIn([...steps, ...kept, ...gaps].map(({ spot }) => spot));
  const groups = groupSteps(steps.map(({ id, spot, kind, verb }) => ({ id, spot, kind, verb })));
  const places = groups.flatMap(({ steps: [first] }) => (first === undefined ? [] : (placeOf(first.spot) ?? [])));
  const redactions = places.filter(isRedaction);
  const byTicket = new Map<number, number>();
  for (const { key } of redactions) byTicket.set(key, (byTicket.get(key) ?? 0) + 1);
  const ofUser = places.filter(({ owner }) => owner === 'user');
  const identities = ofUser.filter(({ part }) => part === 'identity' || part === 'sessions').length;
  return {
    reads: tickets.size * READINGS + AROUND,
    searches: READINGS * (1 + identities),
    redactionsByTicket: [...byTicket.values()],
    ticketUpdates: places.length - redactions.length - ofUser.length,
    userUpdates: ofUser.length - identities,
    identities,
  };
}

function isRedaction({ owner, comment, part }: Place): boolean {
  return owner === 'ticket' && (comment !== undefined || part.startsWith('chat'));
}

function ticketsIn(spots: readonly SpotId[]): ReadonlySet<number> {
  const places = spots.flatMap((spot) => placeOf(spot) ?? []);
  return new Set(places.flatMap(({ owner, key }) => (owner === 'ticket' ? [key] : [])));
}
