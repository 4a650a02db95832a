import { RuleError } from '@lethe/core';
import { z } from 'zod';
import type { Secrets } from './host-kind.ts';

/** The name of an environment variable, in the settings. */
export const variableSchema = z
  .string()
  .regex(/^[A-Za-z_][A-Za-z0-9_]*$/, 'name an environment variable, not the secret itself');

/** What the variable holds. Throws `RuleError` with the setting that names it if it is not set. */
export function secretIn(variable: string, secrets: Secrets, setting: string): string {
  const secret = secrets(variable);
  if (secret !== undefined && secret !== '') return secret;
  throw new RuleError(setting, `the environment variable ${variable} is not set: put the secret there`);
}
