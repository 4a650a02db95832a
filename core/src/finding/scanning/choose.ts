import { type IdentifierKind, identifierKinds } from '../../identifiers.ts';
import { entryNamed, kindNamed } from './patterns.ts';

/** A place in a text that names one of many people; offsets are UTF-16 units. */
export interface PersonFinding {
  /** Whom, by the place in the list the scanner was made for. */
  readonly person: number;
  readonly start: number;
  readonly end: number;
  /** Which kind of identifier matched, and which entry of it. */
  readonly by: IdentifierKind;
  readonly entry: number;
}

/** Something that matched, before it is chosen. */
export interface Match {
  readonly person: number;
  readonly start: number;
  readonly end: number;
  readonly named: number;
}

/** Leftmost first, the longer of two that begin alike; of those that overlap the first. Who shares a place is named there too. */
export function leftmostLongest(matches: readonly Match[]): readonly PersonFinding[] {
  if (matches.length === 0) return [];
  const chosen: Match[] = [];
  for (const match of [...matches].sort(byPlace)) {
    const last = chosen.at(-1);
    const isSame = last?.start === match.start && last.end === match.end;
    if (isSame ? last.person !== match.person : match.start >= (last?.end ?? 0)) chosen.push(match);
  }
  return chosen.map(({ person, start, end, named }) => ({
    person,
    start,
    end,
    by: kindNamed(named),
    entry: entryNamed(named),
  }));
}

function byPlace(one: Match, other: Match): number {
  return (
    one.start - other.start || other.end - one.end || one.person - other.person || rank(one.named) - rank(other.named)
  );
}

/** Kinds in their order, then entries in theirs. */
function rank(named: number): number {
  return identifierKinds.indexOf(kindNamed(named)) * 0x100000 + entryNamed(named);
}
