import { Personal } from '@lethe/core';
import { z } from 'zod';

/** Values as Zendesk writes them: null and missing mean the same. */

/** A text about somebody; null and missing are blank. */
export const personal = z
  .string()
  .nullish()
  .transform((text) => Personal.of(text));

/** Several of them. */
export const texts = z
  .array(personal)
  .nullish()
  .transform((values) => values ?? []);

/** A number of something. */
export const number = z.number().int();

/** A number of something, or none. */
export const numberOrNone = number.nullish().transform((value) => value ?? undefined);

/** Numbers of several things. */
export const numbers = z
  .array(number)
  .nullish()
  .transform((values) => values ?? []);

/** A moment, with its time zone. */
export const time = z.iso.datetime({ offset: true }).transform((text) => new Date(text));
