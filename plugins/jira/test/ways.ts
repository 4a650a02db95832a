import { asApp, asUser, route } from '@forge/api';
import type { FakeJira } from './fake/server.ts';
import { admin } from './fake/seed.ts';
import { startForgeRig } from './forge-rig/forge-rig.ts';
import type { HttpPort } from '../src/http-port.ts';
import { forgeTransport } from '../src/transport/forge-transport.ts';
import { jiraTransport } from '../src/transport/jira-transport.ts';

/** One of the two ways into Jira, as test names call it. */
export interface Way {
  readonly name: string;
  /** Opens the way; `close` ends it. */
  open(fake: FakeJira): Promise<{ readonly port: HttpPort; readonly close: () => void }>;
}

/** With an API token, as servers and the command line do. */
export const overHttp: Way = {
  name: 'over HTTP with an API token',
  open: async ({ address }) =>
    Promise.resolve({
      port: jiraTransport({ address, login: { email: admin.email, token: admin.token }, timeoutSeconds: 10 }),
      close: () => undefined,
    }),
};

/** Inside Forge, where the app calls in its own name and, where it must, in that of an administrator who clicked. */
export const inForge: Way = {
  name: 'inside Forge',
  open: async (fake) => {
    const rig = await startForgeRig(fake.address, { principal: fake.seed.admin, remainingMs: 900_000 });
    const port = forgeTransport({
      api: { asApp, asUser, route },
      user: 'whoever-clicked',
      remaining: () => 900_000,
    });
    return {
      port,
      close: () => {
        rig.close();
      },
    };
  },
};

/** Both. */
export const ways: readonly Way[] = [overHttp, inForge];
