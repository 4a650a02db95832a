import type { ReadyStep } from '@lethe/core';
import { textOf } from '@lethe/inside';
import type { Values } from '../api-write.ts';
import { itemsOf, namesOf } from '../form.ts';
import type { Place } from '../place.ts';

/** A step and where it is. */
export interface PlacedStep {
  readonly step: ReadyStep;
  readonly place: Place;
}

/** The new values of one row, from all steps on it. */
export function valuesFor(steps: readonly PlacedStep[]): Values {
  const values: Record<string, unknown> = {};
  const fields: unknown[] = [];
  for (const { step, place } of steps) {
    if (isField(place)) fields.push({ id: Number(place.which), value: fieldValue(step, place) });
    else Object.assign(values, valueFor(step, place));
  }
  return fields.length === 0 ? values : { ...values, custom_fields: fields };
}

function isField({ part }: Place): boolean {
  return part === 'field' || part === 'choice';
}

function valueFor(step: ReadyStep, { owner, part }: Place): Values {
  return owner === 'user' && part === 'name' ? namesOf(step) : { [part]: textOf(step) };
}

/** A field of certain values cannot hold a text with a stretch cut out: it is emptied. */
function fieldValue(step: ReadyStep, { part }: Place): string | readonly string[] {
  if (step.after?.form === 'list') return itemsOf(step);
  return part === 'choice' ? '' : textOf(step);
}
