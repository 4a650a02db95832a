import { type IdentifierKind, identifierKinds } from '../../identifiers.ts';

/** A pattern that is a name in one order of its words. */
export const NAME = 0;
/** A pattern that is a login, an id or a number. */
export const TOKEN = 1;
/** A pattern that is a phone number; its forms are in a book. */
export const PHONE = 2;
/** A pattern that is any address of a domain somebody has one in; whose it is says a book. */
export const DOMAIN = 3;

/** Cell of every pattern that says whose it is. */
export const PERSON = 1;
/** Cell of every pattern that says which identifier it was made from. */
export const NAMED = 2;
/** Cell of a name with the word at which it turns, or 0. */
export const TURN = 3;
/** Cell of a name with the number of its words; then where each stands in the pool of words. */
export const WORDS = 4;
/** Cell of a token with its marks. */
export const MARKS = 3;
/** Cell of a token with the number of its codes; then the codes, the number of units it is written with, and those. */
export const CODES = 4;

/** Mark of a token that is told apart by case. */
export const EXACT = 1;
/** Mark of a token that is a row of digits. */
export const NUMERIC = 2;

/** Which identifier a pattern was made from, as one number. */
export function packNamed(by: IdentifierKind, entry: number): number {
  return entry * identifierKinds.length + identifierKinds.indexOf(by);
}

/** The kind of identifier of such a number. */
export function kindNamed(named: number): IdentifierKind {
  return identifierKinds[named % identifierKinds.length] ?? 'names';
}

/** The place of the identifier in the list of its kind. */
export function entryNamed(named: number): number {
  return Math.floor(named / identifierKinds.length);
}
