import {
  insideProfile,
  requestTrackerAgents,
  requestTrackerHost,
  requestTrackerOptionsSchema,
  requestTrackerTransport,
  restProfile,
} from '@lethe/request-tracker';
import type { Transport } from '@lethe/request-tracker';
import { z } from 'zod';
import type { HostKind, Surroundings } from './host-kind.ts';
import { closedUntil, sharing } from './shared-pace.ts';
import { secretIn, variableSchema } from './variable.ts';

/** A Request Tracker somewhere, by its REST API, and by the native part where that is installed. */
export const requestTrackerKind: HostKind = {
  kind: 'request-tracker',
  profiles: [
    { when: 'with the native part', profile: insideProfile },
    { when: 'REST alone', profile: restProfile },
  ],
  settings: z
    .strictObject({
      address: z.url({ protocol: /^https?$/ }),
      /** The environment variable that holds the token of a SuperUser. */
      tokenFrom: variableSchema,
      timeoutSeconds: z.number().min(1).max(600).default(60),
      options: requestTrackerOptionsSchema.prefault({}),
    })
    .transform(({ address, tokenFrom, timeoutSeconds, options }) => ({
      where: address,
      open: async (surroundings: Surroundings) =>
        requestTrackerHost(wayTo({ address, tokenFrom, timeoutSeconds }, surroundings), options),
      agents: (surroundings: Surroundings) =>
        requestTrackerAgents(wayTo({ address, tokenFrom, timeoutSeconds }, surroundings)),
    })),
};

interface RequestTrackerPlace {
  readonly address: string;
  readonly tokenFrom: string;
  readonly timeoutSeconds: number;
}

/** A paced transport to it. Throws `RuleError` for a variable that is not set. */
function wayTo(
  { address, tokenFrom, timeoutSeconds }: RequestTrackerPlace,
  { secrets, lookup, pace }: Surroundings,
): Transport {
  const token = secretIn(tokenFrom, secrets, 'tokenFrom');
  return sharing(requestTrackerTransport({ address, token, timeoutSeconds, lookup }), { pace, closedUntil });
}
