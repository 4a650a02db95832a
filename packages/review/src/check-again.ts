import { finderFor, identifierKinds, planFor, rulesFor, scopesFor, verdictOn } from '@lethe/core';
import type { Identifiers, Outcome, Plan, RunRecord, Step, StepId, Store } from '@lethe/core';
import type { Desk } from './desk.ts';

/** A finished run to be looked at again, and what the person went by, if whoever asks knows it. */
export interface Again {
  readonly run: RunRecord;
  readonly who: Identifiers;
}

/** What it takes to look. */
export type CheckDesk = Pick<Desk, 'host' | 'store' | 'rules'>;

/** What a second look showed. Labels are never personal. */
export interface Checked {
  readonly counts: Readonly<Partial<Record<Outcome, number>>>;
  readonly notClean: readonly string[];
  /** Texts only mentions were cut from: whether one is back cannot be told without knowing whom to look for. */
  readonly unchecked: number;
}

/** What a second look showed, step by step. */
export interface Reread {
  readonly counts: Checked['counts'];
  /** Steps whose spots are not as the run left them, or were not shown any more. */
  readonly notClean: readonly Step[];
  readonly unchecked: number;
}

/** Reads every spot of a run again and judges it as the run did. */
export async function checkAgain(desk: CheckDesk, again: Again): Promise<Checked> {
  const { notClean, ...reread } = await rereadRun(desk, again);
  return { ...reread, notClean: notClean.map((step) => step.label) };
}

/** The same, with the steps themselves: for whoever counts them rather than names them. */
export async function rereadRun({ host, store, rules }: CheckDesk, { run, who }: Again): Promise<Reread> {
  const steps = await provenSteps(store, run);
  const telling = steps.filter((step) => step.verb !== 'cut' || isSomebody(who));
  const left = new Map(telling.map((step) => [step.spot, step]));
  const judging = { finder: finderFor(who), rules: rulesFor(rules, run.plan.personKind) };
  const counts: Partial<Record<Outcome, number>> = {};
  const notClean: Step[] = [];
  for await (const reading of host.reread(telling.map((step) => step.spot))) {
    const step = left.get(reading.spot);
    if (step === undefined) continue;
    left.delete(reading.spot);
    const outcome = verdictOn(step, { reading, receipt: { step: step.id, claim: 'done' } }, judging);
    counts[outcome] = (counts[outcome] ?? 0) + 1;
    if (outcome !== 'clean') notClean.push(step);
  }
  return { counts, notClean: [...notClean, ...left.values()], unchecked: steps.length - telling.length };
}

/** What a plan made now, from scratch, would still have to do; nothing if nobody said whom to look for. */
export async function huntAgain(desk: Desk, { run, who }: Again): Promise<Plan | undefined> {
  if (!isSomebody(who)) return undefined;
  const { host, rules } = desk;
  const { profile } = host;
  const { only } = run.plan.plan;
  const about = { person: run.plan.person, ...(only === undefined ? {} : { only }) };
  const mine = rulesFor(rules, run.plan.personKind);
  const input = { profile, ...about, finder: finderFor(who), rules: mine, key: desk.random(32) };
  return planFor(input, host.spots(scopesFor(profile, about, who)));
}

async function provenSteps(store: Store, run: RunRecord): Promise<readonly Step[]> {
  const proven = new Set<StepId>();
  for await (const { step, outcome } of store.outcomes(run.id)) {
    if (outcome === 'clean' || outcome === 'already-clean') proven.add(step);
  }
  return run.plan.plan.steps.filter((step) => proven.has(step.id));
}

function isSomebody(who: Identifiers): boolean {
  return identifierKinds.some((kind) => who[kind].length > 0);
}
