import { Personal } from '@lethe/core';
import { z } from 'zod';

/** Values as Greenhouse writes them: null and missing mean the same. */

/** A text about somebody; null and missing are blank. */
export const personal = z
  .string()
  .nullish()
  .transform((text) => Personal.of(text));

/** Something that has a name of its own: a stage, a status, a moment that is only compared. */
export const word = z
  .union([z.string(), z.number(), z.boolean()])
  .nullish()
  .transform((value) => (value == null ? '' : String(value)));

/** A number that names something. */
export const id = z.union([z.int(), z.string().regex(/^\d+$/)]).transform(String);

/** A number that names something, or none. */
export const idOrNone = id.nullish().transform((value) => value ?? '');

/** A moment, or none. */
export const time = z
  .string()
  .nullish()
  .transform((value) => (value == null || Number.isNaN(Date.parse(value)) ? undefined : new Date(value)));

/** A moment of something that happened: where none is said, the beginning of time. */
export const moment = time.transform((value) => value ?? new Date(0));

/** Values with or without their sort: `{value, type}`. */
export const typedValues = z
  .array(z.object({ value: personal }))
  .nullish()
  .transform((some) => filled((some ?? []).map(({ value }) => value)));

/** Several texts; blank ones are left out. */
export const texts = z
  .array(personal)
  .nullish()
  .transform((some) => filled(some ?? []));

/** Whatever stands there, each text and number by itself: values of custom fields may be texts, numbers, lists and objects. */
export const anything = z.unknown().transform((value) => readable(value).map((text) => Personal.of(text)));

/** Custom fields by their key: what they hold, not what they are called. */
export const customFields = z
  .record(z.string(), z.looseObject({ value: anything }))
  .nullish()
  .transform((fields) => Object.values(fields ?? {}).flatMap(({ value }) => value));

/** Questions and answers: the answers. */
export const answers = z
  .array(z.object({ answer: personal }))
  .nullish()
  .transform((some) => filled((some ?? []).map(({ answer }) => answer)));

function filled(values: readonly Personal[]): readonly Personal[] {
  return values.filter((value) => !value.isBlank);
}

function readable(value: unknown): readonly string[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value];
  if (typeof value === 'number') return [String(value)];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(readable);
}
