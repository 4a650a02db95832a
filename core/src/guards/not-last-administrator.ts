import type { Obstacle } from '../errors.ts';
import type { Person } from '../host.ts';
import type { GuardFacts, OpenRun } from './guard-facts.ts';

/** A host keeps somebody who can administer it, also once every run that is already open has ended. */
export function notLastAdministrator(facts: GuardFacts): readonly Obstacle[] {
  const { person, openRuns, otherAdministrators } = facts;
  if (person.lastAdministrator) return [lastOne];
  if (!mayAdminister(person)) return [];
  if (openRuns === undefined || otherAdministrators === undefined) return [restUnknown];
  return otherAdministrators > goingAdministrators(openRuns, person) ? [] : [lastAfterOpenRuns];
}

function mayAdminister({ kind }: Pick<Person, 'kind'>): boolean {
  return kind === 'administrator' || kind === 'unknown';
}

/** Counts too many rather than too few: a run may have closed its account by now. */
function goingAdministrators(openRuns: readonly OpenRun[], person: Person): number {
  const going = openRuns.filter((run) => mayAdminister(run) && run.person !== person.id);
  return new Set(going.map((run) => run.person)).size;
}

const lastOne: Obstacle = {
  code: 'last-administrator',
  says: 'Nobody else could administer the host.',
  remedy: 'Make somebody else an administrator in the host, then review again.',
};

const lastAfterOpenRuns: Obstacle = {
  code: 'last-administrator',
  says: 'Once the runs already open on other administrators have ended, nobody could administer the host.',
  remedy: 'Make somebody else an administrator in the host, or call one of those runs off, then review again.',
};

const restUnknown: Obstacle = {
  code: 'last-administrator',
  says: 'It could not be found out who else can administer the host.',
  remedy: 'See to it that the host lists its administrators and that the open runs can be read, then review again.',
};
