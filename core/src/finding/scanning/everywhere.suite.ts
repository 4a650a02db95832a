import type { Identifiers } from '../../identifiers.ts';
import type { Glyphs } from '../reading/glyphs.ts';
import type { Match } from './choose.ts';
import { endOfName } from './match-name.ts';
import { endOfToken } from './match-token.ts';
import { type PatternPool, PatternPoolBuilder } from './pattern-pool.ts';
import { CODES, NAME, NAMED, PERSON, PHONE, TOKEN, WORDS } from './patterns.ts';

/** What a scanner looks for. */
export function poolOf(people: readonly Identifiers[]): PatternPool {
  const builder = new PatternPoolBuilder();
  for (const [person, who] of people.entries()) builder.put(who, person);
  return builder.pool();
}

/** All that matches at any place of a text: every pattern is compared at every place, without keys, tables or words. */
export function matchedAnywhere(text: Glyphs, pool: PatternPool): readonly Match[] {
  const found: Match[] = [];
  for (let at = 0; at <= text.length; at += 1) {
    const address = pool.addresses.at(text, at);
    if (address !== undefined) {
      const place = { start: text.start(address.start), end: text.end(address.end - 1) };
      for (const { person, named } of address.owners) found.push({ person, named, ...place });
    }
    for (const pattern of patternsIn(pool.patterns)) {
      const span = spanAt(text, { at, pattern }, pool);
      if (span === undefined) continue;
      const person = pool.patterns[pattern + PERSON]!;
      const named = pool.patterns[pattern + NAMED]!;
      found.push({ person, named, start: text.start(span.start), end: text.end(span.end - 1) });
    }
  }
  return found;
}

interface Place {
  readonly at: number;
  readonly pattern: number;
}

function spanAt(text: Glyphs, { at, pattern }: Place, pool: PatternPool) {
  const kind = pool.patterns[pattern];
  if (kind === PHONE) return pool.phones.endingAt(text, at, pattern);
  const end =
    kind === NAME
      ? endOfName(text, { start: at, pattern }, pool)
      : endOfToken(text, { start: at, pattern }, pool.patterns);
  return end < 0 ? undefined : { start: at, end };
}

function patternsIn(cells: Int32Array): readonly number[] {
  const patterns: number[] = [];
  let at = 2;
  while (at < cells.length) {
    patterns.push(at);
    const kind = cells[at];
    if (kind === NAME) at += WORDS + 1 + cells[at + WORDS]!;
    else if (kind === TOKEN) {
      const chars = at + CODES + 1 + cells[at + CODES]!;
      at = chars + 1 + cells[chars]!;
    } else at += NAMED + 1;
  }
  return patterns;
}
