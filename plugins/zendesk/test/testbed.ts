import type { Clock, Plan, SpotId } from '@lethe/core';
import type { Ground, Testbed, World } from '@lethe/core/testing';
import type { Account } from './fake/account.ts';
import { indexTicket } from './fake/changing.ts';
import { htmlOf } from './fake/comment-text.ts';
import { dumpOf, talliesOf } from './fake/dump.ts';
import { Seed } from './fake/seed.ts';
import { FakeZendesk } from './fake/server.ts';
import type { Zendesk } from './fake/zendesk.ts';
import { textsOf } from './texts.ts';
import { fillWith } from './world-in-zendesk.ts';
import type { Way } from './ways.ts';
import { groupSteps } from '../src/group.ts';
import { personIdOf, zendeskHost } from '../src/index.ts';
import type { ZendeskHostOptions } from '../src/index.ts';
import { placeOf } from '../src/place.ts';

/** What a testbed may be told: the way in, and options of the host. */
export interface Bed {
  readonly way: Way;
  readonly options?: Omit<ZendeskHostOptions, 'clock'>;
  /** How the account differs from a plain one. */
  readonly account?: Partial<Account>;
  readonly kills?: number;
}

/** Zendesk's fake as a testbed. */
export function zendeskTestbed(bed: Bed): Testbed {
  // Settings, the sign-in, the user, lists, a search for each identifier, types of fields, sessions, the queue, the Help
  // Center, tickets and the user read again: as many for a small world as for a large one.
  return { allowance: 45, kills: bed.kills ?? 4, build: async (world, clock) => build(bed, world, clock) };
}

async function build({ way, options = {}, account = {} }: Bed, world: World, clock: Clock): Promise<Ground> {
  const seed = new Seed(clock);
  const { zendesk } = seed;
  zendesk.configure({ sideConversations: false, ...account });
  const accounts = fillWith(seed, world);
  const fake = await FakeZendesk.start(zendesk, { clock, ...way.opening(seed) });
  const stored = [...dumpOf(zendesk)].join('\n');
  return {
    host: zendeskHost(way.portTo(fake), { ...options, clock }),
    target: personIdOf(accounts.get(world.target.key) ?? 0),
    placed: world.secrets.filter(({ text }) => stored.includes(text)).map(({ label }) => label),
    dump: async function* () {
      fake.settle();
      yield* dumpOf(zendesk);
    },
    texts: async () => textsOf(zendesk),
    tallies: async () => talliesOf(zendesk),
    edit: async (spot, text) => {
      edit(zendesk, spot, text);
    },
    faults: {
      impossible: {},
      set: (fault) => {
        fake.faults.set(fault);
      },
      clear: () => {
        fake.faults.clear();
      },
    },
    calls: () => ({ all: fake.made.length, writes: fake.made.filter(({ isWrite }) => isWrite).length }),
    lowerBound: (plan) => fewestFor(plan, options.auditLog === 'counted' ? 2 : 1),
    logged: () => [],
    close: () => fake.close(),
  };
}

/** A colleague edits a subject or a comment. */
function edit(zendesk: Zendesk, spot: SpotId, text: string): void {
  const place = placeOf(spot);
  if (place?.owner !== 'ticket') throw new RangeError('There is no such spot to edit.');
  if (place.comment !== undefined) zendesk.comments.update(place.comment, { html_body: htmlOf(text) });
  else zendesk.tickets.update(place.key, { subject: text });
  indexTicket(zendesk, place.key);
}

/** Each ticket is read once to be listed and once to be proven; then one call for each thing changed, and one to ask for jobs. */
function fewestFor({ steps, kept, gaps }: Plan, reads: number): number {
  const ticketsOf = (spots: readonly SpotId[]): number =>
    new Set(spots.map(placeOf).flatMap((place) => (place?.owner === 'ticket' ? [place.key] : []))).size;
  const listed = ticketsOf([...steps, ...kept, ...gaps].map(({ spot }) => spot));
  const redacted = steps.map(({ spot }) => spot).filter((spot) => placeOf(spot)?.comment !== undefined);
  const ready = steps.map(({ id, spot, kind, verb }) => ({ id, spot, kind, verb }));
  return listed * reads + ticketsOf(redacted) + groupSteps(ready).length;
}
