import type { Identifiers } from '../identifiers.ts';
import type { Rules } from '../rules/rules.ts';
import { isReplacement } from '../rules/treatment.ts';

/**
 * What an account goes by, without what the rules gave it: everybody who was anonymized is called the same, so that looking for
 * "Anonymized" would find all of them, and cutting it would take it out of everybody's texts.
 */
export function withoutReplacements(who: Identifiers, rules: Rules): Identifiers {
  const { name: usual, nameFor } = rules.replacement;
  const given = new Set([usual, ...Object.values(nameFor)].map(wordsOf));
  return {
    ...who,
    names: who.names.filter((name) => !given.has(wordsOf(name.reveal()))),
    addresses: who.addresses.filter((address) => !isReplacement('person.email', rules, address.reveal())),
    logins: who.logins.filter((login) => !isReplacement('person.login', rules, login.reveal())),
  };
}

/** Some hosts want two names and are given a sign for the second. */
function wordsOf(name: string): string {
  return name
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();
}
