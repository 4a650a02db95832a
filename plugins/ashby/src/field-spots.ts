import type { Ability, Dossier, Person, PersonId, Spot } from '@lethe/core';
import { chosen, neverEmpty, overwritten, takenAlong } from './abilities.ts';
import type { FieldValue } from './schema.ts';
import type { Reading } from './views.ts';

/** Whose fields they are, and how their spots are called. */
export interface FieldsOf {
  readonly fields: readonly FieldValue[];
  /** The case they are filed under. */
  readonly dossier: Dossier;
  /** Whom they are about. */
  readonly person: Person;
  readonly idOf: (field: string) => Spot['id'];
}

/**
 * The organization's own fields of a candidate or application. What was typed in is the candidate's and goes by a call; what was
 * chosen from a list is a statistic; what Ashby never empties goes with the candidate, or stays.
 */
export function fieldSpots(reading: Reading, { fields, dossier, person, idOf }: FieldsOf): readonly Spot[] {
  return fields
    .filter(({ value }) => !value.isBlank)
    .map(({ id, value }, at) => {
      const sort = reading.sortOf({ id });
      const goesAlong = sort === 'never-empty' && reading.options.anonymizeTakes.includes('customFields');
      return {
        id: idOf(id),
        kind: goesAlong ? 'person.field' : 'dossier.field',
        label: `custom field ${at + 1} of ${dossier.label}`,
        of: goesAlong ? person : dossier,
        content: { form: 'plain', text: value },
        ...holderFor(sort === 'chosen' ? undefined : person.id),
        ...(dossier.location === undefined ? {} : { location: dossier.location }),
        ...abilityFor(reading, sort, goesAlong),
      };
    });
}

function holderFor(holder: PersonId | undefined): Pick<Spot, 'holder'> {
  return holder === undefined ? {} : { holder };
}

function abilityFor(
  { options }: Reading,
  sort: ReturnType<Reading['sortOf']>,
  goesAlong: boolean,
): { readonly ability?: Ability } {
  if (sort === 'chosen') return { ability: chosen };
  if (sort === 'never-empty') return { ability: goesAlong ? takenAlong : neverEmpty };
  return options.emptyFields === 'overwritten' ? { ability: overwritten } : {};
}
