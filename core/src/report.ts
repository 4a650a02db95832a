import type { JournalEntry } from './journal.ts';
import type { Settled } from './outcome.ts';
import type { Plan, Step } from './plan.ts';
import type { Report, StepEnd } from './reporting/schema.ts';
import type { RunRecord } from './store.ts';

/** What the journal holds about a step, for a report. */
export type ReportedStep = JournalEntry & Partial<Settled>;

/** The report on a run, from what is stored about it. The same input gives the same report; nothing in it is personal. */
export function reportOf(run: RunRecord, settled: Iterable<ReportedStep>): Report {
  const entries = new Map([...settled].map((entry) => [entry.step, entry]));
  const ended = run.plan.plan.steps.map((step) => endOf(step, entries.get(step.id)));
  return {
    version: 1,
    ...identityOf(run),
    ...endingOf(run),
    ...partsOf(run.plan.plan),
    steps: summaryOf(ended),
    notProven: ended.filter(({ end }) => !isProven(end)).map(({ id: _, ...shown }) => shown),
  };
}

type EndedStep = Report['notProven'][number] & Pick<Step, 'id'>;

function endOf({ id, spot, kind, label, verb }: Step, entry: ReportedStep | undefined): EndedStep {
  const { outcome, code, remedy } = entry ?? {};
  return {
    ...{ id, spot, kind, label, verb, end: outcome ?? 'open' },
    ...(code === undefined ? {} : { code }),
    ...(remedy === undefined ? {} : { remedy }),
  };
}

function isProven(end: StepEnd): boolean {
  return end === 'clean' || end === 'already-clean';
}

function isClaimed(end: StepEnd): boolean {
  return end === 'unprovable' || end === 'waiting';
}

function summaryOf(ended: readonly EndedStep[]): Report['steps'] {
  const kinds = new Set(ended.map(({ kind }) => kind));
  return {
    planned: ended.length,
    ends: countsOf(ended.map(({ end }) => end)),
    kinds: [...kinds].map((kind) => kindOf(kind, ended)),
    proven: ended.filter(({ end }) => isProven(end)).length,
    claimed: ended.filter(({ end }) => isClaimed(end)).length,
  };
}

function kindOf(kind: Step['kind'], ended: readonly EndedStep[]): Report['steps']['kinds'][number] {
  const ends = ended.filter((step) => step.kind === kind).map(({ end }) => end);
  return { kind, planned: ends.length, ends: countsOf(ends) };
}

function identityOf(run: RunRecord): Pick<Report, IdentityField> {
  const { plan: reviewed, approval, startedAt, endedAt } = run;
  const { plan } = reviewed;
  return {
    run: run.id,
    host: { name: reviewed.host, kind: plan.host },
    person: plan.person,
    times: {
      reviewed: reviewed.reviewedAt.toISOString(),
      approved: approval.at.toISOString(),
      started: startedAt.toISOString(),
      ...(endedAt === undefined ? {} : { ended: endedAt.toISOString() }),
    },
    reviewedBy: reviewed.reviewedBy,
    approvedBy: approval.by,
    acknowledged: approval.acknowledged,
    plan: { version: plan.version, digest: plan.digest },
    rules: plan.rules,
    ...(reviewed.replays === undefined ? {} : { replays: reviewed.replays }),
  };
}

type IdentityField =
  'run' | 'host' | 'person' | 'times' | 'reviewedBy' | 'approvedBy' | 'acknowledged' | 'plan' | 'rules' | 'replays';

function endingOf({ state, ending, ledger }: RunRecord): Pick<Report, EndingField> {
  const { obstacles = [], grown = [], residue = [], reason, tallies } = ending ?? {};
  return {
    state,
    obstacles: obstacles.map(({ code, says, remedy }) => ({ code, says, remedy })),
    grown,
    residue,
    ...(reason === undefined ? {} : { reason }),
    ...(tallies === undefined ? {} : { tallies }),
    ...(ledger === undefined ? {} : { ledger }),
  };
}

type EndingField = 'state' | 'reason' | 'obstacles' | 'grown' | 'residue' | 'tallies' | 'ledger';

function partsOf(plan: Plan): Pick<Report, PlanField> {
  const { steps, kept, gaps, unreached, remains, sideEffects, asks, ambiguous, mentions } = plan;
  return {
    spots: steps.length + kept.length + gaps.length,
    kept: countsOf(kept.map(({ why }) => why)),
    ambiguous: ambiguous.length,
    ...{ gaps, unreached, remains, sideEffects, asks, mentions },
  };
}

type PlanField =
  'spots' | 'kept' | 'gaps' | 'unreached' | 'remains' | 'sideEffects' | 'asks' | 'ambiguous' | 'mentions';

function countsOf<Key extends string>(keys: readonly Key[]): Partial<Record<Key, number>> {
  const counts: Partial<Record<Key, number>> = {};
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1;
  return counts;
}
