import type { Scope } from '@lethe/core';
import { mailboxOf, searchFor } from './form.ts';
import type { Desk } from './store.ts';

/** Which tickets and cards some scopes ask for. */
export interface Selection {
  /** Numbers to look at: only these can be meant. */
  readonly tickets: readonly string[];
  readonly people: readonly string[];
  /** Whether a sheet is meant, by its number and its file's text. */
  readonly takes: (id: string, text: string) => boolean;
}

/** One question for all scopes together, so that each sheet is read once. */
export function selectionFor(desk: Desk, scopes: readonly Scope[]): Selection {
  const some = scopes.map((scope) => selectionBy(desk, scope));
  return {
    tickets: inOrder(some.flatMap(({ tickets }) => tickets)),
    people: inOrder(some.flatMap(({ people }) => people)),
    takes: (id, text) => some.some(({ takes }) => takes(id, text)),
  };
}

function selectionBy(desk: Desk, scope: Scope): Selection {
  switch (scope.by) {
    case 'person':
      return { ...everySheet(desk), takes: takesPart(desk, scope.person) };
    case 'dossier':
      return { tickets: [scope.dossier], people: [], takes: (id) => id === scope.dossier };
    case 'mention': {
      const search = searchFor(scope.who);
      return { ...everySheet(desk), takes: (_, text) => search(unescaped(text)) };
    }
    case 'everything': {
      const since = scope.since?.toISOString() ?? '';
      return { ...everySheet(desk), takes: (_, text) => updatedIn(text) >= since };
    }
  }
}

function everySheet(desk: Desk): Pick<Selection, 'tickets' | 'people'> {
  return { tickets: desk.ticketIds, people: desk.personIds };
}

/** The account, every ticket it takes part in by number or by address, and every card that refers to it. */
function takesPart(desk: Desk, person: string): Selection['takes'] {
  const addresses = desk.person(person)?.addresses.map(({ text }) => mailboxOf(text)) ?? [];
  const marks = [`"${person}"`, ...addresses.filter((address) => address !== '')];
  return (_, text) => {
    const small = mailboxOf(text);
    return marks.some((mark) => small.includes(mark));
  };
}

/** A file's text as people read it: its line breaks and quotes are escaped, as in all JSON. */
function unescaped(text: string): string {
  // Most texts hold no backslash of their own, nor control letters: then nothing can be mistaken.
  if (!/\\[^n"]/.test(text)) return text.replaceAll('\\n', '\n').replaceAll('\\"', '"');
  return text.replace(/\\(?:u([0-9a-f]{4})|(.))/gi, (_, code: string | undefined, letter: string | undefined) => {
    if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16));
    return letter === undefined || 'nrtbf'.includes(letter) ? '\n' : letter;
  });
}

/** A sheet without a readable date counts as new: too much is listed rather than too little. */
function updatedIn(text: string): string {
  return /"updatedAt": ?"([^"]*)"/.exec(text)?.[1] ?? '9999';
}

function inOrder(ids: readonly string[]): readonly string[] {
  return [...new Set(ids)].sort((one, other) => Number(one.slice(1)) - Number(other.slice(1)));
}
