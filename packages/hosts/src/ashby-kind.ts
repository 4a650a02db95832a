import {
  ashbyHost,
  ashbyOptionsSchema,
  ashbyPace,
  ashbyPages,
  ashbyProfile,
  ashbyTransport,
  governed,
} from '@lethe/ashby';
import type { Host } from '@lethe/core';
import { z } from 'zod';
import type { HostKind, Surroundings } from './host-kind.ts';
import { closedBy429, sharing } from './shared-pace.ts';
import { secretIn, variableSchema } from './variable.ts';

const settingsSchema = z.strictObject({
  address: z.url({ protocol: /^https?$/ }).default('https://api.ashbyhq.com'),
  /** The environment variable that holds an API key. */
  keyFrom: variableSchema,
  /** Calls a second; Ashby publishes no limit. */
  callsPerSecond: z.number().min(1).max(20).optional(),
  timeoutSeconds: z.number().min(1).max(600).default(60),
  options: ashbyOptionsSchema.prefault({}),
});
type Settings = z.output<typeof settingsSchema>;

/** An Ashby organization, by its API, paced by a governor. */
export const ashbyKind: HostKind = {
  kind: 'ashby',
  domains: ['api.ashbyhq.com'],
  profiles: [{ when: 'always', profile: ashbyProfile }],
  pages: ashbyPages,
  settings: settingsSchema.transform((settings) => ({
    where: settings.address,
    pages: ashbyPages,
    open: async (surroundings: Surroundings) => openAshby(settings, surroundings),
  })),
};

function openAshby(
  { address, keyFrom, callsPerSecond, timeoutSeconds, options }: Settings,
  around: Surroundings,
): Host {
  const { clock, secrets, lookup } = around;
  const transport = ashbyTransport({ address, key: secretIn(keyFrom, secrets, 'keyFrom'), timeoutSeconds, lookup });
  const limits = ashbyPace(callsPerSecond);
  const shared = sharing(transport, { pace: around.pace, limits, closedUntil: closedBy429 });
  return ashbyHost(governed(shared, { clock, pace: limits }), { ...options, clock });
}
