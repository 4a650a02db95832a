import { RuleError } from '@lethe/core';
import { z } from 'zod';

const names = z.array(z.string().trim().min(1));

/** What a customer may tell about their Request Tracker. Names of custom fields of accounts; upper and lower case do not matter. */
export const requestTrackerOptionsSchema = z.strictObject({
  /** Custom fields with telephone numbers, besides RT's own four: others' texts are searched for them. */
  phoneFields: names.default(['Phone', 'Mobile', 'Telephone', 'Fax', 'Second phone']),
  /** Custom fields with the company, besides RT's own Organization: kept. */
  companyFields: names.default(['Company', 'Organization', 'Organisation']),
  /** Custom fields with numbers of the person elsewhere: others' texts are searched for them. */
  externalIdFields: names.default(['Employee number', 'Customer number']),
  /** Custom fields with a postal address, besides RT's own: others' texts are searched for it. */
  addressFields: names.default(['Address', 'Postal address', 'Home address']),
  /** Names of accounts with the right SuperUser, which the REST API does not show. */
  administrators: names.default([]),
});

/** Options with their defaults filled in. */
export type RequestTrackerOptions = z.output<typeof requestTrackerOptionsSchema>;

/** Options from a customer's settings. Throws `RuleError` with the setting's path for the first fault. */
export function parseOptions(input: unknown): RequestTrackerOptions {
  const parsed = requestTrackerOptionsSchema.safeParse(input);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new RuleError(`request-tracker.${issue?.path.join('.') ?? ''}`, issue?.message ?? 'not readable');
}

/** What a custom field of an account means. */
export type FieldMeaning = 'phone' | 'company' | 'external-id' | 'postal-address' | 'other';

/** What the field of this name means, by the options. */
export function meaningOf(name: string, options: RequestTrackerOptions): FieldMeaning {
  if (isOneOf(name, options.phoneFields)) return 'phone';
  if (isOneOf(name, options.companyFields)) return 'company';
  if (isOneOf(name, options.addressFields)) return 'postal-address';
  return isOneOf(name, options.externalIdFields) ? 'external-id' : 'other';
}

/** Upper and lower case do not matter. */
function isOneOf(name: string, some: readonly string[]): boolean {
  return some.some((one) => one.toLowerCase() === name.trim().toLowerCase());
}
