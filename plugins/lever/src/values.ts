import { Personal } from '@lethe/core';
import { z } from 'zod';

/** Values as Lever writes them: null and missing mean the same. */

/** A text about somebody; null and missing are blank. */
export const personal = z
  .string()
  .nullish()
  .transform((text) => Personal.of(text));

/** Several of them; blank ones are left out. */
export const texts = z
  .array(personal)
  .nullish()
  .transform((values) => (values ?? []).filter((value) => !value.isBlank));

/** Something that has a name of its own: an id, a stage, an origin. */
export const word = z
  .string()
  .nullish()
  .transform((value) => value ?? '');

/** A moment in milliseconds, or none. */
export const time = z
  .number()
  .nullish()
  .transform((value) => (value == null ? undefined : new Date(value)));

/** Whatever Lever put there, as one text: the values of a form may be texts, numbers, lists and objects. */
export const anything = z.unknown().transform((value) => Personal.of(readable(value).join('\n')));

function readable(value: unknown): readonly string[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value];
  if (typeof value === 'number') return [String(value)];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(readable);
}
