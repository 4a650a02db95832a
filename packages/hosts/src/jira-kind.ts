import type { Host } from '@lethe/core';
import { HourlyPoints, governed, jiraHost, jiraOptionsSchema, jiraProfile, jiraTransport } from '@lethe/jira';
import type { JiraLogin } from '@lethe/jira';
import { z } from 'zod';
import type { HostKind, Secrets, Surroundings } from './host-kind.ts';
import { sharing } from './shared-pace.ts';
import { secretIn, variableSchema } from './variable.ts';

/** Acts as an account, with an API token of its own. */
const tokenSchema = z.strictObject({
  email: z.email(),
  /** The environment variable that holds the account's API token. */
  tokenFrom: variableSchema,
});

/** Acts as whomever the token was given to: a service account, or an app by OAuth. */
const bearerSchema = z.strictObject({ bearerFrom: variableSchema });

const settingsSchema = z.strictObject({
  /** `https://acme.atlassian.net`, or `https://api.atlassian.com/ex/jira/{cloud id}` for tokens with scopes. */
  address: z.url({ protocol: /^https?$/ }),
  signIn: z.union([tokenSchema, bearerSchema]),
  /** Points an hour this may take of what Jira grants an app; Jira counts none for API tokens. */
  pointsPerHour: z.number().int().min(100).optional(),
  timeoutSeconds: z.number().min(1).max(600).default(60),
  options: jiraOptionsSchema.prefault({}),
});
type Settings = z.output<typeof settingsSchema>;

/** A Jira site with its service desks, by its REST API, a governor of its rate limits in front. */
export const jiraKind: HostKind = {
  kind: 'jira',
  domains: ['*.atlassian.net', 'api.atlassian.com'],
  profiles: [{ when: 'always', profile: jiraProfile }],
  settings: settingsSchema.transform((settings) => ({
    where: settings.address,
    open: async (surroundings: Surroundings) => openJira(settings, surroundings),
  })),
};

function openJira({ address, signIn, pointsPerHour, timeoutSeconds, options }: Settings, around: Surroundings): Host {
  const { clock, secrets, lookup } = around;
  const transport = jiraTransport({ address, login: loginFrom(signIn, secrets), timeoutSeconds, lookup });
  const points = new HourlyPoints(pointsPerHour === undefined ? {} : { share: pointsPerHour });
  return jiraHost(governed(sharing(transport, { pace: around.pace }), { clock, points }), { ...options, clock });
}

function loginFrom(signIn: Settings['signIn'], secrets: Secrets): JiraLogin {
  if ('bearerFrom' in signIn) return { bearer: secretIn(signIn.bearerFrom, secrets, 'signIn.bearerFrom') };
  return { email: signIn.email, token: secretIn(signIn.tokenFrom, secrets, 'signIn.tokenFrom') };
}
