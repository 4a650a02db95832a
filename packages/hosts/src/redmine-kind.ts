import {
  insideProfile,
  redmineAgents,
  redmineHost,
  redmineOptionsSchema,
  redmineTransport,
  restProfile,
} from '@lethe/redmine';
import type { Transport } from '@lethe/redmine';
import { z } from 'zod';
import type { HostKind, Surroundings } from './host-kind.ts';
import { closedUntil, sharing } from './shared-pace.ts';
import { secretIn, variableSchema } from './variable.ts';

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
      keyFrom: variableSchema,
      timeoutSeconds: z.number().min(1).max(600).default(60),
      options: redmineOptionsSchema.prefault({}),
    })
    .transform(({ address, keyFrom, timeoutSeconds, options }) => ({
      where: address,
      open: async (surroundings: Surroundings) =>
        redmineHost(wayTo({ address, keyFrom, timeoutSeconds }, surroundings), options),
      agents: (surroundings: Surroundings) => redmineAgents(wayTo({ address, keyFrom, timeoutSeconds }, surroundings)),
    })),
};

interface RedminePlace {
  readonly address: string;
  readonly keyFrom: string;
  readonly timeoutSeconds: number;
}

/** A paced transport to it. Throws `RuleError` for a variable that is not set. */
function wayTo({ address, keyFrom, timeoutSeconds }: RedminePlace, { secrets, lookup, pace }: Surroundings): Transport {
  const key = secretIn(keyFrom, secrets, 'keyFrom');
  return sharing(redmineTransport({ address, key, timeoutSeconds, lookup }), { pace, closedUntil });
}
