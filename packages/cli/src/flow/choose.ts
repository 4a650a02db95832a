import { obstacleCodes } from '@lethe/core';
import type { ObstacleCode, Person, PersonId } from '@lethe/core';
import type { Asked, PeopleOptions } from '../commands/command.ts';
import { answersText } from '../output/people-text.ts';
import type { NamedHost, Session } from '../session.ts';
import { Stop } from '../stop.ts';
import { identifiersTyped } from './identify.ts';
import { lookUp, personOf } from './lookup.ts';
import type { ReviewOptions } from './review.ts';

/** The people a command is about: by id, or by what they go by. What nobody or several go by ends the command. */
export async function choosePeople(
  session: Session,
  { name, host }: NamedHost,
  { texts, options }: Asked,
): Promise<readonly Person[]> {
  if (options.id !== undefined) return [await personOf(host, personId(options.id))];
  const answers = await lookUp(host, texts);
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

/** What the command line said about a review. */
export function reviewOptions({ acknowledge = [], also = [] }: PeopleOptions): ReviewOptions {
  return { acknowledged: acknowledge.map(obstacleCode), also: identifiersTyped(also) };
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

function personId(text: string): PersonId {
  if (!/^[A-Za-z0-9:_.-]{1,128}$/.test(text))
    throw new Stop('usage', '--id takes the id of an account, not a name or an address.');
  return text as PersonId;
}
