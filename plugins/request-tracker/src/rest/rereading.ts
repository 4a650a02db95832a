import type { Dossier, Reading, Spot, SpotId } from '@lethe/core';
import { spotsOfAccount } from './listing.ts';
import type { RestReading } from './listing.ts';
import { dossierOf } from './ticket-view.ts';
import { ticketSpots } from './ticket-spots.ts';
import { viewsOf } from './views.ts';
import { personIdOf } from '../ids.ts';
import { placeOf } from '../place.ts';
import type { Place } from '../place.ts';

interface Asked {
  readonly spot: SpotId;
  readonly place: Place;
}

/** What stands in the row of a ticket itself: neither mails nor history have to be read for it. */
const inTicket = ['subject', 'merged', 'field', 'choice', 'fields', 'choices', 'cc', 'admincc', 'role'];

/** Reads spots again: fifty tickets in a call, their mails and history only where one of these is asked for. */
export async function* rereadOverRest(reading: RestReading, spots: readonly SpotId[]): AsyncGenerator<Reading> {
  if (spots.length === 0) return;
  const asked = spots.flatMap((spot): Asked[] => {
    const place = placeOf(spot);
    return place === undefined ? [] : [{ spot, place }];
  });
  yield* rereadTickets(
    reading,
    asked.filter(({ place }) => place.owner === 'ticket'),
  );
  const known = await reading.known.latest();
  for (const [user, some] of byOwner(asked.filter(({ place }) => place.owner === 'user')))
    yield* answers(some, await spotsOfAccount(reading, personIdOf(user), known));
}

async function* rereadTickets(reading: RestReading, asked: readonly Asked[]): AsyncGenerator<Reading> {
  const { fields } = await reading.known.latest();
  const left = new Map(byOwner(asked));
  const isDeep = (some: readonly Asked[]): boolean => some.some(({ place }) => !inTicket.includes(place.part));
  for (const depth of ['tallies', 'all'] as const) {
    const numbers = [...left].filter(([, some]) => isDeep(some) === (depth === 'all')).map(([number]) => number);
    for await (const view of viewsOf(reading.transport, numbers, depth)) {
      const some = left.get(view.ticket.id) ?? [];
      left.delete(view.ticket.id);
      yield* answers(some, ticketSpots(view, { fields, people: new Set() }), dossierOf(view));
    }
  }
  // What is not there any more, or was merged into another ticket since.
  for (const some of left.values()) yield* answers(some, []);
}

function byOwner(asked: readonly Asked[]): ReadonlyMap<string, readonly Asked[]> {
  const groups = new Map<string, Asked[]>();
  for (const one of asked) groups.set(one.place.key, [...(groups.get(one.place.key) ?? []), one]);
  return groups;
}

/** What was asked for in one place, from all spots found there now; what is not among them is gone. */
function answers(asked: readonly Asked[], found: readonly Spot[], dossier?: Dossier): readonly Reading[] {
  const now = new Map(found.map((spot) => [spot.id, spot.content]));
  return asked.map(({ spot }) => ({
    spot,
    content: now.get(spot) ?? 'gone',
    ...(dossier === undefined ? {} : { dossier }),
  }));
}
