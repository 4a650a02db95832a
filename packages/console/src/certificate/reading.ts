import type { Certificate } from '@lethe/core/readable-certificate';

/** What a file of the server says. It was written by the server: nothing else of it is checked here. */
export function certificateIn(file: string): Certificate {
  const read = JSON.parse(file) as FileId;
  return read.certificate;
}

interface FileId {
  readonly certificate: Certificate;
}

/** SHA-256 of a text, 64 hex digits; nothing where the browser computes none, as on plain http away from this machine. */
export async function sha256Of(text: string): Promise<string | undefined> {
  if (!isSecureContext) return undefined;
  const sum = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(sum), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
