import type { Host } from '@lethe/core';
import {
  governed,
  leverHost,
  leverOptionsSchema,
  leverPace,
  leverPages,
  leverProfile,
  leverTransport,
} from '@lethe/lever';
import { z } from 'zod';
import type { HostKind, Surroundings } from './host-kind.ts';
import { closedBy429, sharing } from './shared-pace.ts';
import { secretIn, variableSchema } from './variable.ts';

const settingsSchema = z.strictObject({
  /** `https://api.sandbox.lever.co/v1` for a partner's sandbox. */
  address: z.url({ protocol: /^https?$/ }).default('https://api.lever.co/v1'),
  /** The environment variable that holds an API key, made with "Allow access to confidential data". */
  keyFrom: variableSchema,
  /** Calls a second this may make of the ten Lever allows a key, where others use the key too. */
  callsPerSecond: z.number().min(1).max(10).optional(),
  timeoutSeconds: z.number().min(1).max(600).default(60),
  options: leverOptionsSchema.prefault({}),
});
type Settings = z.output<typeof settingsSchema>;

/** A Lever account, by its Data API, a governor of its rate limit in front. */
export const leverKind: HostKind = {
  kind: 'lever',
  domains: ['*.lever.co'],
  profiles: [{ when: 'always', profile: leverProfile }],
  pages: leverPages,
  settings: settingsSchema.transform((settings) => ({
    where: settings.address,
    pages: leverPages,
    open: async (surroundings: Surroundings) => openLever(settings, surroundings),
  })),
};

function openLever(
  { address, keyFrom, callsPerSecond, timeoutSeconds, options }: Settings,
  around: Surroundings,
): Host {
  const { clock, secrets, lookup } = around;
  const transport = leverTransport({ address, key: secretIn(keyFrom, secrets, 'keyFrom'), timeoutSeconds, lookup });
  const limits = leverPace(callsPerSecond);
  const shared = sharing(transport, { pace: around.pace, limits, closedUntil: closedBy429 });
  return leverHost(governed(shared, { clock, pace: limits }), { ...options, clock });
}
