import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalJson } from '../canonical.ts';
import { certificateFileSchema } from './schema.ts';
import type { Certificate } from './schema.ts';

/** Every place this runs has it, and none of their type libraries is in core. */
declare const TextDecoder: new () => { decode(bytes: Uint8Array): string };

/** The bytes that are signed: the certificate in its one canonical form (RFC 8785), as UTF-8. */
export function signedBytes(certificate: Certificate): Uint8Array {
  return utf8ToBytes(canonicalJson(certificate));
}

/** The file of a certificate: canonical JSON of both parts, then one line feed. No other bytes are that certificate. */
export function certificateFile(certificate: Certificate, signature: Uint8Array): string {
  return `${canonicalJson({ certificate, signature: bytesToHex(signature) })}\n`;
}

/** SHA-256 of a certificate's file, as the ledger has it. */
export function fileDigest(file: string | Uint8Array): string {
  return bytesToHex(sha256(typeof file === 'string' ? utf8ToBytes(file) : file));
}

/** What is wrong with the bytes of a file. `other-writing`: the same data perhaps, but not in the one way it is written. */
export type FileFault = 'no-json' | 'no-certificate' | 'other-version' | 'other-writing';

/** A file that was read, or why it is none. */
export type ReadFile =
  | { readonly ok: true; readonly certificate: Certificate; readonly signature: Uint8Array }
  | { readonly ok: false; readonly because: FileFault };

/**
 * Reads a file strictly: its bytes must be those `certificateFile` writes. White space, another order, an escape more, a byte order
 * mark or a key that comes twice make it none, although programs that read JSON would see no difference.
 */
export function readCertificate(bytes: Uint8Array): ReadFile {
  const value = jsonIn(bytes);
  if (value === undefined) return { ok: false, because: 'no-json' };
  const parsed = certificateFileSchema.safeParse(value);
  if (!parsed.success) return { ok: false, because: isOtherVersion(value) ? 'other-version' : 'no-certificate' };
  const { certificate, signature } = parsed.data;
  const written = utf8ToBytes(`${canonicalJson({ certificate, signature })}\n`);
  if (!areEqual(written, bytes)) return { ok: false, because: 'other-writing' };
  return { ok: true, certificate, signature: hexToBytes(signature) };
}

function jsonIn(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}

/** A later program may have issued it: then it is to be verified with that. */
function isOtherVersion(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || !('certificate' in value)) return false;
  const { certificate } = value;
  if (typeof certificate !== 'object' || certificate === null) return false;
  return (
    'format' in certificate &&
    certificate.format === 'lethe-certificate' &&
    !('version' in certificate && certificate.version === 1)
  );
}

function areEqual(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}
