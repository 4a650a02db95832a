import type { Host } from '@lethe/core';
import {
  TokenEndpoint,
  beginSignIn,
  credentialTokens,
  governed,
  oauthLimits,
  signedInTokens,
  zendeskHost,
  zendeskOptionsSchema,
  zendeskPlans,
  zendeskProfile,
  zendeskTransport,
} from '@lethe/zendesk';
import { z } from 'zod';
import type { HostKind, OpenHost, Surroundings } from './host-kind.ts';
import { sharing } from './shared-pace.ts';
import { secretIn, variableSchema } from './variable.ts';

/** Acts as the user the OAuth client belongs to. */
const credentialsSchema = z.strictObject({
  flow: z.literal('client-credentials'),
  clientId: z.string().min(1),
  clientSecretFrom: variableSchema,
});

/** Acts as whoever signed in last with `lethe sign-in`. */
const browserSchema = z.strictObject({
  flow: z.literal('authorization-code'),
  clientId: z.string().min(1),
  /** A confidential client has a secret; a public one needs none. */
  clientSecretFrom: variableSchema.optional(),
  /** `http://127.0.0.1:<port>/signed-in` is registered with the OAuth client; 0 is any free port. */
  port: z.number().int().min(0).max(65_535).default(8934),
});

const settingsSchema = z.strictObject({
  /** E.g. `https://acme.zendesk.com`. */
  address: z.url({ protocol: /^https?$/ }),
  signIn: z.discriminatedUnion('flow', [credentialsSchema, browserSchema]),
  /** Sets how many calls a minute are made at first; without it the fewest, until Zendesk says more. */
  plan: z.enum(zendeskPlans).optional(),
  timeoutSeconds: z.number().min(1).max(600).default(60),
  options: zendeskOptionsSchema.prefault({}),
});
type Settings = z.output<typeof settingsSchema>;

/** A Zendesk account, by its API with OAuth, a governor of its rate limits in front. */
export const zendeskKind: HostKind = {
  kind: 'zendesk',
  domains: ['*.zendesk.com'],
  profiles: [{ when: 'always', profile: zendeskProfile }],
  settings: settingsSchema.transform((settings) => ({
    where: settings.address,
    open: async (surroundings: Surroundings) => openZendesk(settings, surroundings),
    ...waysIn(settings),
  })),
};

/** Of the account's calls a minute, so many may come together after a rest. */
const AT_ONCE = 10;

function openZendesk(settings: Settings, around: Surroundings): Host {
  const { address, timeoutSeconds, signIn, plan, options } = settings;
  const { kept, clock, lookup } = around;
  const endpoint = endpointOf(settings, around);
  const token =
    signIn.flow === 'client-credentials' ? credentialTokens(endpoint, clock) : signedInTokens(endpoint, kept, clock);
  const limits = oauthLimits(plan);
  const account = limits.find(({ name }) => name === 'account');
  const shared = sharing(zendeskTransport({ address, token, timeoutSeconds, lookup }), {
    pace: around.pace,
    ...(account === undefined ? {} : { limits: { perSecond: account.calls / account.seconds, atOnce: AT_ONCE } }),
  });
  const port = governed(shared, { clock, limits });
  return zendeskHost(port, { ...options, clock });
}

function waysIn(settings: Settings): Pick<OpenHost, 'signIn'> {
  const { signIn } = settings;
  if (signIn.flow === 'client-credentials') return {};
  return {
    signIn: (around) => ({
      comesBackTo: { port: signIn.port, path: '/signed-in' },
      begin: async (redirect) =>
        beginSignIn(endpointOf(settings, around), { redirect, place: around.kept, clock: around.clock }),
    }),
  };
}

function endpointOf({ address, signIn }: Settings, { secrets, lookup }: Surroundings): TokenEndpoint {
  const { clientId, clientSecretFrom } = signIn;
  const clientSecret =
    clientSecretFrom === undefined ? undefined : secretIn(clientSecretFrom, secrets, 'signIn.clientSecretFrom');
  return new TokenEndpoint({ address, clientId, clientSecret, lookup });
}
