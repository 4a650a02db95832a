import { mailAddress } from '@lethe/settings';
import type { ServerSettings } from '@lethe/settings';
import * as client from 'openid-client';
import { z } from 'zod';

/** The `signIn.openId` part of the settings. */
export type OpenIdSettings = NonNullable<ServerSettings['signIn']['openId']>;

/** What a provider says of somebody. Personal, but for the groups. */
export interface Claims {
  readonly issuer: string;
  readonly subject: string;
  readonly name: string;
  readonly groups: readonly string[];
  readonly administrator: boolean;
  /** Where mails reach them, if the provider vouches for it. */
  readonly address?: string;
  /** When they proved who they are. */
  readonly at: Date;
}

const tokenSchema = z.looseObject({
  iss: z.string(),
  sub: z.string().min(1).max(512),
  iat: z.number(),
  auth_time: z.number().optional(),
});

const namedSchema = z.looseObject({
  name: z.string().optional(),
  preferred_username: z.string().optional(),
  email: z.string().optional(),
  email_verified: z.boolean().optional(),
});

/** One group more than we would ever show is none; a name with `@` first is one of ours. */
const groupSchema = z.string().regex(/^[^@\s].{0,127}$/u);
const MOST_GROUPS = 500;

type Tokens = Awaited<ReturnType<typeof client.authorizationCodeGrant>>;

/** Reads the claims of a token that was checked; groups that are not in it are asked for at the provider's userinfo endpoint. */
export async function claimsOf(
  settings: OpenIdSettings,
  config: client.Configuration,
  tokens: Tokens,
): Promise<Claims> {
  const { iss, sub, iat, auth_time, ...rest } = tokenSchema.parse(tokens.claims());
  const complete = at(rest, settings.groupsClaim) !== undefined || !config.serverMetadata().userinfo_endpoint;
  const more = complete ? {} : await client.fetchUserInfo(config, tokens.access_token, sub);
  const said = { ...more, ...rest };
  const groups = groupsIn(at(said, settings.groupsClaim));
  const { name, preferred_username, email, email_verified: verified } = namedSchema.parse(said);
  const address = verified === false ? undefined : mailAddress.safeParse(email).data;
  return {
    ...{ issuer: iss, subject: sub, name: name ?? preferred_username ?? email ?? sub, groups },
    administrator: settings.administratorGroup !== undefined && groups.includes(settings.administratorGroup),
    ...(address === undefined ? {} : { address }),
    at: new Date((auth_time ?? iat) * 1000),
  };
}

/** The claim of that name, or at that path: `realm_access.roles`. */
function at(claims: Readonly<Record<string, unknown>>, claim: string): unknown {
  if (claim in claims) return claims[claim];
  return claim.split('.').reduce<unknown>((inside, part) => {
    return typeof inside === 'object' && inside !== null ? new Map(Object.entries(inside)).get(part) : undefined;
  }, claims);
}

function groupsIn(claim: unknown): readonly string[] {
  const listed: readonly unknown[] = Array.isArray(claim) ? claim : typeof claim === 'string' ? [claim] : [];
  const named = listed.flatMap((group) => groupSchema.safeParse(group).data ?? []);
  return [...new Set(named)].sort().slice(0, MOST_GROUPS);
}
