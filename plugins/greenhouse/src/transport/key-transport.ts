import type { LookupFunction } from 'node:net';
import { httpClient } from '@lethe/http/node';
import type { HttpPort } from '../http-port.ts';
import { safeAddress } from './address.ts';
import { send } from './send.ts';

/** Where version 1 of Harvest is and how to get in. */
export interface KeyAddress {
  /** E.g. `https://harvest.greenhouse.io`. Plain http only for this very machine. */
  readonly address: string;
  readonly key: string;
  /** The number of the user calls that change something are made for: `On-Behalf-Of`. */
  readonly user: string;
  /** How long one call may take; 60 unless told. */
  readonly timeoutSeconds?: number;
  /** How names become addresses; as the machine does it unless told. */
  readonly lookup?: LookupFunction | undefined;
}

/** A transport for version 1, with an API key. Throws `HostError` if nothing comes back, `RuleError` for an unsafe address. */
export function keyTransport({ address, key, user, timeoutSeconds = 60, lookup }: KeyAddress): HttpPort {
  const http = httpClient(safeAddress(address), { lookup });
  // The key is the user, and the password is empty.
  const Authorization = `Basic ${Buffer.from(`${key}:`).toString('base64')}`;
  return async (call) => {
    const headers = { Authorization, ...(call.method === 'GET' ? {} : { 'On-Behalf-Of': user }) };
    return send(call, { http, headers, milliseconds: timeoutSeconds * 1000 });
  };
}
