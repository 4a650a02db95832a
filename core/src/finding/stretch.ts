import { identifierKinds } from '../identifiers.ts';
import type { Finding } from './finder.ts';
import type { Glyphs, Range } from './reading/glyphs.ts';
import { SPACE } from './reading/kinds.ts';
import type { Hit } from './matching/hit.ts';

/** A piece of a mention without markup inside: a mention that runs over tags has several. */
export interface Stretch extends Finding {
  /** Whether the mention begins with it: the replacement goes there. */
  readonly isFirst: boolean;
}

/** Where a hit stands in the source; white space between tags is left there. */
export function stretchesOf({ from, to, ...named }: Hit, glyphs: Glyphs): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let first = from;
  for (let at = from + 1; at <= to; at += 1) {
    if (at < to && glyphs.start(at) <= glyphs.end(at - 1)) continue;
    if (!isSpace(glyphs, first, at)) {
      stretches.push({
        start: glyphs.start(first),
        end: glyphs.end(at - 1),
        ...named,
        isFirst: stretches.length === 0,
      });
    }
    first = at;
  }
  return stretches;
}

function isSpace(glyphs: Glyphs, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (!glyphs.is(SPACE, at)) return false;
  return true;
}

/**
 * The same stretches, leftmost first and not overlapping. Of two that overlap the left and longer one stays; what the other
 * has beyond it is added, so that no part of an identifier is left over, unless it holds no letter and no digit: in
 * `Jane Doe, Jane Doe` the comma is not part of a "Doe, Jane".
 */
export function merged(stretches: readonly Stretch[], text: string): readonly Stretch[] {
  const sorted = [...stretches].sort(leftmostLongest);
  const chosen = sorted.reduce<Stretch[]>(choose, []);
  const partly = sorted.filter((stretch) => /[\p{L}\p{Nd}]/u.test(leftOver(stretch, chosen, text)));
  return partly.length === 0 ? chosen : [...chosen, ...partly].sort(leftmostLongest).reduce<Stretch[]>(join, []);
}

/** The place of the first stretch that ends after a place in the text. */
export function firstEndingAfter(stretches: readonly Range[], place: number): number {
  let low = 0;
  let high = stretches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((stretches[middle]?.end ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  return low;
}

function choose(chosen: Stretch[], stretch: Stretch): Stretch[] {
  if (stretch.start >= (chosen.at(-1)?.end ?? 0)) chosen.push(stretch);
  return chosen;
}

function leftOver({ start, end }: Stretch, chosen: readonly Stretch[], text: string): string {
  let rest = '';
  let at = start;
  for (let index = firstEndingAfter(chosen, start); at < end; index += 1) {
    const next = chosen[index] ?? { start: end, end };
    rest += text.slice(at, Math.min(next.start, end));
    at = Math.max(at, next.end);
  }
  return rest;
}

/** Those that touch none of the others; both leftmost first. */
export function apartFrom(others: readonly Stretch[], stretches: readonly Stretch[]): readonly Stretch[] {
  let next = 0;
  return stretches.filter(({ start, end }) => {
    while ((others[next]?.end ?? Infinity) <= start) next += 1;
    return (others[next]?.start ?? Infinity) >= end;
  });
}

function join(joined: Stretch[], stretch: Stretch): Stretch[] {
  const last = joined.at(-1);
  if (last === undefined || stretch.start >= last.end) joined.push(stretch);
  else joined[joined.length - 1] = union(last, stretch);
  return joined;
}

function union(one: Stretch, other: Stretch): Stretch {
  const named = rank(other) < rank(one) ? other : one;
  const end = Math.max(one.end, other.end);
  return { ...named, start: one.start, end, isFirst: one.isFirst || other.isFirst };
}

function leftmostLongest(one: Stretch, other: Stretch): number {
  // Of two readings that differ in how far a mention goes, the one that sees more of it counts: the replacement comes once.
  return (
    one.start - other.start ||
    other.end - one.end ||
    rank(one) - rank(other) ||
    Number(one.isFirst) - Number(other.isFirst)
  );
}

function rank({ by }: Stretch): number {
  return identifierKinds.indexOf(by);
}
