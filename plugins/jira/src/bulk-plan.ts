import { byIssue } from './field-change.ts';
import type { Change } from './field-change.ts';

/** Changes that are carried out in one call: each issue is changed in the same fields to the same values. */
export interface BulkEdit {
  readonly issues: readonly string[];
  /** One change a field. */
  readonly changes: readonly Change[];
  /** All changes it carries out. */
  readonly carries: readonly Change[];
}

/** What planning needs to know of the site. */
export interface BulkPlanning {
  /** Whether Jira changes this field on several issues at once. */
  readonly takes: (field: string) => boolean;
  /** Calls it takes to mark the issues of bulk edits. */
  readonly marking: number;
}

/** A call that starts it and one that asks what came of it. */
const CALLS_OF_ONE = 2;

/**
 * The bulk edits that take the fewest calls; what is in none of them is changed issue by issue, a call an issue. Either issues with the
 * same changes go together, or those with the same change of one field. No more than a thousand issues are expected.
 */
export function bulkEdits(changes: readonly Change[], { takes, marking }: BulkPlanning): readonly BulkEdit[] {
  const issues = byIssue(changes);
  const alike = [...issues.values()].filter((some) =>
    some.every(({ shared, field }) => shared !== undefined && takes(field)),
  );
  const together = editsOf(alike).filter(({ issues: some }) => some.length > CALLS_OF_ONE);
  const apart = editsOf(alike.flat().map((change) => [change]));
  const callsFor = (edits: readonly BulkEdit[]): number => {
    const covered = new Set(edits.flatMap(({ issues: some }) => some));
    return CALLS_OF_ONE * edits.length + (edits.length > 0 ? marking : 0) + issues.size - covered.size;
  };
  const [fewest = []] = [[], together, apart].sort((one, other) => callsFor(one) - callsFor(other));
  return fewest;
}

/** One edit for all that share their changes. */
export function editsOf(shares: readonly (readonly Change[])[]): readonly BulkEdit[] {
  const edits = new Map<string, (readonly Change[])[]>();
  for (const some of shares) {
    const name = some
      .map(({ shared = '' }) => shared)
      .sort()
      .join('\n');
    edits.set(name, [...(edits.get(name) ?? []), some]);
  }
  return [...edits.values()].map((some) => ({
    issues: some.flatMap(([first]) => first?.issue ?? []),
    changes: some[0] ?? [],
    carries: some.flat(),
  }));
}
