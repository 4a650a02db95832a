import type { z } from 'zod';
import { RuleError } from '../errors.ts';
import { spotKinds } from '../host.ts';
import type { SpotKind } from '../host.ts';
import { defaultRules } from './default-rules.ts';
import { rulesSchema } from './rules.ts';
import type { Rules } from './rules.ts';

/** Kinds that name an account: another account's name or address stays, even a namesake's. */
const accountKinds: readonly SpotKind[] = [
  'person.name',
  'person.email',
  'person.login',
  'person.phone',
  'person.photo',
  'person.access',
];

/**
 * Rules from a customer's file: what it leaves out is as in the default rules, what it says wins.
 * Throws `RuleError` with the setting's path for the first fault.
 */
export function parseRules(input: unknown): Rules {
  const result = rulesSchema.safeParse(isRecord(input) ? withDefaults(input) : input);
  if (!result.success) throw faultOf(result.error);
  refuseOthersAccounts(result.data);
  return result.data;
}

function faultOf(error: z.ZodError): RuleError {
  const issue = error.issues[0];
  return new RuleError(
    issue === undefined || issue.path.length === 0 ? 'rules' : issue.path.join('.'),
    issue?.message ?? 'not readable',
  );
}

function refuseOthersAccounts(rules: Rules): void {
  refuseOthersAccountsIn(rules.spots, 'spots');
  for (const [index, place] of rules.places.entries())
    refuseOthersAccountsIn(place.spots, `places.${String(index)}.spots`);
}

function refuseOthersAccountsIn(spots: Partial<Rules['spots']>, path: string): void {
  for (const kind of accountKinds) {
    const other = Object.entries(spots[kind] ?? {}).find(([role, treatment]) => role !== 'own' && treatment !== 'keep');
    if (other !== undefined)
      throw new RuleError(`${path}.${kind}.${other[0]}`, "only the person's own account may be changed: use keep");
  }
}

function withDefaults(input: Record<string, unknown>): Record<string, unknown> {
  const { replacement, spots, byHand } = input;
  return {
    ...defaultRules,
    ...input,
    replacement: isRecord(replacement)
      ? { ...defaultRules.replacement, ...replacement }
      : (replacement ?? defaultRules.replacement),
    byHand: isRecord(byHand) ? { ...defaultRules.byHand, ...byHand } : (byHand ?? defaultRules.byHand),
    spots: isRecord(spots) ? { ...spots, ...spotsWithDefaults(spots) } : (spots ?? defaultRules.spots),
  };
}

function spotsWithDefaults(spots: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    spotKinds.map((kind) => {
      const given = spots[kind];
      return [kind, isRecord(given) ? { ...defaultRules.spots[kind], ...given } : (given ?? defaultRules.spots[kind])];
    }),
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
