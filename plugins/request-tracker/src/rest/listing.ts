import type { PersonId, Scope, Spot } from '@lethe/core';
import { accountSpots } from './account-spots.ts';
import type { Known, KnownOnce } from './known.ts';
import { ticketSpots } from './ticket-spots.ts';
import { viewsOf } from './views.ts';
import { ticketsWanted } from './wanted.ts';
import * as api from '../api.ts';
import type { Transport } from '../call.ts';
import type { RequestTrackerOptions } from '../options.ts';
import { userIfThere } from '../people.ts';
import type { People } from '../people.ts';

/** What reading over REST is done with. */
export interface RestReading {
  readonly transport: Transport;
  readonly options: RequestTrackerOptions;
  readonly known: KnownOnce;
  readonly people: People;
}

/** Spots of some scopes, each once; a person's own last. */
export async function* restSpots(reading: RestReading, scopes: readonly Scope[]): AsyncGenerator<Spot> {
  const known = await reading.known.fresh();
  const people = new Set(scopes.flatMap((scope) => (scope.by === 'person' ? [scope.person] : [])));
  const wanted = await ticketsWanted(reading.transport, scopes, known);
  for await (const view of viewsOf(reading.transport, wanted, 'all'))
    yield* ticketSpots(view, { fields: known.fields, people });
  for (const person of people) yield* await spotsOfAccount(reading, person, known);
}

/** Spots of an account as it is now; none if it is gone. */
export async function spotsOfAccount(
  { transport, options, people }: RestReading,
  number: PersonId,
  { fields }: Known,
): Promise<readonly Spot[]> {
  const user = await userIfThere(transport, number);
  if (user === undefined) return [];
  const [person, history] = await Promise.all([
    people.personOf(user),
    api.transactions(transport, [
      { field: 'ObjectType', value: 'RT::User' },
      { field: 'ObjectId', value: number },
    ]),
  ]);
  return accountSpots(user, { person, options, fields, history });
}
