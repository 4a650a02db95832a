import type { Host, Person, PersonId } from '@lethe/core';
import { isOpen, lookUp, personOf } from '@lethe/review';
import { DESK } from '../desk/forge-desk.ts';
import { referenceTo } from '../ground/reference.ts';
import type { Office } from '../ground/office.ts';
import { personShown } from '../person-shown.ts';
import type { PersonShown } from '../protocol.ts';

/** So many people are shown at a time. */
const PEOPLE = 50;
/** How Atlassian writes ids of accounts. */
const accountId = /^(?:qm:[\w:-]+|\d+:[\w-]+|[0-9a-f]{24})$/u;

/** For whom people are looked up, and where. */
export interface Looking {
  readonly host: Host;
  /** The account of whoever clicked. */
  readonly to: string;
}

/** The people behind some accounts; whoever is gone is left out. Throws `HostError`. */
export async function peopleShown(
  office: Office,
  accounts: readonly string[],
  looking: Looking,
): Promise<readonly PersonShown[]> {
  const people: Person[] = [];
  for (const account of accounts.slice(0, PEOPLE)) {
    const person = await personOf(looking.host, office.keeping.book.idOf(account));
    if (person !== undefined) people.push(person);
  }
  return shown(office, people, looking);
}

/** Everybody who goes by what somebody typed, and why something was not looked for. Throws `HostError`. */
export async function peopleFound(
  office: Office,
  typed: string,
  looking: Looking,
): Promise<{ readonly people: readonly PersonShown[]; readonly refused: readonly string[] }> {
  const texts = typed.split(/[,;\n]/u).map((text) => text.trim());
  const ids = texts.filter((text) => accountId.test(text));
  const { answers } = await lookUp(looking.host, [texts.filter((text) => !accountId.test(text)).join('\n')]);
  const found = new Map<PersonId, Person>();
  for (const person of answers.flatMap(({ people }) => people)) found.set(person.id, person);
  const people = [...(await peopleShown(office, ids, looking)), ...(await shown(office, [...found.values()], looking))];
  return { people: people.slice(0, PEOPLE), refused: [...new Set(answers.flatMap(({ refused }) => refused ?? []))] };
}

async function shown(
  { keeping, outside }: Office,
  people: readonly Person[],
  { to }: Looking,
): Promise<readonly PersonShown[]> {
  if (people.length === 0) return [];
  const runs = await keeping.store.runLines({ host: DESK });
  const handing = { key: keeping.keys.for('reference'), to, now: outside.clock.now() };
  return people.slice(0, PEOPLE).flatMap((person) => {
    const account = keeping.book.accountOf(person.id);
    if (account === undefined) return [];
    const theirs = runs.filter((run) => run.person === person.id);
    const openRun = theirs.find(isOpen)?.id;
    const anonymizedAt = theirs
      .find(({ state }) => state === 'done' || state === 'done-with-gaps')
      ?.endedAt?.toISOString();
    const self = person.id === keeping.book.idOf(to);
    return personShown(
      { ...person, self },
      {
        ref: referenceTo(account, handing),
        ...(openRun === undefined ? {} : { openRun }),
        ...(anonymizedAt === undefined ? {} : { anonymizedAt }),
      },
    );
  });
}
