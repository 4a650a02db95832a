import { isBlank, isDocument } from './adf.ts';
import { beyondTheFake, isObject } from './answer.ts';
import type { Jira } from './jira.ts';
import type { Field } from './records.ts';

/** What a field would hold, or why it will not. */
type Checked = { readonly value: unknown } | { readonly fault: string };

/** Whether Jira takes a value as it came in `fields`, and what it stores. */
export function checkedValue(jira: Jira, field: Field, given: unknown): Checked {
  switch (field.kind) {
    case 'line':
      return checkedLine(field, given);
    case 'paragraph':
      return checkedDocument(given);
    case 'user':
      return given === null ? { value: null } : oneAccount(jira, given);
    case 'users':
    case 'participants':
    case 'approvers':
      return given === null ? { value: [] } : severalAccounts(jira, given);
    case 'number':
      return given === null || typeof given === 'number' ? { value: given } : { fault: 'Specify a number.' };
    case 'organizations':
    case 'satisfaction':
    case 'request-type':
    case 'select':
      throw beyondTheFake(`setting ${field.name}`);
  }
}

function checkedLine(field: Field, given: unknown): Checked {
  if (given === null || given === '')
    return field.fieldId === 'summary' ? { fault: 'You must specify a summary of the issue.' } : { value: null };
  if (typeof given !== 'string') return { fault: 'Operation value must be a string' };
  if (given.includes('\n')) return { fault: 'The text can’t hold line breaks.' };
  return given.length > 255 ? { fault: 'The text can’t exceed 255 characters.' } : { value: given };
}

function checkedDocument(given: unknown): Checked {
  if (given === null) return { value: null };
  if (!isDocument(given))
    return { fault: 'Operation value must be an Atlassian Document (see the Atlassian Document Format)' };
  return { value: isBlank(given) && !holdsMedia(given) ? null : given };
}

function holdsMedia(doc: unknown): boolean {
  return JSON.stringify(doc).includes('"media"');
}

function oneAccount(jira: Jira, given: unknown): Checked {
  const accountId = isObject(given) ? (given.accountId ?? given.id) : undefined;
  if (typeof accountId !== 'string') return { fault: 'data was not an object' };
  return jira.user(accountId) === undefined ? { fault: 'The user does not exist.' } : { value: accountId };
}

function severalAccounts(jira: Jira, given: unknown): Checked {
  if (!Array.isArray(given)) return { fault: 'data was not an array' };
  const checked = given.map((one: unknown) => oneAccount(jira, one));
  const fault = checked.find((one) => 'fault' in one);
  return fault ?? { value: checked.flatMap((one) => ('value' in one ? [one.value] : [])) };
}
