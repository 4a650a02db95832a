import { changedHost } from '@lethe/core';
import type { Host, Person, PersonKind } from '@lethe/core';

/** A host whose people are of the kind that somebody else tells, where the host itself cannot: by mail domain or mark. */
export function withKinds(host: Host, kindOf: (person: Person) => PersonKind): Host {
  return changedHost(host, {
    async *findPeople(query) {
      for await (const person of host.findPeople(query)) yield { ...person, kind: kindOf(person) };
    },
  });
}
