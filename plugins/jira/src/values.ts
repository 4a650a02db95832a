import { Personal } from '@lethe/core';
import { z } from 'zod';

/** Values as Jira writes them: null and missing mean the same. */

/** A text about somebody; null and missing are blank. */
export const personal = z
  .string()
  .nullish()
  .transform((text) => Personal.of(text));

/** The number of something, as text; Jira writes it either way. */
export const id = z.union([z.string().min(1), z.number().int()]).transform(String);

/** A list; null and missing are empty. */
export function listOf<T>(item: z.ZodType<T>): z.ZodType<T[]> {
  return z
    .array(item)
    .nullish()
    .transform((values) => values ?? []);
}

/** A moment: written out with its zone, or as milliseconds, as the changelog of several issues may have it. */
export const time = z.union([z.string(), z.number()]).transform((written, context) => {
  const moment = new Date(written);
  if (!Number.isNaN(moment.getTime())) return moment;
  context.addIssue({ code: 'custom', message: 'no moment' });
  return z.NEVER;
});
