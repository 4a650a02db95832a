import { approvalObstacle } from './confirmation.ts';
import { HostError } from './errors.ts';
import { Ended, factOf, stopped, unfinished } from './execution/ending.ts';
import { applyPhases } from './execution/apply.ts';
import type { Work } from './execution/apply.ts';
import { contentPhases, lastPhases } from './execution/order.ts';
import { planObstacle } from './execution/plan-obstacle.ts';
import { prove } from './execution/prove.ts';
import { waitedFor } from './execution/wait-for-somebody.ts';
import { readAgain } from './execution/read.ts';
import type { Ending, Progress, Run } from './execution/run.ts';
import { Worklist } from './execution/worklist.ts';
import type { JournalEntry } from './journal.ts';

/**
 * Carries an approved plan out and proves it. Yields after every call, so that whoever runs it may stop or be killed at any
 * point; the same run started again with the same journal goes on. Never throws for what a host does: that is an `Ending`.
 * Throws `Fenced` when another process took the run over, and whatever the journal throws when it cannot be written.
 */
export async function* execute(run: Run): AsyncGenerator<Progress, Ending> {
  const entries = await entriesOf(run);
  const list = new Worklist(run, entries);
  const ending = yield* endingOf(run, list);
  await run.journal.write({ facts: [{ ...factOf(run, 'run-ended'), state: ending.state, counts: list.counts }] });
  return ending;
}

async function* endingOf(run: Run, list: Worklist): AsyncGenerator<Progress, Ending> {
  try {
    return yield* carriedOut(run, list);
  } catch (error) {
    if (error instanceof Ended) return error.ending;
    if (error instanceof HostError)
      return stopped(list, error.code, {
        code: 'host-setting',
        says: error.message,
        remedy: 'Resume the run when this is solved.',
      });
    throw error;
  }
}

async function* carriedOut(run: Run, list: Worklist): AsyncGenerator<Progress, Ending> {
  await admit(run, list);
  await run.journal.write({ facts: [factOf(run, list.resumed ? 'run-resumed' : 'run-started')] });
  yield* readAgain(run, list);
  if (list.grown.length > 0 && !list.resumed) return stopped(list, 'plan-grew', planGrew(list.grown.length));
  await run.beforeChange?.();
  yield* blanked(run, list, { phases: contentPhases(list.callable), phase: 'blanking' });
  const left = unfinished(list, run.acceptRefused ?? false);
  if (left !== undefined) return left;
  yield* blanked(run, list, { phases: lastPhases(list.callable), phase: 'closing' });
  const still = unfinished(list, run.acceptRefused ?? false);
  if (still !== undefined) return still;
  return (yield* waitedFor(run, list)) ?? endOf(run, list);
}

async function admit(run: Run, list: Worklist): Promise<void> {
  const unapproved = approvalObstacle(run.plan, run.approval, run.rules.confirmation) ?? planObstacle(run);
  if (unapproved !== undefined) throw new Ended(stopped(list, 'not-approved', unapproved));
  const obstacles = [...(await run.host.preflight()), ...(await run.check(list.resumed))];
  if (obstacles.length > 0) throw new Ended(stopped(list, 'obstacles', ...obstacles));
}

async function* blanked(run: Run, list: Worklist, work: Work): AsyncGenerator<Progress> {
  const receipts = yield* applyPhases(run, list, work);
  const again = yield* prove(run, list, { steps: work.phases.flat(), receipts, stillThere: 'retry' });
  if (again.length === 0) return;
  const secondReceipts = yield* applyPhases(run, list, { ...work, phases: [again] });
  yield* prove(run, list, { steps: again, receipts: secondReceipts, stillThere: 'settle' });
}

function planGrew(spots: number): {
  readonly code: 'confirmation-outdated';
  readonly says: string;
  readonly remedy: string;
} {
  return {
    code: 'confirmation-outdated',
    says: `Since the review ${String(spots)} more ${spots === 1 ? 'spot has' : 'spots have'} come up that must be blanked. Nothing was changed.`,
    remedy: 'Review the plan as it is now and confirm that one.',
  };
}

function endOf(run: Run, list: Worklist): Ending {
  const { gaps, remains, unreached } = run.plan;
  const { refused = 0, unprovable = 0, waiting = 0 } = list.counts;
  const incomplete =
    gaps.length + remains.length + unreached.length + refused + unprovable + waiting + list.grown.length > 0;
  const state = incomplete ? 'done-with-gaps' : 'done';
  return { state, obstacles: [], grown: list.grown, residue: list.residue, tallies: list.tallies };
}

async function entriesOf(run: Run): Promise<readonly JournalEntry[]> {
  const entries: JournalEntry[] = [];
  for await (const entry of run.journal.entries()) entries.push(entry);
  return entries;
}
