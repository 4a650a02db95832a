import { smallWorld, virtualClock } from '@lethe/core/testing';
import type { Exchange } from './fake/server.ts';
import { FakeJira } from './fake/server.ts';
import { Seed } from './fake/seed.ts';
import { anonymize } from './journeys.ts';
import { inForge, overHttp } from './ways.ts';
import { fillWith } from './world-in-jira.ts';
import { jiraHost } from '../src/index.ts';
import type { JiraHostOptions } from '../src/index.ts';

/** What the host can be told that changes which calls it makes. */
const variants: readonly Omit<JiraHostOptions, 'clock'>[] = [
  { marker: 'run-1' },
  { account: 'keep-shell', changelog: 'announced', redaction: 'off' },
];

/** All calls of whole runs of the product’s own host, both ways in, with their answers. */
export async function hostRuns(): Promise<readonly Exchange[]> {
  const exchanges: Exchange[] = [];
  for (const way of [overHttp, inForge]) {
    for (const options of variants) {
      const clock = virtualClock();
      const seed = new Seed(clock);
      seed.jira.configure({ guardPremium: options.redaction !== 'off' });
      const world = smallWorld();
      const account = fillWith(seed, world).get(world.target.key) ?? '';
      const watch = (exchange: Exchange): unknown => exchanges.push(exchange);
      const fake = await FakeJira.start(seed, { clock, watch });
      const { port, close } = await way.open(fake);
      try {
        const host = jiraHost(port, { ...options, nobodySignedIn: way === inForge, clock });
        await host.preflight();
        const { ending } = await anonymize({ host, clock }, account);
        if (ending.state === 'stopped') throw new Error('The run did not come to its end.');
      } finally {
        close();
        await fake.close();
      }
    }
  }
  return exchanges;
}
