import { redmineHost, redmineTransport } from '../src/index.ts';
import type { Transport } from '../src/index.ts';
import type { Host } from '@lethe/core';
import { Seed, adminKey } from './fake/seed.ts';
import { FakeServer } from './fake/server.ts';

/** An invented Redmine that is running, and the plugin that talks to it. */
export interface Running {
  readonly seed: Seed;
  readonly server: FakeServer;
  readonly transport: Transport;
  readonly host: Host;
}

/** The two ways into Redmine, as test names call them. */
export const ways = [
  { name: 'over REST', inside: false },
  { name: "through Lethe's part", inside: true },
] as const;

/** Starts a Redmine with what `fill` puts into it, lets a test use it, and stops it whatever happens. */
export async function withRedmine(
  { inside, fill = () => undefined }: { readonly inside: boolean; readonly fill?: (seed: Seed) => void },
  act: (running: Running) => Promise<void>,
): Promise<void> {
  const seed = new Seed();
  fill(seed);
  const server = await FakeServer.start(seed.redmine, inside);
  try {
    const transport = redmineTransport({ address: server.address, key: adminKey, timeoutSeconds: 5 });
    await act({ seed, server, transport, host: await redmineHost(transport) });
  } finally {
    await server.close();
  }
}
