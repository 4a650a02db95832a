import type { Ability, Content } from '@lethe/core';
import { mandatoryChoice, mandatoryField, ticketChoice, userChoice } from './abilities.ts';
import type { FieldDefinition, FieldValue } from '../schema.ts';

/** Types whose value is free text; fields of extensions' types are taken for text. */
const choices = [
  'Select',
  'Combobox',
  'Autocomplete',
  'Date',
  'DateTime',
  'IPAddress',
  'IPAddressRange',
  'Image',
  'Binary',
];

/** How a custom field can be blanked. */
export interface FieldSpot {
  /** `field` takes any text, `choice` only certain values; several values are one spot. */
  readonly part: 'field' | 'choice' | 'fields' | 'choices';
  readonly content: Content;
  /** Where it can do less than its kind. */
  readonly ability?: Ability;
}

/** What a custom field holds and allows. A field that is not defined any more is taken for one text. */
export function fieldSpot(
  { values }: FieldValue,
  definition: FieldDefinition | undefined,
  of: 'ticket' | 'user',
): FieldSpot {
  const isChoice = choices.includes(definition?.Type ?? '');
  const isSingle = (definition?.MaxValues ?? '1') === '1' && values.length < 2;
  const ability = abilityFor(definition, isChoice, of);
  const [only] = values;
  return {
    part: partFor(isChoice, isSingle),
    content: isSingle && only !== undefined ? { form: 'plain', text: only } : { form: 'list', items: values },
    ...(ability === undefined ? {} : { ability }),
  };
}

function partFor(isChoice: boolean, isSingle: boolean): FieldSpot['part'] {
  if (isSingle) return isChoice ? 'choice' : 'field';
  return isChoice ? 'choices' : 'fields';
}

function abilityFor(
  definition: FieldDefinition | undefined,
  isChoice: boolean,
  of: 'ticket' | 'user',
): Ability | undefined {
  if (definition?.Pattern.includes('Mandatory') === true) return isChoice ? mandatoryChoice : mandatoryField;
  if (!isChoice) return undefined;
  return of === 'ticket' ? ticketChoice : userChoice;
}
