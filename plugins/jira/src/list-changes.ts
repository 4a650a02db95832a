import { removeParticipant, removeWatcher } from './api-write.ts';
import { carryOutBulk } from './bulk-edit.ts';
import type { Change } from './field-change.ts';
import { oneByOne } from './one-by-one.ts';
import { accountIn, issueOf } from './placed.ts';
import type { PlacedStep, Settling, Writing } from './placed.ts';
import { editsOf } from './bulk-plan.ts';

/** Issues with the same people left from which on a bulk edit takes fewer calls than taking somebody off each. */
const WORTH_A_BULK_EDIT = 3;

/**
 * Takes somebody off the participants of requests: in a bulk edit where many have the same people left, else one by one. Nothing but the
 * person goes where each is changed by itself, whoever was added meanwhile.
 */
export async function removeParticipants(
  writing: Writing,
  steps: readonly PlacedStep[],
  settling: Settling,
): Promise<void> {
  const { participants } = await writing.known.fields();
  const open = steps.filter(({ step }) => !settling.has(step.id));
  if (participants !== undefined && writing.bulk.takes(participants)) {
    const changes = open.flatMap((step) => leavingChange(writing, step, participants));
    const edits = editsOf(changes.map((change) => [change]));
    for (const edit of edits) if (edit.issues.length >= WORTH_A_BULK_EDIT) await carryOutBulk(writing, edit, settling);
  }
  await takenOff(writing, open, { settling, call: removeParticipant });
}

function leavingChange(writing: Writing, step: PlacedStep, field: string): readonly Change[] {
  const issue = issueOf(step);
  const leaving = accountIn(step, writing);
  const people = writing.remembered.people(issue, field);
  if (people === undefined) return [];
  const left = people.filter((account) => account !== leaving).sort();
  const value = left.length === 0 ? null : left.map((accountId) => ({ accountId }));
  return [{ issue, field, step, how: 'people', value, shared: left.join(' ') }];
}

/** Takes somebody off the watchers of issues, one by one. */
export async function removeWatchers(
  writing: Writing,
  steps: readonly PlacedStep[],
  settling: Settling,
): Promise<void> {
  await takenOff(writing, steps, { settling, call: removeWatcher });
}

interface TakingOff {
  readonly settling: Settling;
  readonly call: typeof removeWatcher;
}

async function takenOff(writing: Writing, steps: readonly PlacedStep[], { settling, call }: TakingOff): Promise<void> {
  const { line, marks } = writing;
  const singles = steps.map((one) => ({
    issue: issueOf(one),
    steps: [one],
    make: async () => {
      await call(line, issueOf(one), accountIn(one, writing));
      marks.owe(issueOf(one));
    },
  }));
  await oneByOne(singles, settling);
}
