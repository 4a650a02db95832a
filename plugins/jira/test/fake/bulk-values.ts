import { z } from 'zod';
import { invalid } from './answer.ts';
import type { Jira } from './jira.ts';
import type { Field } from './records.ts';
import { checkedValue } from './values.ts';

const fieldId = z.string();
const account = z.strictObject({ accountId: z.string() });
const richText = z.strictObject({ adfValue: z.record(z.string(), z.unknown()).optional() });
const lists = {
  singleLineTextFields: z.array(z.strictObject({ fieldId, text: z.string() })).optional(),
  richTextFields: z.array(z.strictObject({ fieldId, richText })).optional(),
  multipleSelectClearableUserPickerFields: z
    .array(z.strictObject({ fieldId, users: z.array(account).nullable().optional() }))
    .optional(),
  singleSelectClearableUserPickerFields: z
    .array(z.strictObject({ fieldId, user: account.nullable().optional() }))
    .optional(),
};

/** New values by the kind of their fields, the kinds an erasure needs. */
export const editedFields = z.strictObject(lists);

/** Which list a field belongs in. */
const listOf = {
  line: 'singleLineTextFields',
  paragraph: 'richTextFields',
  user: 'singleSelectClearableUserPickerFields',
  users: 'multipleSelectClearableUserPickerFields',
  participants: 'multipleSelectClearableUserPickerFields',
  approvers: 'multipleSelectClearableUserPickerFields',
} as const;

interface Input {
  readonly field: string;
  readonly list: string;
  readonly given: unknown;
}

/** What a bulk edit writes into every issue; refused where a field is unknown, not offered, or in the wrong list. */
export function bulkValues(
  jira: Jira,
  edited: z.infer<typeof editedFields>,
  actions: readonly string[],
): Readonly<Record<string, unknown>> {
  const inputs = inputsIn(edited);
  const names = inputs.map(({ field }) => field);
  if (new Set(names).size < names.length) throw invalid('A field is given more than once.');
  const isUneven = actions.length !== names.length || actions.some((one) => !names.includes(one));
  if (isUneven) throw invalid('The selected actions must match the edited fields.');
  return Object.fromEntries(inputs.map((input) => [input.field, bulkValue(jira, input)]));
}

function inputsIn(edited: z.infer<typeof editedFields>): readonly Input[] {
  return [
    ...(edited.singleLineTextFields ?? []).map((one) => input('singleLineTextFields', one.fieldId, one.text)),
    ...(edited.richTextFields ?? []).map((one) => input('richTextFields', one.fieldId, one.richText.adfValue ?? null)),
    ...(edited.multipleSelectClearableUserPickerFields ?? []).map((one) =>
      input('multipleSelectClearableUserPickerFields', one.fieldId, one.users ?? null),
    ),
    ...(edited.singleSelectClearableUserPickerFields ?? []).map((one) =>
      input('singleSelectClearableUserPickerFields', one.fieldId, one.user ?? null),
    ),
  ];
}

function input(list: string, field: string, given: unknown): Input {
  return { list, field, given };
}

function bulkValue(jira: Jira, { field: id, list, given }: Input): unknown {
  const field = jira.field(id);
  if (field?.inBulk !== true || wantedList(field) !== list)
    throw invalid('', { [id]: 'The field is not available for bulk edit.' });
  const checked = checkedValue(jira, field, given);
  if ('fault' in checked) throw invalid('', { [id]: checked.fault });
  return checked.value;
}

function wantedList({ kind }: Field): string | undefined {
  return Object.entries(listOf).find(([one]) => one === kind)?.[1];
}

/** Whether bulk edit could offer fields of this kind. */
export function isBulkKind(field: Field): boolean {
  return field.inBulk && wantedList(field) !== undefined;
}
