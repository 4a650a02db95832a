import type { Finding } from './finder.ts';
import type { Found } from './search.ts';
import type { Stretch } from './stretch.ts';

const nothing: readonly Finding[] = [];

/** What a search found as callers see it, leftmost first. */
export function findingsIn({ certain, ambiguous }: Found): readonly Finding[] {
  if (certain.length + ambiguous.length === 0) return nothing;
  return [...certain, ...ambiguous].sort((one, other) => one.start - other.start).map(findingOf);
}

/** A stretch without what only searching needs to know of it. */
export function findingOf({ start, end, by, entry, sure, how, evidence, doubt }: Stretch): Finding {
  const why = { how, ...(evidence === undefined ? {} : { evidence }), ...(doubt === undefined ? {} : { doubt }) };
  return { start, end, by, entry, sure, ...why };
}
