import type { Entry } from '../matching/hit.ts';
import { phoneDigits, phoneForms } from '../matching/phone-forms.ts';
import { FORM_DIGITS, FORM_MARKS, INTERNATIONAL, phoneEndingAt, SHORT, type Span } from './match-phone.ts';
import type { Readable } from './readable.ts';

/** What a number is looked up by: its last digits, of which there are seven, or five of a short one. */
export interface LastDigits {
  readonly value: number;
  readonly isShort: boolean;
}

const SEVEN = 7;
const FIVE = 5;
/** From so many digits on, the last seven are the same in all forms: in front of them stand codes of countries at most. */
const LONG = 11;

/** Everybody's phone numbers. Their forms are made when a text has one's last digits: reading a number takes longer than finding it. */
export class PhoneBook {
  readonly #entries = new Map<number, Entry>();
  readonly #forms = new Map<number, readonly Int32Array[]>();

  /** Files a number under a pattern; gives what to look it up by. */
  put(entry: Entry, pattern: number): readonly LastDigits[] {
    this.#entries.set(pattern, entry);
    const filed = phoneDigits(entry.text);
    const all = filed.length >= LONG ? [filed] : phoneForms(entry).map(({ digits }) => String.fromCharCode(...digits));
    return all.map((digits) => ({
      value: Number(digits.slice(digits.length < SEVEN ? -FIVE : -SEVEN)),
      isShort: digits.length < SEVEN,
    }));
  }

  /** The longest form of a number whose digits end at this place. */
  endingAt(text: Readable, end: number, pattern: number): Span | undefined {
    let longest: Span | undefined;
    for (const form of this.#formsOf(pattern)) {
      const span = phoneEndingAt(text, end, form);
      if (span !== undefined && span.start <= (longest?.start ?? span.start)) longest = span;
    }
    return longest;
  }

  #formsOf(pattern: number): readonly Int32Array[] {
    const known = this.#forms.get(pattern);
    if (known !== undefined) return known;
    const entry = this.#entries.get(pattern);
    const forms = (entry === undefined ? [] : phoneForms(entry)).map(({ digits, isInternational, isShort }) => {
      const form = new Int32Array(2 + digits.length);
      form[FORM_MARKS] = (isInternational ? INTERNATIONAL : 0) | (isShort ? SHORT : 0);
      form[FORM_DIGITS] = digits.length;
      form.set(digits, FORM_DIGITS + 1);
      return form;
    });
    this.#forms.set(pattern, forms);
    return forms;
  }
}
