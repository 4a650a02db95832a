import type { Host } from '@lethe/core';
import {
  governed,
  greenhouseHost,
  greenhouseOptionsSchema,
  greenhousePace,
  greenhousePages,
  greenhouseProfile,
  keyTransport,
  oauthTransport,
} from '@lethe/greenhouse';
import { z } from 'zod';
import type { HostKind, Surroundings } from './host-kind.ts';
import { closedBy429, sharing } from './shared-pace.ts';
import { secretIn, variableSchema } from './variable.ts';

const shared = {
  address: z.url({ protocol: /^https?$/ }).default('https://harvest.greenhouse.io'),
  /** The number of the user the calls are made as: Site Admin, who sees private candidates. */
  user: z.coerce.string().regex(/^\d+$/, 'the number of a user, from the address of their page in Greenhouse'),
  /** How much of what Greenhouse allows this credential may be used, where others use it too: from 0 to 1. */
  shareOfLimit: z.number().min(0.1).max(1).default(1),
  timeoutSeconds: z.number().min(1).max(600).default(60),
  options: greenhouseOptionsSchema.prefault({}),
};

const v3Schema = z.strictObject({
  ...shared,
  version: z.literal('v3').default('v3'),
  tokenAddress: z.url({ protocol: /^https?$/ }).default('https://auth.greenhouse.io/token'),
  /** The environment variables that hold the client's id and its secret. */
  clientIdFrom: variableSchema,
  clientSecretFrom: variableSchema,
});

const v1Schema = z.strictObject({
  ...shared,
  /** Greenhouse has announced the end of it. */
  version: z.literal('v1'),
  /** The environment variable that holds an API key. */
  keyFrom: variableSchema,
});

const settingsSchema = z.discriminatedUnion('version', [v3Schema, v1Schema]);
type Settings = z.output<typeof settingsSchema>;

/** A Greenhouse account, by its Harvest API, a governor of its rate limit in front. */
export const greenhouseKind: HostKind = {
  kind: 'greenhouse',
  domains: ['harvest.greenhouse.io', 'auth.greenhouse.io'],
  profiles: [{ when: 'always', profile: greenhouseProfile }],
  pages: greenhousePages,
  settings: settingsSchema.transform((settings) => ({
    where: settings.address,
    pages: greenhousePages,
    addresses: settings.version === 'v1' ? [settings.address] : [settings.address, settings.tokenAddress],
    open: async (surroundings: Surroundings) => openGreenhouse(settings, surroundings),
  })),
};

function openGreenhouse(settings: Settings, around: Surroundings): Host {
  const { clock } = around;
  const { version, options, shareOfLimit } = settings;
  const pace = greenhousePace(version, shareOfLimit);
  // As many in a window as Greenhouse allows, spread over it: of all processes together.
  const limits = { perSecond: (pace.calls * 1000) / pace.milliseconds };
  const shared = sharing(transportFor(settings, around), { pace: around.pace, limits, closedUntil: closedBy429 });
  return greenhouseHost(version, governed(shared, { clock, pace }), { ...options, clock });
}

function transportFor(settings: Settings, { clock, secrets, lookup }: Surroundings): Parameters<typeof governed>[0] {
  const { address, user, timeoutSeconds } = settings;
  const common = { address, user, timeoutSeconds, lookup };
  if (settings.version === 'v1')
    return keyTransport({ ...common, key: secretIn(settings.keyFrom, secrets, 'keyFrom') });
  return oauthTransport({
    ...common,
    clock,
    tokenAddress: settings.tokenAddress,
    clientId: secretIn(settings.clientIdFrom, secrets, 'clientIdFrom'),
    clientSecret: secretIn(settings.clientSecretFrom, secrets, 'clientSecretFrom'),
  });
}
