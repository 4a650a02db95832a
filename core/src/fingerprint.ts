import { canonicalJson } from './canonical.ts';
import type { Content } from './host.ts';
import { Personal } from './personal.ts';

/** Keyed fingerprint of what a spot holds: the same for the same content, and nothing of it can be read from it. */
export function fingerprintOf(content: Content, key: Uint8Array): string {
  switch (content.form) {
    case 'plain':
    case 'html':
    case 'adf':
      return `${content.form}:${content.text.fingerprint(key)}`;
    case 'list':
      return `list:${allOf(content.items, key)}`;
    case 'file':
      return `file:${allOf([content.name, content.description ?? Personal.blank], key)}`;
    case 'access':
      return content.open ? 'access:open' : 'access:closed';
    case 'hidden':
      return 'hidden';
  }
}

function allOf(texts: readonly Personal[], key: Uint8Array): string {
  return Personal.of(texts.map((text) => text.fingerprint(key)).join(' ')).fingerprint(key);
}

/** Keyed fingerprint of what reports count about a dossier. */
export function talliesFingerprint(tallies: Readonly<Record<string, string>>, key: Uint8Array): string {
  return Personal.of(canonicalJson(tallies)).fingerprint(key);
}
