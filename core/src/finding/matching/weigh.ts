import type { Hit } from './hit.ts';

/**
 * What waits for a text to name the person, made certain if it does: for certain somewhere in any reading or in what is cut
 * already, or by the given name and by the family name.
 */
export function weighed(readings: readonly (readonly Hit[])[], isNamed: boolean): readonly (readonly Hit[])[] {
  return isNamed || isNamedIn(readings.flat()) ? readings.map((hits) => hits.map(settled)) : readings;
}

function isNamedIn(hits: readonly Hit[]): boolean {
  if (hits.some(({ sure }) => sure === 'certain')) return true;
  const waiting = new Set(hits.map(({ waits }) => waits));
  return waiting.has('family') && waiting.has('given');
}

function settled(hit: Hit): Hit {
  if (hit.waits === undefined) return hit;
  const { from, to, by, entry, how } = hit;
  return { from, to, by, entry, how, sure: 'certain', evidence: 'strong-mention' };
}
