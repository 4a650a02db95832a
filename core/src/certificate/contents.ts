import type { SpotKind } from '../host.ts';
import type { LedgerPosition } from '../ledger-entry.ts';
import type { Report } from '../reporting/schema.ts';
import type { CheckTime } from './check-times.ts';
import { certificateSchema } from './schema.ts';
import type { Certificate, LaterCheck } from './schema.ts';

/** What a certificate says besides the report. */
export interface Issuing {
  readonly installation: string;
  /** Fingerprint of the key it will be signed with. */
  readonly key: string;
  readonly edition: number;
  readonly issued: Date;
  /** Commitment to the account, see `accountCommitment`. */
  readonly account: string;
  /** Commitment to the receipt secret, if one was made. */
  readonly receipt?: string;
  readonly covers: Certificate['covers'];
  readonly ledger: { readonly main: LedgerPosition; readonly ended: LedgerPosition; readonly run?: LedgerPosition };
  readonly checks: readonly LaterCheck[];
  readonly planned: readonly { readonly after: CheckTime; readonly due: Date }[];
}

/**
 * What the certificate of a run says. Spots, labels, links, operators and the person's id in the host are left out: what a report holds
 * for those who work with it, a certificate holds for people who must not be able to look anybody up.
 * Throws `TypeError` for a run that has not ended as done.
 */
export function certificateOf(report: Report, issuing: Issuing): Certificate {
  const { state, times, tallies } = report;
  if ((state !== 'done' && state !== 'done-with-gaps') || times.ended === undefined || tallies === undefined)
    throw new TypeError('There is a certificate only of a run that has ended as done.');
  const { installation, key, edition, issued, account, receipt, covers, ledger, checks, planned } = issuing;
  return certificateSchema.parse({
    ...{ format: 'lethe-certificate', version: 1, installation, key, edition, issued: issued.toISOString() },
    ...{ run: report.run, host: report.host, account, covers, state, times, ledger, checks },
    ...(receipt === undefined ? {} : { receipt }),
    ...{ plan: report.plan, rules: report.rules, acknowledged: report.acknowledged },
    ...(report.replays === undefined ? {} : { replays: report.replays.run }),
    ...{ spots: report.spots, steps: report.steps, kept: report.kept },
    ...leftOf(report),
    tallies: { compared: tallies.compared, changed: tallies.changed.length },
    planned: planned.map(({ after, due }) => ({ after, due: due.toISOString() })),
  });
}

type Left = Pick<Certificate, 'notProven' | 'gaps' | 'remains' | 'unreached' | 'ambiguous' | 'residue' | 'grown'>;

function leftOf({ notProven, gaps, remains, unreached, ambiguous, residue, grown }: Report): Left {
  return {
    notProven: tallied(
      notProven.map(({ kind, end, code }) => ({ kind, end, ...(code === undefined ? {} : { code }) })),
    ),
    gaps: tallied(gaps.map(({ kind, because }) => ({ kind, because: onOneLine(because) }))),
    remains: remains.map(({ kind, where, steps }) => ({ kind, where: onOneLine(where), count: steps })),
    unreached: unreached.map(({ scope, because }) => ({ scope, because: onOneLine(because) })),
    ...{ ambiguous, residue: residue.length, grown: grown.length },
  };
}

/** A sentence of a plugin as a certificate takes it. */
function onOneLine(sentence: string): string {
  return sentence
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .slice(0, 600)
    .toWellFormed();
}

/** Each different thing once, in the order in which they first come, with how often it comes. */
export function tallied<T extends { readonly kind: SpotKind }>(all: readonly T[]): readonly (T & { count: number })[] {
  const found = new Map<string, T & { count: number }>();
  for (const one of all) {
    const key = JSON.stringify(one);
    found.set(key, { ...one, count: (found.get(key)?.count ?? 0) + 1 });
  }
  return [...found.values()];
}
