import type { LookupFunction } from 'node:net';
import type { Clock } from '@lethe/core';
import { httpClient } from '@lethe/http/node';
import type { HttpPort } from '../http-port.ts';
import { safeAddress } from './address.ts';
import { send } from './send.ts';
import { Token } from './token.ts';
import type { Credential } from './token.ts';

/** Where version 3 of Harvest is and how to get in: https://harvestdocs.greenhouse.io/docs/authentication */
export interface OAuthAddress extends Credential {
  /** E.g. `https://harvest.greenhouse.io`. Plain http only for this very machine. */
  readonly address: string;
  /** E.g. `https://auth.greenhouse.io/token`. */
  readonly tokenAddress: string;
  /** How long one call may take; 60 unless told. */
  readonly timeoutSeconds?: number;
  /** How names become addresses; as the machine does it unless told. */
  readonly lookup?: LookupFunction | undefined;
  readonly clock: Pick<Clock, 'now'>;
}

/**
 * A transport for version 3, with client credentials. A token that is refused is renewed once, and the call made again: it took no
 * effect. Throws `HostError` if nothing comes back or there is no token, `RuleError` for an unsafe address.
 */
export function oauthTransport({
  address,
  tokenAddress,
  timeoutSeconds = 60,
  lookup,
  clock,
  ...credential
}: OAuthAddress): HttpPort {
  const http = httpClient(safeAddress(address), { lookup });
  const milliseconds = timeoutSeconds * 1000;
  const token = new Token(httpClient(safeAddress(tokenAddress), { lookup }), credential, { clock, milliseconds });
  return async (call) => {
    const first = await token.get();
    const answer = await send(call, { http, headers: bearer(first), milliseconds });
    if (answer.status !== 401) return answer;
    token.drop(first);
    return send(call, { http, headers: bearer(await token.get()), milliseconds });
  };
}

function bearer(text: string): Readonly<Record<string, string>> {
  return { Authorization: `Bearer ${text}` };
}
