import { bulkTask, startBulkEdit } from './api-write.ts';
import type { BulkTask, Values } from './api-write.ts';
import type { Line } from './ask.ts';
import type { BulkEdit } from './bulk-plan.ts';
import type { Change } from './field-change.ts';
import { isAboutSteps } from './failure.ts';
import { settle } from './placed.ts';
import type { Settling, Writing } from './placed.ts';

const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 15_000;
/** How long a bulk edit may take before the run goes on without it: then its steps are queued, and read again later. */
const PATIENCE = 600_000;

/**
 * Starts a bulk edit, waits for it, and settles what it did. A bulk edit that is over may have left issues out, and says little about why:
 * those stay unsettled, for whoever changes them one by one. So does all of it where Jira does not take it.
 */
export async function carryOutBulk(writing: Writing, edit: BulkEdit, settling: Settling): Promise<void> {
  const ended = await tried(writing, edit);
  if (ended === undefined) return;
  if (!isOver(ended)) {
    settle(settling, stepsOf(edit.carries), 'queued');
    return;
  }
  const changed = new Set(ended.processedAccessibleIssues);
  settle(settling, stepsOf(edit.carries.filter(({ issue }) => changed.has(issue))), 'done');
  for (const issue of changed) writing.marks.owe(issue);
}

async function tried({ line, bulk }: Writing, { issues, changes }: BulkEdit): Promise<BulkTask | undefined> {
  const what = { actions: changes.map(({ field }) => field), input: inputFor(changes) };
  try {
    return await finished(line, await startBulkEdit(line, issues, what));
  } catch (error) {
    if (!isAboutSteps(error)) throw error;
    await bulk.learn(error, issues);
    return undefined;
  }
}

async function finished(line: Line, task: string): Promise<BulkTask> {
  let waited = 0;
  for (let wait = FIRST_WAIT; ; wait = Math.min(wait * 2, LONGEST_WAIT)) {
    await line.clock.wait(wait);
    waited += wait;
    const now = await bulkTask(line, task);
    if (isOver(now) || waited >= PATIENCE) return now;
  }
}

function isOver({ status }: BulkTask): boolean {
  return !['ENQUEUED', 'RUNNING', 'CANCEL_REQUESTED'].includes(status);
}

function stepsOf(changes: readonly Change[]): readonly Change['step'][] {
  return changes.map(({ step }) => step);
}

/** Values by the sort of their fields, as bulk edits take them. */
function inputFor(changes: readonly Change[]): Values {
  const kinds = Object.entries(inputs).flatMap(([how, { name, entry }]): [string, unknown][] => {
    const some = changes.filter((change) => change.how === how);
    const entries = some.map(({ field, value }) => ({ fieldId: field, ...entry(value) }));
    return entries.length === 0 ? [] : [[name, entries]];
  });
  return Object.fromEntries(kinds);
}

const inputs: Readonly<Record<Change['how'], { readonly name: string; readonly entry: (value: unknown) => Values }>> = {
  line: { name: 'singleLineTextFields', entry: (value) => ({ text: value ?? '' }) },
  document: { name: 'richTextFields', entry: (value) => ({ richText: value === null ? {} : { adfValue: value } }) },
  person: { name: 'singleSelectClearableUserPickerFields', entry: (value) => ({ user: value }) },
  people: { name: 'multipleSelectClearableUserPickerFields', entry: (value) => ({ users: value }) },
};
