import { editIssue } from './api-write.ts';
import type { IssueEdit } from './api-write.ts';
import { carryOutBulk } from './bulk-edit.ts';
import { bulkEdits } from './bulk-plan.ts';
import { byIssue, changeFor } from './field-change.ts';
import type { Change } from './field-change.ts';
import { oneByOne } from './one-by-one.ts';
import type { Single } from './one-by-one.ts';
import { accountIn } from './placed.ts';
import type { PlacedStep, Settling, Writing } from './placed.ts';
import { redactFirst } from './redacting.ts';

/**
 * Changes fields of issues: many to the same values in one call, others each in a call of its own that carries all its changes. Texts
 * whose history can still be redacted are redacted before. What a bulk change left out is tried issue by issue.
 */
export async function changeIssues(writing: Writing, steps: readonly PlacedStep[], settling: Settling): Promise<void> {
  const catalog = await writing.known.fields();
  const open = steps.filter(({ step }) => !settling.has(step.id));
  const changes = open.flatMap((step) => changeFor(step, { writing, catalog }));
  await redactFirst(writing, changes);
  const planning = { takes: (field: string) => writing.bulk.takes(field), marking: writing.marks.cost };
  for (const edit of bulkEdits(changes, planning)) await carryOutBulk(writing, edit, settling);
  const left = changes.filter(({ step }) => !settling.has(step.step.id));
  await oneByOne(
    [...byIssue(left)].map(([issue, some]) => singleFor(writing, issue, some)),
    settling,
  );
  await writing.marks.pay();
}

function singleFor(writing: Writing, issue: string, changes: readonly Change[]): Single {
  return {
    issue,
    steps: changes.map(({ step }) => step),
    make: async () => {
      await editIssue(writing.line, issue, writing.marks.on(editFor(writing, changes)));
      writing.marks.took(issue);
    },
  };
}

/** One edit with all changes. Of several people one is taken out, so that whoever was added meanwhile stays. */
function editFor(writing: Writing, changes: readonly Change[]): IssueEdit {
  const out = changes.filter(({ how }) => how === 'people');
  const set = changes.filter(({ how }) => how !== 'people');
  return {
    ...(set.length === 0 ? {} : { fields: Object.fromEntries(set.map(({ field, value }) => [field, value])) }),
    ...(out.length === 0
      ? {}
      : {
          update: Object.fromEntries(
            out.map(({ field, step }) => [field, [{ remove: { accountId: accountIn(step, writing) } }]]),
          ),
        }),
  };
}
