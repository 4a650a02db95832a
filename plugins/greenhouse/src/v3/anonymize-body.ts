import type { Field } from '../fields/field.ts';

/**
 * The body of `PATCH /v3/candidates/{id}/anonymize`. No source we could read shows it: that its one property is called `fields` and
 * takes the names of version 1 is a guess, made here and nowhere else. A tenant that answers 422 tells that it is wrong.
 */
export function anonymizeBody(fields: readonly Field[]): unknown {
  return { fields };
}
