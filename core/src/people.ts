import type { Finder } from './finding/finder.ts';
import type { Host, Person } from './host.ts';
import type { Identifiers } from './identifiers.ts';
import { identifierKinds } from './identifiers.ts';

/** What a lookup asks with: identifiers, and a finder for them. */
export interface Lookup {
  readonly who: Identifiers;
  readonly finder: Finder;
}

/** The accounts that go by one of the identifiers, each once. Hosts may list too many: others are dropped here. */
export async function peopleWith(host: Host, { who, finder }: Lookup): Promise<readonly Person[]> {
  const found = new Map<string, Person>();
  for await (const person of host.findPeople({ by: 'identifiers', who })) {
    if (goesBy(person, finder)) found.set(person.id, person);
  }
  return [...found.values()];
}

function goesBy({ name, identifiers }: Person, finder: Finder): boolean {
  const known = [name, ...identifierKinds.flatMap((kind) => identifiers[kind])];
  return known.some((text) => finder.isTheirs(text) || finder.mentions({ form: 'plain', text }));
}
