import { type IdentifierKind, identifierKinds, type Identifiers } from '../../identifiers.ts';
import { splitAddress } from './address.ts';
import { isGeneric, isRole } from './generic-words.ts';
import type { Entry } from './hit.ts';
import { parseName } from './person-name.ts';
import { parsePostalAddress } from './postal-address.ts';
import { phoneDigits } from './phone-forms.ts';

/** An identifier that is not looked for, as it would cost other people's text. */
export interface WeakIdentifier {
  readonly kind: IdentifierKind;
  /** Its place in the list of its kind. */
  readonly entry: number;
  /** Why, in fixed words. */
  readonly reason: string;
}

const FEWEST_DIGITS = 5;
const MOST_DIGITS = 17;
const FEWEST_CHARACTERS = 3;

/** The identifiers that say too little about who is meant: shared mailboxes, single letters, short numbers, "Support Team". They never match. */
export function weakIdentifiers(who: Identifiers): readonly WeakIdentifier[] {
  return identifierKinds.flatMap((kind) =>
    who[kind].flatMap((text, entry) => {
      const reason = weakness(kind, text.reveal());
      return reason === undefined ? [] : [{ kind, entry, reason }];
    }),
  );
}

/** The identifiers that are looked for. */
export function strongEntries(who: Identifiers): readonly Entry[] {
  return identifierKinds.flatMap((by) =>
    who[by].flatMap((wrapped, entry) => {
      const text = wrapped.reveal().trim();
      return weakness(by, text) === undefined ? [{ text, by, entry }] : [];
    }),
  );
}

function weakness(kind: IdentifierKind, text: string): string | undefined {
  if (text.trim() === '') return 'It is empty.';
  if (kind === 'addresses' || isAddress(text)) return weakAddress(text);
  if (kind === 'phones') return weakPhone(text);
  if (kind === 'postalAddresses') return parsePostalAddress(text) ? undefined : 'It names no single house.';
  return kind === 'names' ? weakName(text) : weakToken(text.trim());
}

/** Whether an identifier of another kind is an address: many hosts sign people in with it, or show it as their name. */
export function isAddress(text: string): boolean {
  return text.includes('@') && splitAddress(text) !== undefined;
}

function weakAddress(text: string): string | undefined {
  const parts = splitAddress(text);
  if (parts === undefined) return 'It is no complete address.';
  return isRole(parts.local) ? 'It is a shared mailbox, not one person.' : undefined;
}

function weakPhone(text: string): string | undefined {
  const digits = phoneDigits(text);
  if (digits.length < FEWEST_DIGITS) return 'It has fewer than five digits.';
  if (digits.length > MOST_DIGITS) return 'It has more digits than a phone number.';
  return /^(\d)\1*$/.test(digits) ? 'It is one digit repeated.' : undefined;
}

function weakToken(text: string): string | undefined {
  if (/^\d$/.test(text)) return 'It is a number of one digit.';
  if (/^0+$/.test(text) || /^(\d)\1{4,}$/.test(text)) return 'It is one digit repeated.';
  if (!/^\d+$/.test(text) && Array.from(text).length < FEWEST_CHARACTERS) return 'It has fewer than three characters.';
  if (!/[\p{L}\p{Nd}]/u.test(text)) return 'It has neither letters nor digits.';
  return isGeneric(text) || isRole(text) ? 'It is a word in general use.' : undefined;
}

function weakName(text: string): string | undefined {
  const words = parseName(text).flat();
  if (words.length === 0) return 'It has no letters.';
  if (words.every((word) => Array.from(word).length === 1 && /^[\p{Lu}\p{Ll}]$/u.test(word)))
    return 'It has only single letters.';
  return words.every(isGeneric) ? 'It is made of words in general use.' : undefined;
}
