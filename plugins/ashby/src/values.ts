import { Personal } from '@lethe/core';
import { z } from 'zod';

/** Values as Ashby writes them: null and missing mean the same. */

/** Ashby's ids are random, so that nothing personal is in them. */
export const id = z.string().regex(/^[\w-]{1,100}$/);

/** A text about somebody; null and missing are blank. */
export const personal = z
  .string()
  .nullish()
  .transform((text) => Personal.of(text));

/** Something that has a name of its own: a status, a source, a stage. */
export const word = z
  .string()
  .nullish()
  .transform((value) => value ?? '');

/** A moment, or none. */
export const time = z
  .string()
  .nullish()
  .transform((value) => (value == null || Number.isNaN(Date.parse(value)) ? undefined : new Date(value)));

/** A list; null and missing are empty. */
export function listOf<T extends z.ZodType>(one: T): z.ZodType<readonly z.output<T>[]> {
  return z
    .array(one)
    .nullish()
    .transform((some) => some ?? []);
}

/** Whatever Ashby put there, as one text: what was filled in may be texts, numbers, lists and objects. */
export const anything = z.unknown().transform((value) => Personal.of(readable(value).join('\n')));

function readable(value: unknown): readonly string[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value];
  if (typeof value === 'number') return [String(value)];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(readable);
}
