import { isDeepStrictEqual } from 'node:util';
import { writtenOf } from './adf.ts';
import { wordOf } from './answer.ts';
import { indexIssue } from './indexing.ts';
import type { Jira } from './jira.ts';
import { mailChange } from './mailing.ts';
import type { Field, HistoryItem, Issue } from './records.ts';

/** What is to become of an issue, and who says so. */
export interface Edit {
  readonly issue: Issue;
  readonly by: string;
  /** New values by field, checked already. */
  readonly values: Readonly<Record<string, unknown>>;
  readonly notify: boolean;
  readonly metadata?: Readonly<Record<string, unknown>> | undefined;
}

/** Changes fields of an issue. The changelog keeps the old and the new value of each that changed. */
export function editIssue(jira: Jira, { issue, by, values, notify, metadata }: Edit): Issue {
  const changed = Object.entries(values).filter(([id, value]) => !isSame(issue.values[id] ?? null, value));
  if (changed.length === 0) return issue;
  const items = changed.flatMap(([id, value]) => {
    const field = jira.field(id);
    return field === undefined ? [] : [itemOf(jira, field, { before: issue.values[id] ?? null, after: value })];
  });
  const updated = jira.issues.update(issue.id, {
    values: { ...issue.values, ...Object.fromEntries(changed) },
    updated: jira.now(),
  });
  remember(jira, { issue: issue.id, by, items, metadata });
  if (notify) mailChange(jira, by, { issue: updated, items });
  indexIssue(jira, issue.id);
  return updated;
}

/** Writes a change into the history. */
export function remember(
  jira: Jira,
  change: {
    readonly issue: number;
    readonly by: string;
    readonly items: readonly HistoryItem[];
    readonly metadata?: Readonly<Record<string, unknown>> | undefined;
  },
): void {
  jira.histories.put({
    id: jira.histories.nextId(),
    issue: change.issue,
    author: change.by,
    created: jira.now(),
    items: change.items,
    metadata: change.metadata ?? null,
  });
}

/** What the history says of one field. */
function itemOf(jira: Jira, field: Field, { before, after }: { before: unknown; after: unknown }): HistoryItem {
  return {
    field: field.custom ? field.name : field.fieldId,
    fieldId: field.fieldId,
    fieldtype: field.custom ? 'custom' : 'jira',
    from: idsIn(field, before),
    fromString: shownIn(jira, field, before),
    to: idsIn(field, after),
    toString: shownIn(jira, field, after),
  };
}

/** An item about something that is not a value: a file, a comment. */
export function itemAbout(
  field: { readonly field: string; readonly fieldId: string },
  removed: { readonly id: number; readonly text: string },
): HistoryItem {
  return { ...field, fieldtype: 'jira', from: String(removed.id), fromString: removed.text, to: null, toString: null };
}

function isText({ kind }: Field): boolean {
  return kind === 'line' || kind === 'paragraph';
}

function idsIn(field: Field, value: unknown): string | null {
  if (isText(field) || value === null) return null;
  return Array.isArray(value) ? `[${value.join(', ')}]` : wordOf(value);
}

/** Texts as they are; people by the names they have at this time. */
function shownIn(jira: Jira, field: Field, value: unknown): string | null {
  if (value === null) return null;
  if (isText(field)) return writtenOf(value);
  const nameOf = (one: unknown): string => jira.user(wordOf(one))?.displayName ?? wordOf(one);
  return Array.isArray(value) ? `[${value.map(nameOf).join(', ')}]` : nameOf(value);
}

function isSame(one: unknown, other: unknown): boolean {
  const nothing = (value: unknown): boolean => value === null || (Array.isArray(value) && value.length === 0);
  return (nothing(one) && nothing(other)) || isDeepStrictEqual(one, other);
}
