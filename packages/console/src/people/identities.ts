import type { components } from '../api/schema.ts';

/** An account as the search answers it. */
export type FoundPerson = components['schemas']['FoundPerson'];

/** What the hosts answered. */
export type HostAnswers = readonly components['schemas']['HostAnswers'][];

/** Accounts that are one person, as far as can be told. */
export interface Identity {
  readonly accounts: readonly FoundPerson[];
}

/** All that a search came to. */
export interface Findings {
  readonly identities: readonly Identity[];
  /** What nobody goes by. */
  readonly unknown: readonly string[];
  /** What says too little to be looked for, with why. */
  readonly refused: readonly { readonly text: string; readonly because: string }[];
  readonly failed: readonly { readonly host: string; readonly says: string }[];
}

/**
 * Puts accounts of all hosts together that are one person: they were found by the same address, or share one. The same name or
 * number alone may be two people's.
 */
export function findingsOf(asked: readonly string[], hosts: HostAnswers): Findings {
  const answers = hosts.flatMap((host) => host.answers);
  const of = (index: number) => answers.filter((answer) => answer.asked === index + 1);
  const found = asked.map((text, index) => ({ text, people: of(index).flatMap(({ people }) => people) }));
  const refused = asked.flatMap((text, index) => {
    const because = of(index).find((answer) => answer.refused !== undefined)?.refused;
    return because === undefined ? [] : [{ text, because }];
  });
  return {
    identities: identitiesIn(found),
    // Where no host answered, nobody knows.
    unknown: asked.filter((_text, index) => {
      const answered = of(index);
      return (
        answered.length > 0 && answered.every(({ people, refused: why }) => people.length === 0 && why === undefined)
      );
    }),
    refused,
    failed: hosts.flatMap(({ host, failed }) => (failed === undefined ? [] : [{ host, says: failed.says }])),
  };
}

interface Found {
  readonly text: string;
  readonly people: readonly FoundPerson[];
}

function identitiesIn(found: readonly Found[]): readonly Identity[] {
  const groups: Map<string, FoundPerson>[] = [];
  const marks = new Map<string, Map<string, FoundPerson>>();
  for (const { text, people } of found)
    for (const person of people) join(groups, marks, { person, marks: marksOf(person, text) });
  return groups.filter(({ size }) => size > 0).map((group) => ({ accounts: [...group.values()] }));
}

interface Marked {
  readonly person: FoundPerson;
  readonly marks: readonly string[];
}

/** Puts an account to all groups that have one of its marks, which become one. */
function join(
  groups: Map<string, FoundPerson>[],
  known: Map<string, Map<string, FoundPerson>>,
  { person, marks }: Marked,
): void {
  const met = [...new Set(marks.flatMap((mark) => known.get(mark) ?? []))];
  const group = met[0] ?? new Map<string, FoundPerson>();
  if (met.length === 0) groups.push(group);
  for (const other of met.slice(1)) {
    for (const [key, one] of other) group.set(key, one);
    for (const [mark, owner] of known) if (owner === other) known.set(mark, group);
    other.clear();
  }
  group.set(keyOf(person), person);
  for (const mark of marks) known.set(mark, group);
}

/** What says that two accounts are one person's. A shortened address says too little, a shared mailbox nothing. */
function marksOf(person: FoundPerson, asked: string): readonly string[] {
  const addresses = person.sharedMailbox ? [] : person.addresses.filter((address) => !address.includes('…'));
  const typed = asked.includes('@') ? [asked] : [];
  return [keyOf(person), ...[...addresses, ...typed].map((address) => `address ${address.toLowerCase()}`)];
}

/** What an account is known by on the page. */
export function keyOf({ host, id }: Pick<FoundPerson, 'host' | 'id'>): string {
  return `account ${host} ${id}`;
}
