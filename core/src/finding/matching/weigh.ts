import type { Hit } from './hit.ts';

/** Whether a text names the person at all: for certain somewhere, or by the given and by the family name. */
export function isNamedIn(hits: readonly Hit[]): boolean {
  if (hits.some(({ sure }) => sure === 'certain')) return true;
  const waiting = hits.filter(({ waits }) => waits !== undefined);
  return waiting.some(({ waits }) => waits === 'family') && waiting.some(({ waits }) => waits === 'given');
}

/** What waits for a text to name the person, made certain. */
export function settled(hit: Hit): Hit {
  if (hit.waits === undefined) return hit;
  const { from, to, by, entry, how } = hit;
  return { from, to, by, entry, how, sure: 'certain', evidence: 'strong-mention' };
}
