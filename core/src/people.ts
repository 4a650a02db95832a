import type { Finder } from './finding/finder.ts';
import type { How } from './finding/why.ts';
import type { Host, Person } from './host.ts';
import type { Identifiers } from './identifiers.ts';
import { identifierKinds } from './identifiers.ts';
import type { Personal } from './personal.ts';

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

const looseWritings: ReadonlySet<How> = new Set([
  'initial',
  'nickname',
  'part-of-name',
  'local-part',
  'address-around',
  'unfiled',
]);

function goesBy({ name, identifiers }: Person, finder: Finder): boolean {
  const known = [name, ...identifierKinds.flatMap((kind) => identifiers[kind])];
  return known.some((text) => isNamedIn(text, finder));
}

/** An initial, a nickname or what stands before somebody's `@` may mean the person in a text; it makes nobody the same account. */
function isNamedIn(text: Personal, finder: Finder): boolean {
  const full = finder.find(text, 'plain').filter(({ how }) => !looseWritings.has(how));
  return full.some(({ sure }) => sure === 'certain') || (full.length > 0 && finder.isTheirs(text));
}
