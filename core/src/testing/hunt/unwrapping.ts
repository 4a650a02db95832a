/** Bytes without their line breaks, and where breaks were taken out. */
export interface Unwrapped {
  readonly bytes: Uint8Array;
  /** Where something was taken out, ascending. */
  readonly seams: readonly Seam[];
}

/** A place where something was taken out. */
export interface Seam {
  /** Position in the bytes that are left. */
  readonly at: number;
  /** How many bytes were taken out up to here. */
  readonly gone: number;
}

const [LF, CR, EQUALS, BACKSLASH, N, R] = [10, 13, 61, 92, 110, 114];

/**
 * Takes out line breaks as base64 and quoted-printable put them anywhere: real ones, those of JSON (`\n` in two
 * characters), each with the `=` before it.
 */
export function unwrapped(bytes: Uint8Array): Unwrapped {
  const kept = new Uint8Array(bytes.length);
  const seams: Seam[] = [];
  let length = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const width = breakAt(bytes, at);
    if (width === 0) {
      kept[length] = bytes[at] ?? 0;
      length += 1;
      continue;
    }
    at += width - 1;
    if (seams.at(-1)?.at === length) seams.pop();
    seams.push({ at: length, gone: at + 1 - length });
  }
  return { bytes: kept.subarray(0, length), seams };
}

function breakAt(bytes: Uint8Array, at: number): number {
  const byte = bytes[at];
  if (byte === LF || byte === CR) return 1;
  if (byte === BACKSLASH) return bytes[at + 1] === N || bytes[at + 1] === R ? 2 : 0;
  if (byte !== EQUALS) return 0;
  const after = breakAt(bytes, at + 1);
  return after === 0 || bytes[at + 1] === EQUALS ? 0 : 1 + after;
}

/** Whether something was taken out inside a stretch: between two of its bytes. */
export function hasSeam(seams: readonly Seam[], start: number, end: number): boolean {
  const next = seams[seamsUpTo(seams, start)];
  return next !== undefined && next.at < end;
}

/** Where a byte that is left stood before. */
export function originOf(seams: readonly Seam[], at: number): number {
  return at + (seams[seamsUpTo(seams, at) - 1]?.gone ?? 0);
}

/** How many seams lie at or before a position. */
function seamsUpTo(seams: readonly Seam[], at: number): number {
  let [low, high] = [0, seams.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((seams[middle]?.at ?? 0) > at) high = middle;
    else low = middle + 1;
  }
  return low;
}
