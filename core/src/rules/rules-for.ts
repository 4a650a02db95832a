import type { PersonKind } from '../host.ts';
import type { Rules } from './rules.ts';

/** The rules for one kind of person: the same, with the name that kind is given. */
export function rulesFor(rules: Rules, kind: PersonKind): Rules {
  const name = rules.replacement.nameFor[kind];
  return name === undefined ? rules : { ...rules, replacement: { ...rules.replacement, name } };
}
