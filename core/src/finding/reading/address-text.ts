import type { Range } from './glyphs.ts';
import type { Place, Write } from './place.ts';

const ADDRESS = /(?:\bhttps?:\/\/|\bftp:\/\/|\bmailto:|\btel:|\bwww\.)[^\s<>"'`|\\^{}[\]]{1,2048}/gi;

/** How a text is written within the address of a page or mailbox: https://www.rfc-editor.org/rfc/rfc3986#section-2 */
export function inAddress(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*~]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** The addresses of pages that stand in a text as they are, each a place where a replacement is percent-encoded. */
export function addressPlaces(text: string): readonly Place[] {
  return rangesOf(text, ADDRESS).map((range) => ({ ...range, write: inAddress }));
}

/** Where a pattern matches; with a group, where the group does. */
export function rangesOf(text: string, pattern: RegExp): readonly Range[] {
  return Array.from(text.matchAll(pattern), (found) => {
    const inner = found[1] ?? found[0];
    const start = found.index + found[0].indexOf(inner);
    return { start, end: start + inner.length };
  });
}

/** All places, leftmost first; of two that overlap the one of the earlier group stays. */
export function inOrder(...groups: readonly (readonly Place[])[]): readonly Place[] {
  return groups.reduce<readonly Place[]>(withRoom, []);
}

/** An address that takes what is written in other ways elsewhere. */
export function writtenBy(write: Write, ranges: readonly Range[]): readonly Place[] {
  return ranges.map((range) => ({ ...range, write }));
}

function withRoom(taken: readonly Place[], more: readonly Place[]): readonly Place[] {
  let next = 0;
  const free = [...more].sort(leftmost).filter(({ start, end }) => {
    while ((taken[next]?.end ?? Infinity) <= start) next += 1;
    return (taken[next]?.start ?? Infinity) >= end;
  });
  return [...taken, ...free].sort(leftmost);
}

function leftmost(one: Range, other: Range): number {
  return one.start - other.start;
}
