import { obstacleCodes } from '@lethe/core';
import type { DossierId, Host, ObstacleCode, Person, PersonId } from '@lethe/core';
import { identifiersTyped, lookUp, personOf } from '@lethe/review';
import type { Answers, ReviewOptions } from '@lethe/review';
import type { Asked, PeopleOptions } from '../commands/command.ts';
import { answersText } from '../output/people-text.ts';
import type { NamedHost } from '@lethe/settings';
import type { Session } from '../session.ts';
import { Stop } from '../stop.ts';

/** The people a command is about: by id, or by what they go by. What nobody or several go by ends the command. */
export async function choosePeople(
  session: Session,
  { name, host }: NamedHost,
  { texts, options }: Asked,
): Promise<readonly Person[]> {
  if (options.id !== undefined) return [await personWith(host, personId(options.id))];
  const answers = await lookUpTyped(host, texts);
  const people = new Map(answers.answers.flatMap((answer) => answer.people.map((person) => [person.id, person])));
  const several = answers.answers.some((answer) => answer.people.length > 1);
  const unknown = answers.answers.filter((answer) => answer.people.length === 0);
  if (several)
    throw new Stop(
      'several-found',
      `${answersText(answers, name)}\nNothing was done.`,
      'Choose one with --id, or ask for one address at a time.',
    );
  if (people.size === 0)
    throw new Stop(
      'nobody-found',
      'Nobody goes by what was asked for. Nothing was done.',
      'Check the spelling, and whether it is the right host.',
    );
  if (unknown.length > 0) session.output.note(`${answersText(answers, name)}\nGoing on with the others.`);
  return [...people.values()];
}

/** Looks everything up that was typed. Throws `Stop` where nothing was. */
export async function lookUpTyped(host: Host, texts: readonly string[]): Promise<Answers> {
  const answers = await lookUp(host, texts);
  if (answers.answers.length === 0)
    throw new Stop('usage', 'Say whom: an address, a phone number, a login, a name in quotes, or --id.');
  return answers;
}

async function personWith(host: Host, id: PersonId): Promise<Person> {
  const person = await personOf(host, id);
  if (person === undefined) throw new Stop('nobody-found', `${host.profile.name} has no account ${id}.`);
  return person;
}

/** What the command line said about a review. */
export function reviewOptions({ acknowledge = [], also = [], only }: PeopleOptions): ReviewOptions {
  return {
    acknowledged: acknowledge.map(obstacleCode),
    also: identifiersTyped(also),
    ...(only === undefined ? {} : { only: caseId(only) }),
  };
}

function obstacleCode(text: string): ObstacleCode {
  const code = obstacleCodes.find((one) => one === text);
  if (code === undefined)
    throw new Stop(
      'usage',
      'There is no such obstacle to acknowledge.',
      'Use the code that is shown beside the obstacle.',
    );
  return code;
}

/** How hosts' ids look: no address and no name does. */
const idForm = /^[A-Za-z0-9:_.-]{1,128}$/;

function caseId(text: string): DossierId {
  if (!idForm.test(text)) throw new Stop('usage', '--only takes the id of a case, not its title.');
  return text as DossierId;
}

function personId(text: string): PersonId {
  if (!idForm.test(text)) throw new Stop('usage', '--id takes the id of an account, not a name or an address.');
  return text as PersonId;
}
