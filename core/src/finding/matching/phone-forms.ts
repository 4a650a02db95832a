import { parsePhoneNumberFromString } from 'libphonenumber-js/core';
import type { MetadataJson, PhoneNumber } from 'libphonenumber-js/core';
import type { Entry, Named } from './hit.ts';
import { changedAtHome, phonePlans, trunkPrefixes } from './phone-plans.ts';

/** One way to dial a number: its digits. */
export interface PhoneForm extends Named {
  readonly how: 'as-filed' | 'national-number';
  readonly digits: readonly number[];
  /** With the country's code, so that a plus may stand before it. */
  readonly isInternational: boolean;
  /** Too short to be told from a part of another number: no other digits may stand before it. */
  readonly isShort: boolean;
}

const SHORT = 9;

const plans = plansIn(JSON.parse(phonePlans));

/** All ways to write a number: with and without the country's code where that is known, else as it was filed. */
export function phoneForms({ text, by, entry }: Entry): readonly PhoneForm[] {
  const filed = phoneDigits(text);
  const form = (digits: string, isInternational: boolean): PhoneForm => ({
    by,
    entry,
    how: digits === filed ? 'as-filed' : 'national-number',
    digits: Array.from(digits, (digit) => digit.charCodeAt(0)),
    isInternational,
    isShort: digits.length < SHORT,
  });
  const { international, national } = dialled(text);
  return [
    ...[...new Set(international)].map((digits) => form(digits, true)),
    ...[...new Set(national)].map((digits) => form(digits, false)),
  ];
}

/** How many digits a number has, without an extension. */
export function phoneDigits(text: string): string {
  return withoutExtension(text).replace(/\D/g, '');
}

/** The digits of a number whose country nobody filed; nothing where it is known. */
export function digitsAtHome(text: string): string | undefined {
  const { international, national } = dialled(text);
  return international.length === 0 ? national[0] : undefined;
}

/**
 * The digits of a number inside its country, without the prefix that is dialled there: the same with the country's code and without.
 * Numbers of two countries may share it.
 */
export function nationalNumber(text: string): string {
  return parsed(text)?.nationalNumber ?? phoneDigits(text).replace(/^0+/, '');
}

function dialled(text: string): { readonly international: readonly string[]; readonly national: readonly string[] } {
  const digits = phoneDigits(text);
  const number = parsed(text);
  if (number === undefined) return { international: /^\s*\(?\+/.test(text) ? [digits] : [], national: [digits] };
  const country = number.countryCallingCode;
  const own = number.nationalNumber;
  const trunk = [dialledAtHome(number), `0${own}`];
  const full = [country + own, ...trunk.map((form) => country + form)];
  return { international: full, national: [...full.map((form) => `00${form}`), country + own, ...trunk, own] };
}

function parsed(text: string): PhoneNumber | undefined {
  return parsePhoneNumberFromString(
    withoutExtension(text)
      .trim()
      .replace(/^(\(?)00/, '+'),
    plans,
  );
}

function plansIn(value: unknown): MetadataJson {
  if (!isPlans(value)) throw new TypeError('These are no numbering plans.');
  return value;
}

function isPlans(value: unknown): value is MetadataJson {
  return typeof value === 'object' && value !== null && 'countries' in value;
}

/** A number as it is dialled in its own country: most put a prefix before it, in some it changes. */
function dialledAtHome(number: PhoneNumber): string {
  const { country = '', nationalNumber } = number;
  if (changedAtHome.includes(country)) return number.formatNational().replace(/\D/g, '');
  return `${trunkPrefixes[country] ?? ''}${nationalNumber}`;
}

function withoutExtension(text: string): string {
  return text.replace(/(?:[;,\s]*(?:ext|x|#|durchwahl|dw)[\s.=:]*)\d{1,6}\s*$/i, '');
}
