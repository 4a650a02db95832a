import type { Range } from '../glyphs.ts';
import { asItIs, type Place, type Write } from '../place.ts';

/** What stands between two runs of the same sign: these go with it once nothing is left, and no white space may touch them. */
export function emphasisPlaces(text: string, patterns: readonly RegExp[], write: Write): readonly Place[] {
  return patterns
    .flatMap((pattern) => wrappedPlaces(text, pattern, write))
    .map((place) => ({ ...place, isTight: true }));
}

/** What stands between two signs, the pattern's group, which go with it once nothing is left. */
export function wrappedPlaces(text: string, pattern: RegExp, write: Write): readonly Place[] {
  return Array.from(text.matchAll(pattern), (found) => {
    const whole: Range = { start: found.index, end: found.index + found[0].length };
    const inner = found.groups?.['inner'] ?? '';
    const start = whole.start + found[0].indexOf(inner);
    return { start, end: start + inner.length, write, whole: { ...whole, goes: 'emptied', write: asItIs } };
  });
}
