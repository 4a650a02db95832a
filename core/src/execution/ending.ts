import type { Obstacle } from '../errors.ts';
import type { Ending, Run, StopReason } from './run.ts';
import type { Worklist } from './worklist.ts';
import type { LedgerFact } from '../ledger-entry.ts';

/** Thrown inside a run to end it early; never leaves `execute`. */
export class Ended extends Error {
  override readonly name = 'Ended';
  readonly ending: Ending;

  constructor(ending: Ending) {
    super('The run has ended.');
    this.ending = ending;
  }
}

/** A run that stops here, with what is wrong and what to do. */
export function stopped(list: Worklist, reason: StopReason, ...obstacles: readonly Obstacle[]): Ending {
  return { state: 'stopped', reason, obstacles, grown: list.grown, residue: list.residue, tallies: list.tallies };
}

/** The ledger's line about a run. */
export function factOf({ id, host, plan, approval }: Run, what: LedgerFact['what']): LedgerFact {
  return { what, run: id, host: host.profile.id, digest: plan.digest, rules: plan.rules.digest, actor: approval.by };
}

/** Why the person's name and address must wait, if something before them is not finished. */
export function unfinished(list: Worklist, acceptRefused: boolean): Ending | undefined {
  const { 'still-there': stillThere = 0, stale = 0, refused = 0 } = list.counts;
  const obstacles = [
    ...(stillThere > 0 ? [notDone(stillThere)] : []),
    ...(stale > 0 ? [changedSince(stale)] : []),
    ...(refused > 0 && !acceptRefused ? [hostRefused(refused)] : []),
  ];
  return obstacles.length === 0 ? undefined : stopped(list, 'unfinished-steps', ...obstacles);
}

function notDone(steps: number): Obstacle {
  return {
    code: 'host-setting',
    says: `The host said done and a fresh reading shows the old text: ${String(steps)} of the steps.`,
    remedy: 'Resume the run later. If it stays, report it to the host, as it does not do what it says.',
  };
}

function changedSince(steps: number): Obstacle {
  return {
    code: 'confirmation-outdated',
    says: `What ${String(steps)} of the steps are about was edited after the review, and was left alone.`,
    remedy: 'Make a new plan for this person: it covers the rest.',
  };
}

function hostRefused(steps: number): Obstacle {
  return {
    code: 'host-right-missing',
    says: `The host refused ${String(steps)} of the steps; the report names them.`,
    remedy: 'Give the missing right and resume, or resume and accept what was refused: it is then reported as a gap.',
  };
}
