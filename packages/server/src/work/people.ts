import { HostError } from '@lethe/core';
import type { Actor, HostErrorCode } from '@lethe/core';
import { lookUp } from '@lethe/review';
import { Refusal } from '../http/refusal.ts';
import type { Desks } from './desk.ts';
import { mayReach } from './seen.ts';
import { lookingDesk } from './looking.ts';
import { shownPerson } from './shown-person.ts';
import type { ShownPerson } from './shown-person.ts';

/** Whom somebody looks for, and where: in all hosts unless told. */
export interface Search {
  readonly texts: readonly string[];
  readonly hosts: readonly string[] | undefined;
}

/** One thing that was asked for, by its place from 1, and who goes by it. */
export interface FoundPeople {
  readonly asked: number;
  readonly people: readonly ShownPerson[];
  /** Why it was not looked for. */
  readonly refused?: string;
}

/** What one host answers; a host that fails says so and keeps no other from answering. */
export interface HostAnswers {
  readonly host: string;
  readonly answers: readonly FoundPeople[];
  readonly failed?: { readonly code: HostErrorCode; readonly says: string };
}

/** Everything that was found. */
export interface SearchAnswers {
  readonly hosts: readonly HostAnswers[];
  /** How much was asked for twice. */
  readonly repeated: number;
}

/** Looks people up in one or all hosts. Names and addresses are in the answer and nowhere else. */
export async function searchPeople(desks: Desks, actor: Actor, { texts, hosts }: Search): Promise<SearchAnswers> {
  const known = (await desks.hosts.all()).map(({ name }) => name).filter((name) => mayReach(actor, name));
  const wanted = hosts === undefined ? known : [...new Set(hosts)];
  if (wanted.some((name) => !known.includes(name))) throw new Refusal('not-found', { at: 'body.hosts' });
  const found = await Promise.all(wanted.map(async (host) => searchHost(desks, actor, { host, texts })));
  const repeated = Math.max(0, ...found.map((one) => one.repeated));
  return { hosts: found.map(({ repeated: _, ...answers }) => answers), repeated };
}

interface HostSearch {
  readonly host: string;
  readonly texts: readonly string[];
}

async function searchHost(
  desks: Desks,
  actor: Actor,
  { host: name, texts }: HostSearch,
): Promise<HostAnswers & { readonly repeated: number }> {
  try {
    const { desk, masked } = await lookingDesk(desks, actor, name);
    const { answers, repeated } = await lookUp(desk.host, texts);
    const shown = answers.map(({ people, ...answer }) => ({
      ...answer,
      people: people.map((person) => shownPerson(name, person, { masked })),
    }));
    return { host: name, answers: shown, repeated };
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    return { host: name, answers: [], failed: { code: error.code, says: error.message }, repeated: 0 };
  }
}
