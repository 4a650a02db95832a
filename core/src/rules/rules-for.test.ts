import { expect, it } from '@jest/globals';
import { personKinds } from '../host.ts';
import { parseRules } from './parse-rules.ts';
import { rulesFor } from './rules-for.ts';

it('LR-22 calls a candidate Anonymized candidate where the rules say so, and everybody else as before', () => {
  const rules = parseRules({ replacement: { nameFor: { candidate: 'Anonymized candidate' } } });
  const names = personKinds.map((kind) => [kind, rulesFor(rules, kind).replacement.name]);

  expect(Object.fromEntries(names)).toEqual({
    ...Object.fromEntries(personKinds.map((kind) => [kind, 'Anonymized'])),
    candidate: 'Anonymized candidate',
  });
});
