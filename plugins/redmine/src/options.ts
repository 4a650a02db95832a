import { RuleError } from '@lethe/core';
import { z } from 'zod';

const names = z.array(z.string().trim().min(1));

/** What a customer may tell about their Redmine. Names of fields and roles; upper and lower case do not matter. */
export const redmineOptionsSchema = z.strictObject({
  /** User custom fields that hold telephone numbers: others' texts are searched for them. */
  phoneFields: names.default(['Phone', 'Mobile', 'Telephone', 'Fax']),
  /** User custom fields that hold the company: reported, never blanked. */
  companyFields: names.default(['Company', 'Organization', 'Organisation']),
  /** User custom fields that hold numbers of the person elsewhere: others' texts are searched for them. */
  externalIdFields: names.default(['Employee number', 'Customer number']),
  /** User custom fields that hold where somebody lives: others' texts are searched for it. */
  addressFields: names.default(['Address', 'Postal address', 'Home address']),
  /** Roles whose holders are agents. Without it: every role that may edit issues. */
  agentRoles: names.optional(),
});

/** Options with their defaults filled in. */
export type RedmineOptions = z.output<typeof redmineOptionsSchema>;

/** Options from a customer's settings. Throws `RuleError` with the setting's path for the first fault. */
export function parseOptions(input: unknown): RedmineOptions {
  const parsed = redmineOptionsSchema.safeParse(input);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new RuleError(`redmine.${issue?.path.join('.') ?? ''}`, issue?.message ?? 'not readable');
}

/** What a field of an account means. */
export type FieldMeaning = 'phone' | 'company' | 'external-id' | 'postal-address' | 'other';

/** What the field of this name means, by the options. */
export function meaningOf(name: string, options: RedmineOptions): FieldMeaning {
  if (isOneOf(name, options.phoneFields)) return 'phone';
  if (isOneOf(name, options.companyFields)) return 'company';
  if (isOneOf(name, options.addressFields)) return 'postal-address';
  return isOneOf(name, options.externalIdFields) ? 'external-id' : 'other';
}

/** Whether a name is among others, whatever the case. */
export function isOneOf(name: string, some: readonly string[]): boolean {
  return some.some((one) => one.toLowerCase() === name.trim().toLowerCase());
}
