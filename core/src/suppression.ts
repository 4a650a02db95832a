import { splitAddress, mailbox, domainsLike } from './finding/matching/address.ts';
import type { Entry } from './finding/matching/hit.ts';
import { nationalNumber } from './finding/matching/phone-forms.ts';
import { strongEntries } from './finding/matching/weak-identifiers.ts';
import type { Identifiers } from './identifiers.ts';
import { Personal } from './personal.ts';

/** Kinds of identifiers an erased person is recognized by, should they come back: never a name alone, never a postal address. */
export const watchedKinds = ['addresses', 'phones', 'logins', 'externalIds'] as const;
export type WatchedKind = (typeof watchedKinds)[number];

/** A keyed hash of one identifier: 32 hex digits, which tell nothing without the key, and who has the key only what they try. */
export interface Mark {
  readonly kind: WatchedKind;
  readonly mark: string;
}

/** Under which key, and in which host, by its name in the settings: logins and numbers mean something there alone. */
export interface Marking {
  readonly key: Uint8Array;
  readonly host: string;
}

/** Shorter phone numbers are had by too many. */
const FEWEST_DIGITS = 7;

/**
 * What somebody is recognized by without being kept: a mark for each spelling-free form of what names them alone. Shared mailboxes,
 * words in general use and short numbers have none.
 */
export function marksOf(who: Identifiers, { key, host }: Marking): readonly Mark[] {
  const marks = new Map<string, Mark>();
  for (const entry of strongEntries(who)) {
    const normal = normalOf(entry, host);
    if (normal === undefined) continue;
    const mark = Personal.of(normal.text).fingerprint(key);
    marks.set(mark, { kind: normal.kind, mark });
  }
  return [...marks.values()];
}

interface Normal {
  readonly kind: WatchedKind;
  readonly text: string;
}

/** What is the same however it is written. Hosts sign people in with addresses: those are addresses wherever they stand. */
function normalOf({ text, by }: Entry, host: string): Normal | undefined {
  if (by === 'names' || by === 'postalAddresses') return undefined;
  const parts = by === 'phones' ? undefined : splitAddress(text);
  if (parts !== undefined) {
    const [domain = parts.domain] = domainsLike(parts.domain);
    return { kind: 'addresses', text: `address ${mailbox(parts.local, parts.domain)}@${domain}` };
  }
  if (by !== 'phones') return by === 'addresses' ? undefined : { kind: by, text: `${by} ${host} ${folded(text)}` };
  const number = nationalNumber(text);
  return number.length < FEWEST_DIGITS ? undefined : { kind: 'phones', text: `phone ${number}` };
}

function folded(text: string): string {
  return text.trim().normalize('NFKC').toLowerCase();
}
