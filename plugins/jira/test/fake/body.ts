import { z } from 'zod';
import { errorsOf, Refused } from './answer.ts';

/** A body as the vendor's description has it: anything else, unknown properties too, is refused. */
export function bodyAs<T>(schema: z.ZodType<T>, body: unknown): T {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const where = issue?.path.join('.') ?? '';
  throw new Refused(400, errorsOf([`Invalid request payload: ${where} ${issue?.message ?? ''}`]));
}

/** A number in the query, or what stands for it. */
export function numberIn(query: URLSearchParams, name: string, otherwise: number): number {
  const text = query.get(name);
  if (text === null || text === '') return otherwise;
  if (!/^\d+$/.test(text)) throw new Refused(400, errorsOf([`The value of ${name} is no number.`]));
  return Number(text);
}

/** Ids as Jira takes them in bodies: a number, or its digits. */
export const issueIds = (most: number): z.ZodType<string[]> => z.array(z.string()).min(1).max(most);
export const numbers = (most: number): z.ZodType<number[]> => z.array(z.int().nonnegative()).min(1).max(most);
