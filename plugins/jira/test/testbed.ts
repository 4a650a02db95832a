import type { Clock, Plan, SpotId } from '@lethe/core';
import type { Ground, Testbed, World } from '@lethe/core/testing';
import { docOf } from './fake/adf.ts';
import { editIssue } from './fake/changing.ts';
import { editComment } from './fake/comment-editing.ts';
import { dumpOf, talliesOf } from './fake/dump.ts';
import type { Jira } from './fake/jira.ts';
import { Seed } from './fake/seed.ts';
import { FakeJira } from './fake/server.ts';
import type { Site } from './fake/site.ts';
import { textsOf } from './texts.ts';
import type { Way } from './ways.ts';
import { fillWith, worldDetails } from './world-in-jira.ts';
import { jiraHost, personIdOf } from '../src/index.ts';
import type { JiraHostOptions } from '../src/index.ts';
import { placeOf } from '../src/place.ts';

/** What a testbed may be told: the way in, and options of the host. */
export interface Bed {
  readonly way: Way;
  readonly options?: Omit<JiraHostOptions, 'clock'>;
  /** How the site differs from a plain one. */
  readonly site?: Partial<Site>;
}

/** The details of a world's people that say who they are. */
const identifying = {
  phone: [worldDetails.phone],
  // Jira's search knows the account's own name and address alone.
  externalId: [worldDetails.login, worldDetails.address],
};

/** Jira's fake as a testbed. */
export function jiraTestbed(bed: Bed): Testbed {
  // Rights, the account and its profile, redaction, fields, one search, changelogs, the mark, the account read again: as many
  // for a small world as for a large one.
  return { allowance: 20, kills: 4, build: async (world, clock) => build(bed, world, clock) };
}

async function build({ way, options = {}, site = {} }: Bed, world: World, clock: Clock): Promise<Ground> {
  const seed = new Seed(clock);
  const { jira } = seed;
  jira.configure(site);
  const accounts = fillWith(seed, world);
  const fake = await FakeJira.start(seed, { clock });
  const stored = [...dumpOf(jira)].join('\n');
  const { port, close } = await way.open(fake);
  return {
    host: jiraHost(port, { details: identifying, ...options, clock }),
    target: personIdOf(accounts.get(world.target.key) ?? ''),
    placed: world.secrets.filter(({ text }) => stored.includes(text)).map(({ label }) => label),
    dump: async function* () {
      yield* fake.dump();
    },
    texts: async () => textsOf(jira, options.account ?? 'erase'),
    tallies: async () => talliesOf(jira),
    edit: async (spot, text) => {
      edit(jira, seed.admin, { spot, text });
    },
    faults: {
      impossible: {
        half: 'With two issues no call carries more than one; bulk edits that leave issues out have a test.',
      },
      set: (fault) => {
        fake.faults.set(fault);
      },
      clear: () => {
        fake.faults.clear();
      },
    },
    calls: () => ({ all: fake.made.length, writes: fake.made.filter(({ isWrite }) => isWrite).length }),
    lowerBound: fewestFor,
    logged: () => [],
    close: async () => {
      close();
      await fake.close();
    },
  };
}

/** A colleague edits a text of an issue, or a comment. */
function edit(jira: Jira, by: string, { spot, text }: { readonly spot: SpotId; readonly text: string }): void {
  const place = placeOf(spot);
  if (place === undefined || !('issue' in place)) throw new RangeError('There is no such spot to edit.');
  if (place.is === 'comment') {
    editComment(jira, { id: Number(place.number), body: docOf(text), by, notify: false });
    return;
  }
  const field = place.is === 'field' ? place.field : place.is;
  const value = jira.field(field)?.kind === 'paragraph' ? docOf(text) : text;
  editIssue(jira, { issue: jira.issues.get(Number(place.issue)), by, values: { [field]: value }, notify: false });
}

/** A hundred issues come in one call, twice; comments, files, work logs and lists are changed one by one, an issue by itself at most. */
function fewestFor({ steps, kept, gaps }: Plan): number {
  const spots = [...steps, ...kept, ...gaps].flatMap(({ spot }) => placeOf(spot) ?? []);
  const pages = Math.ceil(new Set(spots.map((place) => ('issue' in place ? place.issue : ''))).size / 100);
  const places = steps.flatMap(({ spot }) => placeOf(spot) ?? []);
  const singly = places.filter(({ is }) => ['comment', 'worklog', 'attachment', 'watch', 'participants'].includes(is));
  const changed = new Set(
    places.flatMap((place) => ('issue' in place && !singly.includes(place) ? [place.issue] : [])),
  );
  const account = places.filter((place) => !('issue' in place));
  return 2 * pages + singly.length + changed.size + account.length;
}
