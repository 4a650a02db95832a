import type { Range } from './reading/glyphs.ts';
import type { Stretch } from './stretch.ts';

/** Stands where the wanted replacement would itself name the person. Holds no letter, so it names nobody. */
export const NEUTRAL = '[…]';

/** What is cut from a text and what comes in its place. */
export interface Cut {
  readonly stretches: readonly Stretch[];
  readonly form: 'plain' | 'html';
  /** HTML attribute values without quotes. */
  readonly unquoted: readonly Range[];
  readonly replacement: string;
}

/** The text with the stretches replaced: once a mention, also where it runs over tags; all else as it was. */
export function withoutStretches(text: string, cut: Cut): string {
  const unquoted = [...cut.unquoted].sort((one, other) => one.start - other.start);
  const parts: string[] = [];
  let at = 0;
  let next = 0;
  for (const { start, end, isFirst } of cut.stretches) {
    while ((unquoted[next]?.end ?? Infinity) <= start) next += 1;
    const isUnquoted = (unquoted[next]?.start ?? Infinity) <= start;
    parts.push(text.slice(at, start), isFirst ? written(cut, isUnquoted) : '');
    at = end;
  }
  return parts.join('') + text.slice(at);
}

function written({ form, replacement }: Cut, isUnquoted: boolean): string {
  if (form === 'plain') return replacement;
  return isUnquoted
    ? escaped(replacement === '' ? NEUTRAL : replacement, /[&<>"'`=\s]/g)
    : escaped(replacement, /[&<>"']/g);
}

function escaped(text: string, signs: RegExp): string {
  return text.replace(signs, (sign) => `&#${sign.codePointAt(0) ?? 0};`);
}
