import type { Approval } from '../confirmation.ts';
import { phraseFor } from '../confirmation.ts';
import { execute } from '../execute.ts';
import type { Ending, Progress, Run } from '../execution/run.ts';
import type { Finder } from '../finding/finder.ts';
import type { DossierId, Host, PersonId, Spot } from '../host.ts';
import type { Identifiers } from '../identifiers.ts';
import type { Plan } from '../plan.ts';
import { planFor, scopesFor } from '../planning/plan-for.ts';
import { defaultRules } from '../rules/default-rules.ts';
import type { Rules } from '../rules/rules.ts';
import { memoryJournal } from './memory-journal.ts';
import type { MemoryJournal } from './memory-journal.ts';
import { finderFor } from '../finding/finder-for.ts';
import { virtualClock } from './virtual-clock.ts';

/** What a review leaves: the plan, and what is needed to make it again. */
export interface Review {
  readonly plan: Plan;
  readonly who: Identifiers;
  readonly finder: Finder;
  readonly rules: Rules;
  readonly key: Uint8Array;
  /** What was listed. */
  readonly spots: readonly Spot[];
}

/** What a review may be told; else it asks the host and takes the default rules. */
export interface ReviewInput {
  readonly who?: Identifiers;
  readonly rules?: Rules;
  readonly only?: DossierId;
}

/** Looks a person up and plans, as every surface of the product does. */
export async function reviewOf(host: Host, target: PersonId, input: ReviewInput = {}): Promise<Review> {
  const { rules = defaultRules, who = await identifiersOf(host, target), only } = input;
  const about = { person: target, ...(only === undefined ? {} : { only }) };
  const finder = finderFor(who);
  const key = new Uint8Array(32).fill(7);
  const spots: Spot[] = [];
  for await (const spot of host.spots(scopesFor(host.profile, about, who))) spots.push(spot);
  const plan = await planFor({ profile: host.profile, ...about, finder, rules, key }, streamOf(spots));
  return { plan, who, finder, rules, key, spots };
}

/** A run whose journal can be looked into. */
export interface TestRun extends Run {
  readonly journal: MemoryJournal;
}

/** A run of what was reviewed, approved by its reviewer; changed as the test wants. */
export function runOf(host: Host, review: Review, changes: Partial<TestRun> = {}): TestRun {
  const { plan, who, finder, rules, key } = review;
  return {
    id: 'run-1',
    host,
    plan,
    approval: approvalOf(plan, rules.confirmation),
    who,
    finder,
    rules,
    key,
    journal: memoryJournal(),
    clock: virtualClock(),
    check: async () => [],
    ...changes,
  };
}

/** The word of a reviewer who typed what was asked for. */
export function approvalOf(plan: Plan, word?: string): Approval {
  return {
    digest: plan.digest,
    typed: phraseFor(plan, word),
    by: 'reviewer-1',
    at: new Date('2026-04-01T07:00:00Z'),
    acknowledged: [],
  };
}

/** What came of a run. */
export interface Carried {
  readonly ending: Ending;
  readonly progress: readonly Progress[];
  readonly journal: MemoryJournal;
}

/** Carries a run out to its end. */
export async function carryOut(run: TestRun): Promise<Carried> {
  const progress: Progress[] = [];
  const running = execute(run);
  for (;;) {
    const next = await running.next();
    if (next.done === true) return { ending: next.value, progress, journal: run.journal };
    progress.push(next.value);
  }
}

/** A list as hosts give it. */
export async function* streamOf<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}

async function identifiersOf(host: Host, target: PersonId): Promise<Identifiers> {
  for await (const person of host.findPeople({ by: 'id', person: target })) return person.identifiers;
  throw new RangeError('The host does not find the target by its id.');
}
