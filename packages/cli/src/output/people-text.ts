import type { Person } from '@lethe/core';
import type { Answer, Answers } from '@lethe/review';
import { tableOf } from './table.ts';

/** Accounts by id, without names and addresses: enough to tell them apart in the host. */
export function peopleText(people: readonly Person[], host: string): string {
  const rows = people.map((person) => {
    const { id, kind, active, lastActivity, dossiers } = peopleRow(person);
    return [host, id, kind, active ? 'open' : 'closed', lastActivity ?? 'unknown', dossiers ?? 'unknown'];
  });
  return tableOf(['host', 'id', 'kind', 'access', 'last activity', 'opened'], rows);
}

/** The same for scripts. */
export function peopleRow({ id, kind, active, lastActivity, dossiers, masteredBy }: Person): {
  readonly id: string;
  readonly kind: string;
  readonly active: boolean;
  readonly lastActivity: string | null;
  readonly dossiers: number | null;
  readonly masteredBy: string | null;
} {
  return {
    id,
    kind,
    active,
    lastActivity: lastActivity?.toISOString().slice(0, 10) ?? null,
    dossiers: dossiers ?? null,
    masteredBy: masteredBy ?? null,
  };
}

/** What was asked for, by its place, and how many accounts go by it. */
export function answersText({ answers, repeated }: Answers, host: string): string {
  const people = [...new Map(answers.flatMap((answer) => answer.people.map((person) => [person.id, person]))).values()];
  return [
    ...(people.length === 0 ? [] : [peopleText(people, host)]),
    ...answers.filter((answer) => answer.people.length !== 1).map(answerLine),
    ...(repeated === 0 ? [] : [`${String(repeated)} of what was asked for was asked for twice.`]),
  ].join('\n');
}

function answerLine({ asked, people, refused }: Answer): string {
  if (refused !== undefined) return `No. ${String(asked)} of what was asked for was not looked for: ${refused}`;
  return people.length === 0
    ? `No account goes by no. ${String(asked)} of what was asked for.`
    : `${String(people.length)} accounts go by no. ${String(asked)}: ${people.map((person) => person.id).join(', ')}.`;
}
