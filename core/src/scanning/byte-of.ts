const FACTOR = 0x9e3779b1;

/** The byte a folded character counts as in a hash. */
export function byteOf(code: number): number {
  return code < 128 ? code : 128 + (Math.imul(code, FACTOR) >>> 25);
}
