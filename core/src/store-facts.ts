import type { Approval } from './confirmation.ts';
import type { LedgerFact, LedgerPosition, LedgerState } from './ledger-entry.ts';
import type { Plan } from './plan.ts';
import type { PlanRecord, RunRecord } from './store.ts';

/** What the ledger says about a plan that was reviewed: its parts, counted. */
export function reviewedFact({ plan, reviewedBy, replays }: PlanRecord): LedgerFact {
  const { steps, kept, gaps, unreached, remains, ambiguous } = plan;
  const lists = { steps, kept, gaps, unreached, remains, ambiguous };
  const counts = Object.fromEntries(Object.entries(lists).map(([name, list]) => [name, list.length]));
  const repeated = replays === undefined ? {} : { replays: replays.run };
  return { what: 'plan-reviewed', ...about(plan), actor: reviewedBy, counts, ...repeated };
}

/** What the ledger says when a run begins; `older` is the run of the same person that gives way to it. */
export function begunFacts(
  run: string,
  { plan, approval }: { readonly plan: Plan; readonly approval: Approval },
  older?: string,
): readonly LedgerFact[] {
  const approved: LedgerFact = { what: 'run-approved', run, ...about(plan), actor: approval.by };
  if (older === undefined) return [approved];
  return [{ what: 'run-ended', run: older, host: plan.host, state: 'superseded', actor: approval.by }, approved];
}

/** What the ledger says when an operator gives a run up. */
export function calledOffFact({ id, plan: { plan } }: Pick<RunRecord, 'id' | 'plan'>, by: string): LedgerFact {
  return { what: 'run-ended', run: id, host: plan.host, digest: plan.digest, state: 'called-off', actor: by };
}

/** What the main ledger says when a run stops or ends in a store whose runs have chains of their own. */
export function anchoredFact(
  { id, plan: { plan } }: Pick<RunRecord, 'id' | 'plan'>,
  state: LedgerState,
  chain: LedgerPosition,
): LedgerFact {
  const fact = { what: 'run-anchored', run: id, host: plan.host, digest: plan.digest, state } as const;
  return chain.seq === 0 ? fact : { ...fact, chain };
}

function about({ digest, host, rules }: Plan): Omit<LedgerFact, 'what'> {
  return { host, digest, rules: rules.digest };
}
