import type { ReadyStep } from '@lethe/core';
import { textOf } from '@lethe/inside';
import type { Values } from '../api-write.ts';
import { itemsOf } from '../form.ts';
import type { Place } from '../place.ts';
import type { Reference, Ticket } from '../schema.ts';

/** A step and where it is. */
export interface PlacedStep {
  readonly step: ReadyStep;
  readonly place: Place;
}

/** The new values of a ticket or account, from all steps on it. */
export function valuesFor(steps: readonly PlacedStep[]): Values {
  const values: Record<string, unknown> = {};
  const fields: Record<string, unknown> = {};
  for (const { step, place } of steps) {
    if (fieldParts.includes(place.part)) fields[place.which] = fieldValue(step, place);
    else values[place.part === 'subject' ? 'Subject' : place.part] = textOf(step);
  }
  return Object.keys(fields).length === 0 ? values : { ...values, CustomFields: fields };
}

const fieldParts = ['field', 'choice', 'fields', 'choices'];

/**
 * A field of certain values cannot hold a text with a stretch cut out: it is emptied. RT takes nothing at all for that; of a
 * blank text it makes another value, which is there and blank.
 */
function fieldValue(step: ReadyStep, { part }: Place): string | null | readonly string[] {
  if (part === 'fields' || part === 'choices') return itemsOf(step);
  const text = part === 'choice' ? '' : textOf(step);
  return text === '' ? null : text;
}

/** The lists of people on a ticket without those who go. RT takes a list whole, and takes a name of digits for a number: all go by number. */
export function peopleWithout(ticket: Ticket, steps: readonly PlacedStep[]): Values {
  const roles: Record<string, readonly string[]> = {};
  const lists: Record<string, readonly string[]> = {};
  for (const { place } of steps) {
    const [role = '', person] = place.part === 'role' ? place.which.split(':') : ['', place.which];
    const name = place.part === 'cc' ? 'Cc' : 'AdminCc';
    const custom = `RT::CustomRole-${role}`;
    if (place.part === 'role') roles[custom] = without(roles[custom] ?? numbersOf(ticket.CustomRoles[custom]), person);
    else lists[name] = without(lists[name] ?? numbersOf(ticket[name]), person);
  }
  return Object.keys(roles).length === 0 ? lists : { ...lists, CustomRoles: roles };
}

function numbersOf(references: readonly Reference[] = []): readonly string[] {
  return references.map(({ id }) => id);
}

function without(numbers: readonly string[], person: string | undefined): readonly string[] {
  return numbers.filter((number) => number !== person);
}
