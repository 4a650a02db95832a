const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** The text as Latin-1 bytes, if it has letters beyond ASCII and all of them fit. */
export function latin1Bytes(text: string): readonly Uint8Array[] {
  if (!/[\u0080-\u00ff]/u.test(text) || /[^\0-\u00ff]/u.test(text)) return [];
  return [Uint8Array.from(text, (character) => character.charCodeAt(0))];
}

/** Quoted-printable as bodies write it, with signs encoded too, and as headers write it, with `_` for a space. */
export function quotedPrintable(bytes: Uint8Array): readonly string[] {
  const encode = (keep: (byte: number) => boolean): string =>
    Array.from(bytes, (byte) => (keep(byte) ? String.fromCharCode(byte) : `=${hex(byte)}`)).join('');
  const body = encode((byte) => byte >= 32 && byte < 127 && byte !== 61);
  const strict = encode(isAlphanumeric);
  return [body, strict, body.replaceAll(' ', '_'), strict.replaceAll('=20', '_'), body.replaceAll(' ', '=20')];
}

/**
 * What stands in base64 wherever the bytes do: for each of the three places a byte may have in a group of three, the
 * digits that depend on these bytes alone. Ordinary and web-safe alphabet.
 */
export function base64Cores(bytes: Uint8Array): readonly string[] {
  const cores = [0, 1, 2].map((offset) => {
    const digits = base64Digits(Uint8Array.from([...new Array<number>(offset).fill(0), ...bytes]));
    return digits.slice(Math.ceil((offset * 8) / 6), Math.floor(((offset + bytes.length) * 8) / 6));
  });
  return [...new Set([...cores, ...cores.map((core) => core.replaceAll('+', '-').replaceAll('/', '_'))])];
}

function base64Digits(bytes: Uint8Array): string {
  let digits = '';
  for (let at = 0; at * 6 < bytes.length * 8; at += 1) {
    const bit = at * 6;
    const pair = ((bytes[bit >> 3] ?? 0) << 8) | (bytes[(bit >> 3) + 1] ?? 0);
    digits += alphabet.charAt((pair >> (10 - (bit & 7))) & 63);
  }
  return digits;
}

function isAlphanumeric(byte: number): boolean {
  return (byte >= 48 && byte < 58) || (byte >= 65 && byte < 91) || (byte >= 97 && byte < 123);
}

function hex(byte: number): string {
  return byte.toString(16).toUpperCase().padStart(2, '0');
}
