import { answersText, peopleRow } from '../output/people-text.ts';
import type { Answers } from '@lethe/review';
import { lookUpTyped } from '../flow/choose.ts';
import type { ExitName } from '../exit-code.ts';
import { requireRight } from '../flow/require-right.ts';
import type { PeopleOptions, Work } from './command.ts';

/** `lethe find`: which accounts go by these addresses, numbers, logins or names. */
export function find(texts: readonly string[], options: PeopleOptions): Work {
  return async (session) => {
    requireRight(session, 'preview');
    const { name, host } = await session.host(options.host);
    const answers = await lookUpTyped(host, texts);
    session.output.result(() => answersText(answers, name), { host: name, ...answersJson(answers) });
    return exitOf(answers);
  };
}

/** Answers for scripts: by place, without a name. */
export function answersJson({ answers, repeated }: Answers): object {
  return { repeated, answers: answers.map(({ people, ...answer }) => ({ ...answer, people: people.map(peopleRow) })) };
}

function exitOf({ answers }: Answers): ExitName {
  if (answers.every((answer) => answer.people.length === 0)) return 'nobody-found';
  return answers.some((answer) => answer.people.length > 1) ? 'several-found' : 'ok';
}
