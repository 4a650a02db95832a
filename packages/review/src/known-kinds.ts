import type { Host, Person, PersonKind } from '@lethe/core';

/** A host whose people are of the kind that somebody else tells, where the host itself cannot: by mail domain or mark. */
export function withKinds(host: Host, kindOf: (person: Person) => PersonKind): Host {
  return {
    profile: host.profile,
    preflight: () => host.preflight(),
    async *findPeople(query) {
      for await (const person of host.findPeople(query)) yield { ...person, kind: kindOf(person) };
    },
    spots: (scopes) => host.spots(scopes),
    group: (steps) => host.group(steps),
    apply: (group) => host.apply(group),
    reread: (spots) => host.reread(spots),
  };
}
