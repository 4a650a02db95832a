import type { Content, Host, Person, PersonId, Spot, SpotId } from '../../host.ts';
import { mint } from '../mint.ts';
import { but, law } from './saboteur.ts';
import type { Saboteur } from './saboteur.ts';

/** Hosts that do not show all there is, or show it wrongly. */
export const hiders: readonly Saboteur[] = [
  {
    that: 'leaves attachments out of its listing',
    caughtBy: law(2, 'still in the host'),
    wrap: (host) => listing(host, (spot) => spot.kind !== 'attachment'),
  },
  {
    that: 'forgets closed tickets',
    caughtBy: law(2, 'still in the host'),
    wrap: (host) => listing(host, ({ of }) => of.type !== 'dossier' || of.state !== 'closed'),
  },
  {
    that: 'calls two spots the same',
    caughtBy: law(1, 'lists a spot twice'),
    wrap: (host) => renamed(host, (id) => mint('spot', id.replace('/phone-2', '/phone-1').replace('/to', '/from'))),
  },
  { that: 'calls a spot otherwise in each listing', caughtBy: law(1, 'gives another plan'), wrap: restless },
  {
    that: 'reads another text than it lists',
    caughtBy: law(1, 'reads otherwise than it was listed'),
    wrap: (host) =>
      but(host, {
        reread: async function* (spots) {
          for await (const reading of host.reread(spots))
            yield reading.spot.endsWith('/title') ? { ...reading, content: { form: 'hidden' as const } } : reading;
        },
      }),
  },
  {
    that: 'leaves spots out of its readings',
    caughtBy: law(1, 'Not each spot was read'),
    wrap: (host) =>
      but(host, { reread: (spots) => host.reread(spots.filter((spot) => !spot.endsWith('/description'))) }),
  },
  {
    that: 'shows what stood there when it was first asked, until it writes there',
    caughtBy: law(7, 'is not called stale'),
    wrap: outdated,
  },
  {
    that: 'finds nobody by login',
    caughtBy: law(1, 'does not find the target by what it knows'),
    wrap: (host) =>
      but(host, {
        findPeople: (query) =>
          host.findPeople(query.by === 'identifiers' ? { ...query, who: { ...query.who, logins: [] } } : query),
      }),
  },
  {
    that: 'goes on finding people by what they were called',
    caughtBy: law(2, 'still finds the target'),
    wrap: remembering,
  },
  {
    that: 'leaves somebody out of its list of everybody',
    caughtBy: law(12, 'is not in the list of everybody'),
    wrap: (host) => listingPeople(host, (people) => people.slice(1)),
  },
  {
    that: 'lists somebody twice',
    caughtBy: law(12, 'is listed twice'),
    wrap: (host) => listingPeople(host, (people) => [...people, ...people.slice(-1)]),
  },
  { that: 'reads each spot with a call of its own', caughtBy: law(9, 'calls; at most'), wrap: oneByOne },
];

function listingPeople(host: Host, change: (people: readonly Person[]) => readonly Person[]): Host {
  return but(host, {
    findPeople: async function* (query) {
      const people: Person[] = [];
      for await (const person of host.findPeople(query)) people.push(person);
      yield* query.by === 'everybody' ? change(people) : people;
    },
  });
}

/** A search index that is never brought up to date. */
function remembering(host: Host): Host {
  const known = new Map<PersonId, Person>();
  return but(host, {
    findPeople: async function* (query) {
      for await (const person of host.findPeople(query)) if (!known.has(person.id)) known.set(person.id, person);
      yield* known.values();
    },
  });
}

/** Remembers each content for good, and forgets it where it writes. */
function outdated(host: Host): Host {
  const known = new Map<SpotId, Content | 'gone'>();
  const remembered = <T extends Content | 'gone'>(id: SpotId, now: T): Content | T | 'gone' => {
    const content = known.get(id) ?? now;
    known.set(id, content);
    return content;
  };
  return but(host, {
    spots: async function* (scopes) {
      for await (const spot of host.spots(scopes)) {
        const content = remembered(spot.id, spot.content);
        if (content !== 'gone') yield { ...spot, content };
      }
    },
    apply: (group) => {
      for (const { spot } of group.steps) known.delete(spot);
      return host.apply(group);
    },
    reread: async function* (spots) {
      for await (const reading of host.reread(spots))
        yield { ...reading, content: remembered(reading.spot, reading.content) };
    },
  });
}

function listing(host: Host, shows: (spot: Spot) => boolean): Host {
  return but(host, {
    spots: async function* (scopes) {
      for await (const spot of host.spots(scopes)) if (shows(spot)) yield spot;
    },
  });
}

function renamed(host: Host, rename: (id: SpotId) => SpotId): Host {
  return but(host, {
    spots: async function* (scopes) {
      for await (const spot of host.spots(scopes)) yield { ...spot, id: rename(spot.id) };
    },
  });
}

/** Numbers each listing and writes the number into the ids of titles. */
function restless(host: Host): Host {
  const names = new Map<SpotId, SpotId>();
  const known = (id: SpotId): SpotId => names.get(id) ?? id;
  let listings = 0;
  return but(host, {
    spots: async function* (scopes) {
      listings += 1;
      for await (const spot of host.spots(scopes)) {
        const id = spot.kind === 'dossier.title' ? mint('spot', `${spot.id}-${listings}`) : spot.id;
        names.set(id, spot.id);
        yield { ...spot, id };
      }
    },
    apply: (group) => host.apply({ ...group, steps: group.steps.map((step) => ({ ...step, spot: known(step.spot) })) }),
    reread: async function* (spots) {
      const asked = new Map(spots.map((id) => [known(id), id]));
      for await (const reading of host.reread([...asked.keys()]))
        yield { ...reading, spot: asked.get(reading.spot) ?? reading.spot };
    },
  });
}

function oneByOne(host: Host): Host {
  return but(host, {
    reread: async function* (spots) {
      for (const spot of spots) yield* host.reread([spot]);
    },
  });
}
