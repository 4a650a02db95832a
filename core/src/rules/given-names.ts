import { identifierKinds, identifiersFrom, plainIdentifiers } from '../identifiers.ts';
import type { IdentifierKind, Identifiers } from '../identifiers.ts';
import type { SpotKind } from '../host.ts';
import type { Rules } from './rules.ts';
import { isReplacement } from './treatment.ts';

const replacedKinds: Readonly<Partial<Record<IdentifierKind, SpotKind>>> = {
  addresses: 'person.email',
  logins: 'person.login',
};

/**
 * What an account goes by, without what the rules gave it: everybody who was anonymized is called the same, so that looking for
 * "Anonymized" would find all of them, and cutting it would take it out of everybody's texts.
 */
export function withoutReplacements(who: Identifiers, rules: Rules): Identifiers {
  const plain = plainIdentifiers(who);
  const kept = identifierKinds.map((kind) => [kind, plain[kind].filter((text) => !isGiven(kind, text, rules))]);
  return identifiersFrom(Object.fromEntries(kept));
}

function isGiven(kind: IdentifierKind, text: string, rules: Rules): boolean {
  if (kind === 'names') return wordsOf(text) === wordsOf(rules.replacement.name);
  const spot = replacedKinds[kind];
  return spot !== undefined && isReplacement(spot, rules, text);
}

/** Some hosts want two names and are given a sign for the second. */
function wordsOf(name: string): string {
  return name
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();
}
