import type { Ability, Content } from '@lethe/core';
import {
  issueChoice,
  plainText,
  requiredChoice,
  requiredIssueField,
  requiredText,
  requiredUserField,
  userChoice,
} from './abilities.ts';
import type { FieldDefinition, FieldValue } from '../schema.ts';

/** Formats whose value is free text; fields of plugins' formats are taken for text. */
const choices = ['list', 'enumeration', 'int', 'float', 'date', 'bool', 'progressbar'];
/** Formats whose value is the number of something else: it shows under that thing's name. */
const references = ['user', 'version', 'attachment'];

/** Whose field it is. */
export type FieldOf = 'issue' | 'user' | 'other';

/** How a custom field can be blanked; nothing for one that only refers to something. */
export interface FieldSpot {
  /** `field` takes any text, `choice` only certain values. */
  readonly part: 'field' | 'choice';
  readonly content: Content;
  /** Where it can do less than its kind. */
  readonly ability?: Ability;
}

/** What a custom field holds and allows. A field that is not defined any more is taken for text. */
export function fieldSpot(
  field: FieldValue,
  definition: FieldDefinition | undefined,
  of: FieldOf,
): FieldSpot | undefined {
  const format = definition?.field_format ?? 'string';
  if (references.includes(format) && of !== 'user') return undefined;
  const isChoice = choices.includes(format) || references.includes(format);
  const ability = abilityFor(isChoice, definition?.is_required === true, of);
  return {
    part: isChoice ? 'choice' : 'field',
    content: contentOf(field),
    ...(ability === undefined ? {} : { ability }),
  };
}

/** Whether changes of a custom field are worth reading in the history: not those of mere numbers of things. */
export function keepsText(definition: FieldDefinition | undefined): boolean {
  return !references.includes(definition?.field_format ?? 'string');
}

function contentOf({ value }: FieldValue): Content {
  const [only] = value;
  if (value.length === 1 && only !== undefined) return { form: 'plain', text: only };
  return { form: 'list', items: value };
}

function abilityFor(isChoice: boolean, required: boolean, of: FieldOf): Ability | undefined {
  if (isChoice) return required ? requiredChoice : choiceOf(of);
  if (required) return of === 'issue' ? requiredIssueField : requiredFieldOf(of);
  return of === 'other' ? plainText : undefined;
}

function choiceOf(of: FieldOf): Ability {
  return of === 'issue' ? issueChoice : userChoice;
}

function requiredFieldOf(of: FieldOf): Ability {
  return of === 'user' ? requiredUserField : requiredText;
}
