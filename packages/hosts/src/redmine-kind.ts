import { RuleError } from '@lethe/core';
import { insideProfile, redmineHost, redmineOptionsSchema, redmineTransport, restProfile } from '@lethe/redmine';
import { z } from 'zod';
import type { HostKind, Secrets } from './host-kind.ts';

/** A Redmine somewhere, by its REST API, and by the native part where that is installed. */
export const redmineKind: HostKind = {
  kind: 'redmine',
  profiles: [
    { when: 'with the native part', profile: insideProfile },
    { when: 'REST alone', profile: restProfile },
  ],
  settings: z
    .strictObject({
      address: z.url({ protocol: /^https?$/ }),
      /** The environment variable that holds an administrator's API key. */
      keyFrom: z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/, 'name an environment variable, not the key itself'),
      timeoutSeconds: z.number().min(1).max(600).default(60),
      options: redmineOptionsSchema.prefault({}),
    })
    .transform(({ address, keyFrom, timeoutSeconds, options }) => ({
      where: address,
      open: async (secrets: Secrets) =>
        redmineHost(redmineTransport({ address, key: keyOf(keyFrom, secrets), timeoutSeconds }), options),
    })),
};

function keyOf(variable: string, secrets: Secrets): string {
  const key = secrets(variable);
  if (key === undefined || key === '')
    throw new RuleError('keyFrom', `the environment variable ${variable} is not set: put the API key there`);
  return key;
}
