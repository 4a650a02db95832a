import type { Reading as Answer, Spot, SpotId } from '@lethe/core';
import { pMapIterable } from 'p-map';
import * as api from './api.ts';
import { ifThere } from './ask.ts';
import { dossierOf } from './dossier.ts';
import { helpSpots } from './help-center.ts';
import { spotsOfAccount } from './listing.ts';
import { AT_ONCE } from './people.ts';
import { placeOf } from './place.ts';
import type { Owner, Place } from './place.ts';
import { settingFor, spotsIn, viewOf } from './reading.ts';
import type { Beside, Found, Reading } from './reading.ts';
import type { Ticket } from './schema.ts';
import { suspendedSpots } from './suspended.ts';

interface Asked {
  readonly spot: SpotId;
  readonly place: Place;
}

/** Reads spots again: a hundred tickets in one call, comments once a ticket, a user, the queue and the Help Center once. */
export async function* rereadSpots(reading: Reading, spots: readonly SpotId[]): AsyncGenerator<Answer> {
  const asked = spots.flatMap((spot): Asked[] => {
    const place = placeOf(spot);
    return place === undefined ? [] : [{ spot, place }];
  });
  const of = (owner: Owner): readonly Asked[] => asked.filter(({ place }) => place.owner === owner);
  yield* rereadTickets(reading, of('ticket'));
  const suspended = of('suspended');
  if (suspended.length > 0) yield* answers(suspended, await suspendedSpots(reading.line));
  for (const [user, some] of byKey(of('help'))) yield* answers(some, await helpSpots(reading.line, user));
  for (const [user, some] of byKey(of('user'))) {
    const whole = await ifThere(api.userById(reading.line, String(user)));
    const sessions = reading.options.sessions && some.some(({ place }) => place.part === 'sessions');
    const options = { ...reading.options, sessions };
    yield* answers(some, whole === undefined ? [] : await spotsOfAccount({ ...reading, options }, whole));
  }
}

function answers(asked: readonly Asked[], found: readonly Spot[], ticket?: Ticket): readonly Answer[] {
  const now = new Map(found.map((spot) => [spot.id, spot.content]));
  const dossier = ticket === undefined ? {} : { dossier: dossierOf(ticket) };
  return asked.map(({ spot }) => ({ spot, content: now.get(spot) ?? 'gone', ...dossier }));
}

function byKey(asked: readonly Asked[]): ReadonlyMap<number, readonly Asked[]> {
  const groups = new Map<number, Asked[]>();
  for (const one of asked) groups.set(one.place.key, [...(groups.get(one.place.key) ?? []), one]);
  return groups;
}

async function* rereadTickets(reading: Reading, asked: readonly Asked[]): AsyncGenerator<Answer> {
  if (asked.length === 0) return;
  const groups = byKey(asked);
  const found = await ticketsNow(reading, [...groups.keys()], asked);
  const setting = await settingFor(reading, found.tickets);
  const tickets = new Map(found.tickets.map((ticket) => [ticket.id, ticket]));
  const views = pMapIterable(
    groups,
    async ([number, some]) => {
      const ticket = tickets.get(number);
      const view =
        ticket === undefined ? undefined : await viewOf(reading, { ticket, setting, found }, besideFor(some));
      return view === undefined ? answers(some, []) : answers(some, spotsIn(view), ticket);
    },
    { concurrency: AT_ONCE },
  );
  for await (const some of views) yield* some;
}

/** What has to be read beside a ticket so that these spots of it can be answered. */
function besideFor(asked: readonly Asked[]): Beside {
  const has = (...parts: readonly string[]): boolean => asked.some(({ place }) => parts.includes(place.part));
  return {
    comments: asked.some(({ place }) => place.comment !== undefined) || has('chat', 'chatfile'),
    copies: has('ccs'),
    audits: has('audit'),
    side: has('sidetext'),
  };
}

async function ticketsNow({ line }: Reading, numbers: readonly number[], asked: readonly Asked[]): Promise<Found> {
  const found: Found = {
    tickets: [],
    users: new Map(),
    wanted: new Set(asked.flatMap(({ place }) => (place.part === 'follower' ? [Number(place.which)] : []))),
  };
  const tickets: Ticket[] = [];
  for (let at = 0; at < numbers.length; at += 100) {
    const page = await api.ticketsByNumber(line, numbers.slice(at, at + 100));
    tickets.push(...page.rows);
    for (const user of page.users) found.users.set(user.id, user);
  }
  return { ...found, tickets };
}
