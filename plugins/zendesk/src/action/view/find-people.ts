import type { Host, Person } from '@lethe/core';
import { lookUp, personOf } from '@lethe/review';
import { personIdOf } from '../../ids.ts';

/** Who was found, each once, and why something was not looked for. */
export interface Found {
  readonly people: readonly Person[];
  readonly refused: readonly string[];
}

/** Everybody who goes by one of the texts, separated by commas: an address, a number, a name, or the id of a user. */
export async function findPeople(host: Host, typed: string): Promise<Found> {
  const texts = typed
    .split(/[,;\n]/u)
    .map((text) => text.trim())
    .filter((text) => text !== '');
  const byId = await Promise.all(texts.filter(isId).map((id) => personOf(host, personIdOf(id))));
  const { answers } = await lookUp(host, texts);
  const people = new Map<string, Person>();
  for (const person of [...byId, ...answers.flatMap((answer) => answer.people)])
    if (person !== undefined) people.set(person.id, person);
  const refused = answers.filter((answer) => !isId(texts[answer.asked - 1] ?? ''));
  return { people: [...people.values()], refused: [...new Set(refused.flatMap((answer) => answer.refused ?? []))] };
}

function isId(text: string): boolean {
  return /^\d{1,16}$/u.test(text);
}
