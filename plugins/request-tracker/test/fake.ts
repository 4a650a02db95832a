import { requestTrackerHost, requestTrackerTransport } from '../src/index.ts';
import type { Transport } from '../src/index.ts';
import type { Host } from '@lethe/core';
import { Seed, serviceToken } from './fake/seed.ts';
import { FakeServer } from './fake/server.ts';

/** An invented Request Tracker that is running, and the plugin that talks to it. */
export interface Running {
  readonly seed: Seed;
  readonly server: FakeServer;
  readonly transport: Transport;
  readonly host: Host;
}

/** The two ways into Request Tracker, as test names call them. */
export const ways = [
  { name: 'over REST', inside: false },
  { name: "through Lethe's part", inside: true },
] as const;

/** Starts a Request Tracker with what `fill` puts into it, lets a test use it, and stops it whatever happens. */
export async function withRequestTracker(
  { inside, fill = () => undefined }: { readonly inside: boolean; readonly fill?: (seed: Seed) => void },
  act: (running: Running) => Promise<void>,
): Promise<void> {
  const seed = new Seed();
  fill(seed);
  const server = await FakeServer.start(seed.tracker, inside);
  try {
    const transport = requestTrackerTransport({ address: server.address, token: serviceToken, timeoutSeconds: 60 });
    await act({ seed, server, transport, host: await requestTrackerHost(transport) });
    if (server.crashes.length > 0) throw server.crashes[0];
  } finally {
    await server.close();
  }
}
