import { HostError } from '@lethe/core';
import type { Clock } from '@lethe/core';
import { z } from 'zod';
import type { TokenSource } from '../transport/zendesk-transport.ts';
import type { Grant, TokenEndpoint } from './token-endpoint.ts';

/** A token is not used in its last minute: a call takes time. */
const MARGIN = 60_000;

/** Tokens as they are kept, in memory or sealed. */
const keptSchema = z.strictObject({
  access: z.string(),
  /** When the access token ends, in milliseconds since 1970; missing for never. */
  until: z.number().exactOptional(),
  refresh: z.string().exactOptional(),
});
type Kept = z.infer<typeof keptSchema>;

/** Where one text is kept safe between processes. */
export interface SafePlace {
  /**
   * Hands over what is kept and keeps what comes back instead, lastingly, before it resolves with it. Changes of several
   * processes come one after the other. What `work` throws is thrown, and nothing is changed.
   */
  change(work: (kept: string | undefined) => Promise<string>): Promise<string>;
}

type Time = Pick<Clock, 'now'>;

/** Access tokens got with the client's secret, anew whenever one is over. */
export function credentialTokens(endpoint: TokenEndpoint, clock: Time): TokenSource {
  return renewing(clock, async () => keptFrom(await endpoint.withCredentials(), clock));
}

/**
 * Access tokens of somebody who signed in, renewed with the refresh token in the safe place. Zendesk gives a new refresh token
 * each time and deletes the old one: the new one is kept before anything is done with what came along, and processes
 * that share the place share the access token too, as renewing it ends the other's.
 */
export function signedInTokens(endpoint: TokenEndpoint, place: SafePlace, clock: Time): TokenSource {
  return renewing(clock, async (refused) => {
    const text = await place.change(async (held) => {
      const kept = held === undefined ? undefined : keptSchema.parse(JSON.parse(held));
      if (held !== undefined && kept !== undefined && isGood(kept, clock, refused)) return held;
      if (kept?.refresh === undefined) throw nobodySignedIn();
      return textFor({ refresh: kept.refresh, ...(await endpoint.withRefresh(kept.refresh)) }, clock);
    });
    return keptSchema.parse(JSON.parse(text));
  });
}

/** What to keep of a grant. */
export function textFor(grant: Grant, clock: Time): string {
  return JSON.stringify(keptFrom(grant, clock));
}

/** Gives the token it has while it is good, and asks for another once, however many want one. */
function renewing(clock: Time, renew: (refused: string | undefined) => Promise<Kept>): TokenSource {
  let kept: Kept | undefined;
  let asked: Promise<Kept> | undefined;
  return async (refused) => {
    if (kept !== undefined && isGood(kept, clock, refused)) return kept.access;
    asked ??= renew(refused).finally(() => (asked = undefined));
    kept = await asked;
    return kept.access;
  };
}

function isGood({ access, until }: Kept, clock: Time, refused: string | undefined): boolean {
  return access !== refused && (until === undefined || clock.now().getTime() < until - MARGIN);
}

function keptFrom({ access, seconds, refresh }: Grant, clock: Time): Kept {
  return {
    access,
    ...(seconds === undefined ? {} : { until: clock.now().getTime() + seconds * 1000 }),
    ...(refresh === undefined ? {} : { refresh }),
  };
}

function nobodySignedIn(): HostError {
  return new HostError('signed-out', 'Nobody is signed in to Zendesk here, or the sign-in is over. Sign in first.');
}
